using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

public sealed record DescribeCriterionRequest(Guid Operation, string Code, int Version, CriterionContents Contents);

/// <summary>Describes a criterion anew. Once scores stand on it its steps stay, as does the direction: else they would come to mean
/// something else.</summary>
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
            var wanted = request.Contents.Steps.Select(step => step.Value).ToHashSet();
            if ((!wanted.SetEquals(criterion.Steps.Select(step => step.Value)) || criterion.Direction != request.Contents.Direction)
                && await db.WhyScaleStays(access.StudyId, criterion.Id, cancellation) is { } reason)
                return Outcome.Refused<PrioritiesTexts>(reason, "Steps", criterion.Code);
            db.Expect(criterion, request.Version);
            criterion.Describe(request.Contents);
            return Nothing.Value;
        }, cancellation);
    }
}
