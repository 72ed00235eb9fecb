using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record RemoveFlowRequest(Guid Operation, Guid Id);

/// <summary>Removes a flow that nothing points at.</summary>
public sealed class RemoveFlow(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RemoveFlowRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var flow = await db.Set<Flow>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.Id, cancellation);
            if (flow is null) return Outcome.NotFound;
            var isUsed = await db.Set<OfferingFlow>().AnyAsync(place => place.FlowId == flow.Id, cancellation)
                || await db.Set<Quantity>().AnyAsync(quantity => quantity.FlowId == flow.Id, cancellation)
                || await db.Set<OrganisationRole>().AnyAsync(role => role.FlowId == flow.Id, cancellation)
                || await db.Set<ProgrammeFlow>().AnyAsync(place => place.FlowId == flow.Id, cancellation);
            if (isUsed) return Outcome.Refused<StudiesTexts>("FlowInUse");
            db.Remove(flow);
            return Nothing.Value;
        }, cancellation);
    }
}
