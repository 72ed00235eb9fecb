using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

public sealed record RemoveCriterionRequest(Guid Operation, string Code, int Version);

/// <summary>Removes a criterion that nobody has scored by or weighed yet.</summary>
public sealed class RemoveCriterion(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RemoveCriterionRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCriteria)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var criterion = await db.Set<Criterion>().Include(found => found.Steps).FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (criterion is null) return Outcome.NotFound;
            var stays = await db.WhyScaleStays(access.StudyId, criterion.Id, cancellation);
            if (stays == "ScalesStayWhileScoring") return Outcome.Refused<PrioritiesTexts>("CriteriaStayWhileScoring");
            if (stays is not null
                || await db.Set<CriterionWeight>().AnyAsync(weight => weight.CriterionId == criterion.Id && weight.Value > 0, cancellation))
                return Outcome.Refused<PrioritiesTexts>("CriterionIsInUse", null, criterion.Code);
            db.Expect(criterion, request.Version);
            db.RemoveRange(await db.Set<CriterionWeight>().Where(weight => weight.CriterionId == criterion.Id).ToListAsync(cancellation));
            db.Remove(criterion);
            return Nothing.Value;
        }, cancellation);
    }
}
