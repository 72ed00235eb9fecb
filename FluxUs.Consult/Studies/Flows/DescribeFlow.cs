using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record DescribeFlowRequest(Guid Operation, Guid Id, int Version, LocalText Name, LocalText Description);

public sealed class DescribeFlow(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, DescribeFlowRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        if (request.Name.IsEmpty) return Outcome.Refused<StudiesTexts>("FlowNeedsName", nameof(request.Name));
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var flow = await db.Set<Flow>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.Id, cancellation);
            if (flow is null) return Outcome.NotFound;
            db.Expect(flow, request.Version);
            flow.Describe(request.Name, request.Description);
            return Nothing.Value;
        }, cancellation);
    }
}
