using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Overview.Ecosystem.Tables;

/// <summary>One thing measured, with all figures that sources give of it; or a flow that nothing measures yet.</summary>
/// <param name="Flow">The flow measured; null for a figure of an offering or of the study as a whole.</param>
/// <param name="Offering">The offering measured.</param>
/// <param name="Group">Null while the flow has no figure.</param>
/// <param name="Leaks">The stages where most people and documents see an obstacle.</param>
public sealed record QuantityLine(EcosystemFlow? Flow, EcosystemOffering? Offering, QuantityGroup? Group, IReadOnlyList<StageLine> Leaks);

internal static class QuantityLines
{
    /// <summary>Stages named beside a figure.</summary>
    private const int LeaksShown = 2;

    private static readonly Dictionary<string, Func<QuantityLine, object?>> Columns = new()
    {
        ["subject"] = line => line.Flow?.Name.ToString() ?? line.Offering?.Code,
        ["label"] = line => line.Group?.Figures[0].Label.ToString(),
        ["value"] = line => line.Group?.Figures.Max(figure => figure.Value),
        ["year"] = line => line.Group?.Figures.Max(figure => figure.Year),
    };

    /// <param name="stages">Every stage with what was counted there, worst first.</param>
    public static IReadOnlyList<QuantityLine> Of(EcosystemContents contents, IReadOnlyList<StageLine> stages, EcosystemFilter filter)
    {
        var flows = contents.Flows.Where(flow => filter.Flow is null || flow.Code == filter.Flow).ToList();
        var offerings = contents.Offerings.Where(filter.Takes).ToDictionary(offering => offering.Id);
        List<QuantityLine> lines =
        [
            .. flows.SelectMany(flow => flow.Figures.DefaultIfEmpty<QuantityGroup?>(null), (flow, group) => new QuantityLine(flow, null, group, Leaks(stage => stage.Offering.FlowCodes.Contains(flow.Code)))),
            .. contents.Figures.Where(group => group.Figures[0].OfferingId is { } id && offerings.ContainsKey(id))
                .Select(group => (group, offering: offerings[group.Figures[0].OfferingId!.Value])).OrderBy(one => one.offering.Code, StringComparer.Ordinal)
                .Select(one => new QuantityLine(null, one.offering, one.group, Leaks(stage => stage.Offering.Id == one.offering.Id))),
        ];
        // Figures of neither are the study's own.
        if (filter.Flow is null) lines.AddRange(contents.Figures.Where(group => group.Figures[0] is { FlowId: null, OfferingId: null }).Select(group => new QuantityLine(null, null, group, [])));
        return filter.Sorted(filter.Only ? lines.Where(line => line.Group?.IsDisputed == true) : lines, Columns);

        IReadOnlyList<StageLine> Leaks(Func<StageLine, bool> which) => [.. stages.Where(which).Where(stage => stage.Count.Obstacles > 0).Take(LeaksShown)];
    }
}
