using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <param name="Code">C1: a letter or two and a number.</param>
public sealed record AddCriterionRequest(Guid Operation, string Code, CriterionContents Contents);

public sealed class AddCriterion(ConsultDbContext db)
{
    /// <returns>The id of the new criterion.</returns>
    public async Task<Outcome<Guid>> Handle(StudyAccess access, AddCriterionRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCriteria)) return Outcome.Forbidden;
        var code = request.Code.Trim().ToUpperInvariant();
        var refusals = CriterionRules.Refuse(request.Contents);
        if (!CriterionRules.Code().IsMatch(code)) refusals.Insert(0, new Refusal(typeof(PrioritiesTexts), "CriterionCode", nameof(request.Code), request.Code));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var present = await db.Set<Criterion>().Where(found => found.StudyId == access.StudyId).Select(found => new { found.Code, found.Order }).ToListAsync(cancellation);
            if (present.Any(found => found.Code == code)) return Outcome.Refused<PrioritiesTexts>("CriterionExists", nameof(request.Code), code);
            var criterion = new Criterion(access.StudyId, code, present.Select(found => found.Order).DefaultIfEmpty().Max() + 1);
            criterion.Describe(request.Contents);
            db.Add(criterion);
            return criterion.Id;
        }, cancellation);
    }
}
