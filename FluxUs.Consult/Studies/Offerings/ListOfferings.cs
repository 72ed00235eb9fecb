using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="Flows">The names of its flows; the first is the one that its fiche prints.</param>
public sealed record OfferingRow(Guid Id, string Code, LocalText Name, OfferingKind Kind, string Circularity, IReadOnlyList<LocalText> Flows, int Stages);

public sealed class ListOfferings(ConsultDbContext db)
{
    /// <param name="flow">The code of a flow, to see only its offerings; null for all.</param>
    public async Task<Outcome<IReadOnlyList<OfferingRow>>> Run(StudyAccess access, string? flow, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadCatalogue)) return Outcome.Forbidden;
        var offerings = await db.Set<Offering>().AsNoTracking()
            .Where(offering => offering.StudyId == access.StudyId)
            .Where(offering => string.IsNullOrEmpty(flow) || db.Set<Flow>().Any(found => found.Code == flow && offering.Flows.Any(place => place.FlowId == found.Id)))
            .OrderBy(offering => offering.Code)
            .Select(offering => new { offering.Id, offering.Code, offering.Name, offering.Kind, offering.Circularity, Stages = offering.Stages.Count })
            .ToListAsync(cancellation);
        var flows = (await (
                from place in db.Set<OfferingFlow>()
                join found in db.Set<Flow>() on place.FlowId equals found.Id
                where found.StudyId == access.StudyId
                orderby place.Order
                select new { place.OfferingId, found.Name })
            .AsNoTracking().ToListAsync(cancellation)).ToLookup(place => place.OfferingId, place => place.Name);
        return offerings
            .Select(offering => new OfferingRow(offering.Id, offering.Code, offering.Name, offering.Kind, offering.Circularity, [.. flows[offering.Id]], offering.Stages))
            .ToList();
    }
}
