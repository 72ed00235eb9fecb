using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record RemoveOrganisationRoleRequest(Guid Operation, Guid Id);

public sealed class RemoveOrganisationRole(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RemoveOrganisationRoleRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var role = await db.Set<OrganisationRole>().FirstOrDefaultAsync(found => found.Id == request.Id
                && db.Set<Organisation>().Any(organisation => organisation.Id == found.OrganisationId && organisation.StudyId == access.StudyId), cancellation);
            if (role is null) return Outcome.NotFound;
            db.Remove(role);
            return Nothing.Value;
        }, cancellation);
    }
}
