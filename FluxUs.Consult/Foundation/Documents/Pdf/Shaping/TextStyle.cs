using FluxUs.Consult.Foundation.Documents.Pdf.Fonts;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Shaping;

/// <summary>How some words look: size in points, colour as <c>#rrggbb</c>.</summary>
internal sealed record TextStyle(TypefaceFamily Family, double Size, string Colour)
{
    public bool Strong { get; init; }

    public bool Italic { get; init; }

    public bool Underlined { get; init; }

    /// <summary>Whether words are parted to fill a line; elsewhere only those longer than a line are.</summary>
    public bool Hyphenated { get; init; }

    /// <summary>Distance between baselines over the size.</summary>
    public double Leading { get; init; } = 1.35;

    public Typeface Typeface => Family.Of(Strong, Italic);

    /// <summary>Lines are a whole number of these high; 0 where there is no grid.</summary>
    public double Grid { get; init; }

    /// <summary>The spaces before its paragraphs, as a share of the usual ones.</summary>
    public double Spacing { get; init; } = 1;

    public double LineHeight => Grid > 0 ? Math.Max(1, Math.Round(Size * Leading / Grid)) * Grid : Size * Leading;

    /// <summary>From the top of a line to its baseline: the letters stand in the middle of the line.</summary>
    public double Baseline => (LineHeight / 2) + (Size * CapShare / 2);

    private const double CapShare = 0.66;
}
