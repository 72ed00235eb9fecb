using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

/// <summary>The offerings of a study by code, to choose from.</summary>
public sealed class ListOfferingNames(ConsultDbContext db)
{
    public async Task<Outcome<IReadOnlyList<OfferingName>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadCatalogue)) return Outcome.Forbidden;
        return await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == access.StudyId).OrderBy(offering => offering.Code)
            .Select(offering => new OfferingName(offering.Id, offering.Code, offering.Name)).ToListAsync(cancellation);
    }
}
