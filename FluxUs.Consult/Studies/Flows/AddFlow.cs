using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="Code">A slug, unique in the study: "wood".</param>
public sealed record AddFlowRequest(Guid Operation, string Code, LocalText Name, LocalText Description);

/// <summary>Adds a flow after the others.</summary>
public sealed class AddFlow(ConsultDbContext db)
{
    public async Task<Outcome<Guid>> Handle(StudyAccess access, AddFlowRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        if (request.Name.IsEmpty) return Outcome.Refused<StudiesTexts>("FlowNeedsName", nameof(request.Name));
        var code = request.Code.Trim();
        if (!Codes.IsSlug(code)) return Outcome.Refused<StudiesTexts>("SlugUnreadable", nameof(request.Code));
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var present = await db.Set<Flow>().AsNoTracking().Where(flow => flow.StudyId == access.StudyId).Select(flow => new { flow.Code, flow.Order }).ToListAsync(cancellation);
            if (present.Exists(flow => flow.Code == code)) return Outcome.Refused<StudiesTexts>("CodeTaken", nameof(request.Code), code);
            var flow = new Flow(access.StudyId, code, request.Name, present.Count == 0 ? 1 : present.Max(flow => flow.Order) + 1);
            flow.Describe(request.Name, request.Description);
            db.Add(flow);
            return flow.Id;
        }, cancellation);
    }
}
