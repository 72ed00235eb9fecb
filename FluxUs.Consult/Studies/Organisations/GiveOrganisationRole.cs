using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="Role">In words: "operator", "regulator".</param>
/// <param name="FlowId">Where it does it; a flow or an offering.</param>
public sealed record GiveOrganisationRoleRequest(Guid Operation, Guid OrganisationId, Guid? FlowId, Guid? OfferingId, LocalText Role);

public sealed class GiveOrganisationRole(ConsultDbContext db)
{
    public async Task<Outcome<Guid>> Handle(StudyAccess access, GiveOrganisationRoleRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        if (request.Role.IsEmpty) return Outcome.Refused<StudiesTexts>("OrganisationRoleNeedsWords", nameof(request.Role));
        if (request.FlowId is null == request.OfferingId is null) return Outcome.Refused<StudiesTexts>("OrganisationRoleNeedsPlace", "Place");
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var standsInStudy = await db.Set<Organisation>().AnyAsync(found => found.StudyId == access.StudyId && found.Id == request.OrganisationId, cancellation)
                && (request.FlowId is null || await db.Set<Flow>().AnyAsync(flow => flow.StudyId == access.StudyId && flow.Id == request.FlowId, cancellation))
                && (request.OfferingId is null || await db.Set<Offering>().AnyAsync(offering => offering.StudyId == access.StudyId && offering.Id == request.OfferingId, cancellation));
            if (!standsInStudy) return Outcome.NotFound;
            var role = new OrganisationRole(request.OrganisationId, request.FlowId, request.OfferingId, request.Role);
            db.Add(role);
            return role.Id;
        }, cancellation);
    }
}
