using System.Collections.Immutable;
using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Pages;

/// <summary>Where blocks are set: a column of the page, the element they belong to, and what stands behind them.</summary>
internal sealed record Frame(double X, double Width, StructureNode Node, string Language, TextStyle Prose)
{
    public ImmutableArray<Backdrop> Backdrops { get; init; } = [];

    /// <summary>Narrower columns than this are not made, however deep blocks are nested.</summary>
    private const double Narrowest = 60;

    public Frame Indented(double by) => Width - by < Narrowest ? this : this with { X = X + by, Width = Width - by };

    public Frame Within(StructureNode node) => this with { Node = node };

    public Frame Behind(Backdrop backdrop) => this with { Backdrops = Backdrops.Add(backdrop) };

    /// <summary>A strip whose height and space above keep to the grid of the page.</summary>
    public Slab Strip(double height, double before = 0) => new() { Height = OnGrid(Math.Ceiling, height), Before = OnGrid(Math.Round, before * Prose.Spacing), Backdrops = Backdrops };

    private double OnGrid(Func<double, double> round, double length) => Prose.Grid > 0 ? round(Math.Round(length / Prose.Grid, 6)) * Prose.Grid : length;

    /// <summary>
    /// Text in lines, each a slab; neither the first nor the last line of a paragraph stands alone on a page.
    /// </summary>
    public List<Slab> Text(IReadOnlyList<Piece> pieces, TextStyle style, double before, bool whole = false)
    {
        var lines = LineBreaker.Break(pieces, Width);
        var slabs = new List<Slab>(lines.Count);
        for (var at = 0; at < lines.Count; at++)
        {
            var slab = new Slab
            {
                Before = at == 0 ? OnGrid(Math.Round, before * Prose.Spacing) : 0,
                Height = style.LineHeight,
                Baseline = style.Baseline,
                Backdrops = Backdrops,
                KeepNext = at + 1 < lines.Count && (whole || at == 0 || at == lines.Count - 2 || lines.Count <= 3),
            };
            slab.Marks.Add(new LineMark(lines[at], X, style.Baseline));
            slabs.Add(slab);
        }
        return slabs;
    }
}

internal static class SlabLists
{
    /// <summary>Keeps all of them on the page of what follows.</summary>
    public static List<Slab> KeptNext(this List<Slab> slabs)
    {
        foreach (var slab in slabs) slab.KeepNext = true;
        return slabs;
    }

    /// <summary>Keeps all of them on one page.</summary>
    public static List<Slab> KeptTogether(this List<Slab> slabs)
    {
        for (var at = 0; at < slabs.Count - 1; at++) slabs[at].KeepNext = true;
        return slabs;
    }
}
