using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record FlowRow(Guid Id, string Code, LocalText Name, LocalText Description, int Offerings, int Version);

public sealed class ListFlows(ConsultDbContext db)
{
    public async Task<Outcome<IReadOnlyList<FlowRow>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadCatalogue)) return Outcome.Forbidden;
        return await db.Set<Flow>().AsNoTracking().Where(flow => flow.StudyId == access.StudyId).OrderBy(flow => flow.Order).ThenBy(flow => flow.Code)
            .Select(flow => new FlowRow(flow.Id, flow.Code, flow.Name, flow.Description, db.Set<OfferingFlow>().Count(place => place.FlowId == flow.Id), flow.Version))
            .ToListAsync(cancellation);
    }
}
