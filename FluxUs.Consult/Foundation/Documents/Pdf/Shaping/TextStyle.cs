using FluxUs.Consult.Foundation.Documents.Pdf.Fonts;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Shaping;

/// <summary>How some words look: size in points, colour as <c>#rrggbb</c>.</summary>
internal sealed record TextStyle(TypefaceFamily Family, double Size, string Colour)
{
    public bool Strong { get; init; }

    public bool Italic { get; init; }

    public bool Underlined { get; init; }

    /// <summary>Distance between baselines over the size.</summary>
    public double Leading { get; init; } = 1.35;

    public Typeface Typeface => Family.Of(Strong, Italic);

    public double LineHeight => Size * Leading;

    /// <summary>From the top of a line to its baseline: the letters stand in the middle of the line.</summary>
    public double Baseline => (LineHeight / 2) + (Size * CapShare / 2);

    private const double CapShare = 0.66;
}
