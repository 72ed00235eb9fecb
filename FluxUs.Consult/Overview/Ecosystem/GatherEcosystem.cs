using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview.Ecosystem;

/// <summary>An offering in its place.</summary>
/// <param name="FlowCodes">Its flows; the first is the one that its fiche prints.</param>
/// <param name="Circularity">As people write it; empty off the ladder.</param>
public sealed record EcosystemOffering(
    Guid Id, string Code, LocalText Name, LocalText ShortName, string Circularity, bool IsRetained, IReadOnlyList<string> FlowCodes, IReadOnlyList<StageRow> Stages)
{
    public Rung Rung => Rungs.Of(Circularity);

    /// <summary>What a drawing has room for.</summary>
    public LocalText Label => ShortName.IsEmpty ? Name : ShortName;
}

/// <summary>A flow with its figures and with the offerings placed in it.</summary>
/// <param name="Measure">How much there is of it; null while nothing measures it as a whole.</param>
public sealed record EcosystemFlow(
    Guid Id, string Code, LocalText Name, LocalText Description, FlowMeasure? Measure, IReadOnlyList<QuantityGroup> Figures, IReadOnlyList<EcosystemOffering> Offerings);

/// <summary>Flows in the order of the study, offerings by code, figures by key.</summary>
public sealed record EcosystemContents(IReadOnlyList<EcosystemFlow> Flows, IReadOnlyList<EcosystemOffering> Offerings, IReadOnlyList<QuantityGroup> Figures);

/// <summary>Gathers flows, figures and offerings for every page, table and chapter of the ecosystem. The number of queries is always the same.</summary>
public sealed class GatherEcosystem(ConsultDbContext db, ListQuantities quantities, RetainedOfferings retained)
{
    internal async Task<EcosystemContents> Of(Guid studyId, CancellationToken cancellation)
    {
        var flows = await db.Set<Flow>().AsNoTracking().Where(flow => flow.StudyId == studyId).OrderBy(flow => flow.Order).ThenBy(flow => flow.Code).ToListAsync(cancellation);
        var codes = flows.ToDictionary(flow => flow.Id, flow => flow.Code);
        var kept = (await retained.Of(studyId, cancellation)).Offerings;
        var offerings = await Offerings(studyId, codes, kept, cancellation);
        var figures = await quantities.Of(studyId, cancellation);
        var figuresOf = figures.ToLookup(group => group.Figures[0].FlowId);
        var placed = offerings.SelectMany(offering => offering.FlowCodes, (offering, code) => (code, offering)).ToLookup(place => place.code, place => place.offering);
        return new EcosystemContents(
            flows.ConvertAll(flow => new EcosystemFlow(
                flow.Id, flow.Code, flow.Name, flow.Description, FlowMeasure.Of(figuresOf[flow.Id]), FlowMeasure.Ordered(figuresOf[flow.Id]), [.. placed[flow.Code]])),
            offerings, figures);
    }

    private async Task<List<EcosystemOffering>> Offerings(Guid studyId, Dictionary<Guid, string> codes, IReadOnlySet<Guid> kept, CancellationToken cancellation)
    {
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == studyId).OrderBy(offering => offering.Code.Length).ThenBy(offering => offering.Code)
            .Select(offering => new { offering.Id, offering.Code, offering.Name, offering.ShortName, offering.Circularity }).ToListAsync(cancellation);
        var places = (await db.Set<OfferingFlow>().AsNoTracking().Where(place => db.Set<Flow>().Any(flow => flow.Id == place.FlowId && flow.StudyId == studyId))
            .OrderBy(place => place.Order).Select(place => new { place.OfferingId, place.FlowId }).ToListAsync(cancellation)).ToLookup(place => place.OfferingId, place => codes[place.FlowId]);
        var stages = (await db.Set<Stage>().AsNoTracking().Where(stage => db.Set<Offering>().Any(offering => offering.Id == stage.OfferingId && offering.StudyId == studyId))
            .OrderBy(stage => stage.Order).Select(stage => new { stage.OfferingId, stage.Id, stage.Name }).ToListAsync(cancellation)).ToLookup(stage => stage.OfferingId, stage => new StageRow(stage.Id, stage.Name));
        return offerings.ConvertAll(offering => new EcosystemOffering(
            offering.Id, offering.Code, offering.Name, offering.ShortName, offering.Circularity, kept.Contains(offering.Id), [.. places[offering.Id]], [.. stages[offering.Id]]));
    }
}
