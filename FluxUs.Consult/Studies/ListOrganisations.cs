using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <summary>One line of the study's organisations.</summary>
public sealed record OrganisationRow(Guid Id, string Name, string Kind, string WebAddress, int Version);

public sealed class ListOrganisations(ConsultDbContext db)
{
    public async Task<Outcome<IReadOnlyList<OrganisationRow>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadCatalogue)) return Outcome.Forbidden;
        return await db.Set<Organisation>().AsNoTracking()
            .Where(organisation => organisation.StudyId == access.StudyId)
            .OrderBy(organisation => organisation.Name)
            .Select(organisation => new OrganisationRow(organisation.Id, organisation.Name, organisation.Kind, organisation.WebAddress, organisation.Version))
            .ToListAsync(cancellation);
    }
}
