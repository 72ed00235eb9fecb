using System.Collections.Immutable;
using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Pages;

/// <summary>
/// A strip of a page that is never cut: a line of text, a row of a table, a figure. Lengths are in points; within a
/// slab y counts from its top downwards, x from the left margin.
/// </summary>
internal sealed class Slab
{
    /// <summary>Space above it, which goes at the top of a page.</summary>
    public double Before { get; set; }

    public double Height { get; set; }

    /// <summary>Stays on the page of the slab that follows.</summary>
    public bool KeepNext { get; set; }

    /// <summary>Begins a page where less than this is left.</summary>
    public double LeastRoom { get; set; }

    /// <summary>What is drawn, in reading order.</summary>
    public List<Mark> Marks { get; } = [];

    /// <summary>What stands behind this and the neighbouring slabs: rules at the side, washes.</summary>
    public ImmutableArray<Backdrop> Backdrops { get; set; } = [];

    /// <summary>Drawn again above this slab where a page begins with it: the head of its table.</summary>
    public Slab? RepeatedHead { get; set; }

    /// <summary>Places in the file that begin here.</summary>
    public List<string> Places { get; } = [];

    /// <summary>Anchors of the blocks that end here.</summary>
    public List<string> Ends { get; } = [];

    /// <summary>The heading that begins here, for the bookmarks.</summary>
    public (int Level, string Title)? Bookmark { get; set; }

    /// <summary>From its top to the baseline of its first line.</summary>
    public double Baseline { get; init; }
}

/// <summary>A strip of colour from <paramref name="X"/> over the whole height of the slabs that stand on it.</summary>
internal sealed record Backdrop(double X, double Width, string Colour);

internal abstract record Mark;

/// <summary>A line of text from <paramref name="X"/> on the baseline <paramref name="Y"/>.</summary>
internal sealed record LineMark(Line Line, double X, double Y) : Mark;

/// <summary>A filled rectangle without meaning of its own.</summary>
internal sealed record BoxMark(double X, double Y, double Width, double Height, string Colour) : Mark;

/// <summary>The outline of a rectangle with round ends, around a state.</summary>
internal sealed record PillMark(double X, double Y, double Width, double Height, string Colour) : Mark;

/// <summary>The sign of a kind of evidence, centred on a point.</summary>
internal sealed record EvidenceMark(EvidenceKind Kind, double X, double Y, double Size) : Mark;

/// <summary>A drawing, its upper left corner at a point; one unit of it is <paramref name="Scale"/> points. Without an owner it means nothing.</summary>
internal sealed record DrawingMark(Drawing Drawing, double X, double Y, double Scale, StructureNode? Owner) : Mark;

/// <summary>A picture with its upper left corner at the top of the slab. Without an owner it means nothing.</summary>
internal sealed record PictureMark(ReadOnlyMemory<byte> Content, double X, double Width, double Height, StructureNode? Owner) : Mark;
