using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

public sealed record DescribeCriterionRequest(Guid Operation, string Code, int Version, CriterionContents Contents);

/// <summary>Describes a criterion anew. A step that scores stand on stays, as does the direction once scores were given: else they
/// would come to mean something else.</summary>
public sealed class DescribeCriterion(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, DescribeCriterionRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCriteria)) return Outcome.Forbidden;
        if (CriterionRules.Refuse(request.Contents) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var criterion = await db.Set<Criterion>().Include(found => found.Steps).FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (criterion is null) return Outcome.NotFound;
            var used = await IsScored(criterion.Id, cancellation);
            // Who scores blind is not told which steps others used: whatever was scored keeps the whole scale as it is.
            var wanted = request.Contents.Steps.Select(step => step.Value).ToHashSet();
            if (used && (!wanted.SetEquals(criterion.Steps.Select(step => step.Value)) || criterion.Direction != request.Contents.Direction))
                return Outcome.Refused<PrioritiesTexts>("ScaleIsInUse", "Steps", criterion.Code);
            db.Expect(criterion, request.Version);
            criterion.Describe(request.Contents);
            return Nothing.Value;
        }, cancellation);
    }

    private async Task<bool> IsScored(Guid criterionId, CancellationToken cancellation) =>
        await db.Set<Score>().AnyAsync(score => score.CriterionId == criterionId, cancellation)
        || await db.Set<SettledScore>().AnyAsync(score => score.CriterionId == criterionId, cancellation);
}
