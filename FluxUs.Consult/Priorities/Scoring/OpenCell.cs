using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

public sealed record CellIds(Guid OfferingId, Guid CriterionId);

/// <summary>Which cell two codes name.</summary>
public sealed class OpenCell(ConsultDbContext db)
{
    public async Task<Outcome<CellIds>> Run(StudyAccess access, string offering, string criterion, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteScores)) return Outcome.Forbidden;
        var found = await db.Set<Offering>().Where(one => one.StudyId == access.StudyId && one.Code == offering)
            .Join(db.Set<Criterion>().Where(one => one.StudyId == access.StudyId && one.Code == criterion), one => one.StudyId, one => one.StudyId, (one, by) => new { one.Id, By = by.Id })
            .FirstOrDefaultAsync(cancellation);
        return found is null ? Outcome.NotFound : new CellIds(found.Id, found.By);
    }
}
