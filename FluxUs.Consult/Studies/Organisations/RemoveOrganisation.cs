using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record RemoveOrganisationRequest(Guid Operation, Guid Id);

/// <summary>Removes an organisation with its roles.</summary>
public sealed class RemoveOrganisation(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RemoveOrganisationRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var organisation = await db.Set<Organisation>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.Id, cancellation);
            if (organisation is null) return Outcome.NotFound;
            db.RemoveRange(await db.Set<OrganisationRole>().Where(role => role.OrganisationId == organisation.Id).ToListAsync(cancellation));
            db.Remove(organisation);
            return Nothing.Value;
        }, cancellation);
    }
}
