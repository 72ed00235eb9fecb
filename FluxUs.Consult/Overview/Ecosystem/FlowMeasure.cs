using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Overview.Ecosystem;

/// <summary>How much there is of a flow: its largest mass, or else its largest volume. Counts of things (bicycles, devices) measure a part
/// of a flow and never stand for the whole. Sources that disagree give a span.</summary>
/// <param name="Least">The smallest value that a source gives.</param>
/// <param name="Most">The largest one.</param>
/// <param name="Unit">As people wrote it: "t/an".</param>
/// <param name="Tonnes">The largest value in tonnes; null for a volume.</param>
/// <param name="IsDisputed">Whether its sources disagree: <see cref="QuantityGroup.IsDisputed"/>.</param>
public sealed record FlowMeasure(decimal Least, decimal Most, LocalText Unit, decimal? Tonnes, bool IsDisputed)
{
    public bool IsSpan => Least != Most;

    /// <returns>Null when nothing weighs the flow or tells its volume.</returns>
    public static FlowMeasure? Of(IEnumerable<QuantityGroup> figures) => figures
        .SelectMany(group => group.Figures.Select(figure => (group, figure, Size: SizeOf(figure.Unit))))
        .Where(one => one.Size is not null)
        .OrderByDescending(one => one.Size!.IsMass).ThenByDescending(one => one.figure.Value * one.Size!.Factor)
        .Select(one =>
        {
            var alike = one.group.Figures.Where(figure => figure.Unit == one.figure.Unit).ToList();
            return new FlowMeasure(alike.Min(figure => figure.Value), alike.Max(figure => figure.Value), one.figure.Unit, one.Size!.IsMass ? one.figure.Value * one.Size.Factor : null, one.group.IsDisputed);
        })
        .FirstOrDefault();

    /// <summary>The figures with those first that tell the most of the whole.</summary>
    public static IReadOnlyList<QuantityGroup> Ordered(IEnumerable<QuantityGroup> figures) =>
        [.. figures.OrderByDescending(group => group.Figures.Max(figure => SizeOf(figure.Unit)?.IsMass)).ThenByDescending(group => group.Figures.Max(figure => (SizeOf(figure.Unit)?.Factor ?? 0) * figure.Value))];

    private sealed record Size(bool IsMass, decimal Factor);

    // What stands before the "per year" of a unit.
    private static Size? SizeOf(LocalText unit) => unit.In("fr").Split('/')[0].Trim().TrimEnd('.').ToLowerInvariant() switch
    {
        "t" or "tonne" or "tonnes" or "ton" => new(true, 1),
        "kg" => new(true, 0.001m),
        "kt" => new(true, 1_000),
        "mt" => new(true, 1_000_000),
        "m³" or "m3" => new(false, 1),
        _ => null,
    };
}
