using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="By">-1 towards the start of the list, +1 towards its end.</param>
public sealed record MoveFlowRequest(Guid Operation, Guid Id, int By);

public sealed class MoveFlow(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, MoveFlowRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var flows = await db.Set<Flow>().Where(flow => flow.StudyId == access.StudyId).OrderBy(flow => flow.Order).ThenBy(flow => flow.Code).ToListAsync(cancellation);
            var from = flows.FindIndex(flow => flow.Id == request.Id);
            if (from < 0) return Outcome.NotFound;
            var moved = flows[from];
            flows.RemoveAt(from);
            flows.Insert(Math.Clamp(from + Math.Sign(request.By), 0, flows.Count), moved);
            for (var place = 0; place < flows.Count; place++) flows[place].PlaceAt(place + 1);
            return Nothing.Value;
        }, cancellation);
    }
}
