using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <param name="Group">The name of the group of stakeholders; only for a group's weights.</param>
/// <param name="Version">Of the set that was seen; 0 when there was none.</param>
/// <param name="Values">By the id of the criterion; one that is left out weighs nothing.</param>
public sealed record WeighCriteriaRequest(
    Guid Operation, WeightHolder Holder, string Group, int Version, WeightMethod Method, IReadOnlyDictionary<Guid, decimal> Values, string Reason);

/// <summary>Gives weights: the study's and a group's by the manager, a committee member's by that member.</summary>
public sealed class WeighCriteria(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<Guid>> Handle(StudyAccess access, WeighCriteriaRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCriteria) && !access.May(Permission.WriteOwnWeights)) return Outcome.Forbidden;
        if (!access.May(request.Holder == WeightHolder.Member ? Permission.WriteOwnWeights : Permission.WriteCriteria)) return Outcome.NotFound;
        if (request.Holder == WeightHolder.Group && string.IsNullOrWhiteSpace(request.Group)) return Outcome.Refused<PrioritiesTexts>("GroupNeedsName", nameof(request.Group));
        if (string.IsNullOrWhiteSpace(request.Reason)) return Outcome.Refused<PrioritiesTexts>("WeightsNeedReason", nameof(request.Reason));
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var criteria = await db.Set<Criterion>().Where(criterion => criterion.StudyId == access.StudyId).OrderBy(criterion => criterion.Order)
                .Select(criterion => new { criterion.Id, criterion.Code }).ToListAsync(cancellation);
            if (request.Values.Keys.Except(criteria.Select(criterion => criterion.Id)).Any()) return Outcome.NotFound;
            var values = criteria.Select(criterion => (criterion.Id, criterion.Code, request.Values.GetValueOrDefault(criterion.Id))).ToList();
            if (Refuse(request.Method, values) is { } refusal) return refusal;

            var set = await Find(access, request, cancellation);
            if (set is null && request.Version > 0) return Outcome.Changed;
            if (set is not null && request.Version == 0) return Outcome.Changed;
            if (set is null)
            {
                set = request.Holder switch
                {
                    WeightHolder.Study => WeightSet.OfStudy(access.StudyId),
                    WeightHolder.Member => WeightSet.OfMember(access.StudyId, access.Actor.Id),
                    _ => WeightSet.OfGroup(access.StudyId, request.Group),
                };
                db.Add(set);
            }
            else
            {
                db.Expect(set, request.Version);
            }

            set.Weigh(request.Method, values, request.Reason, access.Actor.Id, time.GetUtcNow().UtcDateTime);
            return set.Id;
        }, cancellation);
    }

    private Task<WeightSet?> Find(StudyAccess access, WeighCriteriaRequest request, CancellationToken cancellation)
    {
        var name = request.Holder == WeightHolder.Group ? request.Group.Trim() : "";
        Guid? member = request.Holder == WeightHolder.Member ? access.Actor.Id : null;
        return db.Set<WeightSet>().Include(set => set.Weights).Include(set => set.Changes).AsSplitQuery().OrderBy(set => set.Id)
            .FirstOrDefaultAsync(set => set.StudyId == access.StudyId && set.Holder == request.Holder && set.MemberId == member && set.Name == name, cancellation);
    }

    private static Outcome? Refuse(WeightMethod method, List<(Guid Id, string Code, decimal Value)> values)
    {
        foreach (var (id, code, value) in values)
        {
            if (value < 0 || value > 1000 || decimal.Round(value, 2) != value) return Outcome.Refused<PrioritiesTexts>("WeightOutOfRange", $"Weight.{id}", code, value);
            if (method == WeightMethod.Swing && value > 100) return Outcome.Refused<PrioritiesTexts>("SwingOverHundred", $"Weight.{id}", code, value);
        }

        if (values.Sum(value => value.Value) == 0) return Outcome.Refused<PrioritiesTexts>("WeightsSumToNothing", "Weights");
        if (method == WeightMethod.Swing && values.Max(value => value.Value) != 100) return Outcome.Refused<PrioritiesTexts>("SwingNeedsHundred", "Weights");
        return null;
    }
}
