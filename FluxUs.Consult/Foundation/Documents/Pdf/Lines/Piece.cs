using FluxUs.Consult.Foundation.Documents.Hyphenation;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Lines;

/// <summary>Something that stands in a line; <paramref name="Owner"/> is the element it belongs to.</summary>
internal abstract record Piece(StructureNode Owner);

internal sealed record TextPiece(ShapedText Shaped, TextStyle Style, StructureNode Owner) : Piece(Owner)
{
    /// <summary>Where a click on it leads.</summary>
    public LinkTarget? Link { get; init; }

    /// <summary>Parts the words of its language; null where there is none.</summary>
    public Hyphenator? Hyphenator { get; init; }

    /// <summary>Places in its text where whoever wrote it allows a hyphen, in ascending order.</summary>
    public IReadOnlyList<int> SoftHyphens { get; init; } = [];

    /// <summary>
    /// A part of it with a hyphen, for the end of a line. What is read back of the hyphen is a soft one (ISO 32000-1,
    /// 14.8.2.2.3).
    /// </summary>
    public TextPiece WithHyphen(int first, int end)
    {
        var from = Shaped.Glyphs[first].Start;
        var text = Shaped.Text[from..(Shaped.Glyphs[end - 1].Start + Shaped.Glyphs[end - 1].Length)];
        var hyphen = new Glyph(Shaped.Typeface.HyphenGlyph, (short)Shaped.Typeface.AdvanceOf(Shaped.Typeface.HyphenGlyph), 0, 0, text.Length, 1, false);
        Glyph[] glyphs = [.. Shaped.Glyphs[first..end].Select(glyph => glyph with { Start = glyph.Start - from }), hyphen];
        return new(new ShapedText(text + PrintableText.SoftHyphen, Shaped.Typeface, glyphs), Style, Owner) { Link = Link };
    }

    public double HyphenWidth => Shaped.Typeface.AdvanceOf(Shaped.Typeface.HyphenGlyph) * Scale;

    public double Scale { get; } = Style.Size / Shaped.Typeface.UnitsPerEm;

    public double WidthOf(int first, int end)
    {
        var units = 0L;
        for (var at = first; at < end; at++) units += Shaped.Glyphs[at].Advance;
        return units * Scale;
    }
}

/// <summary>
/// The four steps of a confidence, of which <paramref name="Level"/> are full; the word follows as text. Its owner says what it is a
/// confidence in, or the sign is for the eye alone.
/// </summary>
internal sealed record SignPiece(int Level, TextStyle Style, StructureNode Owner) : Piece(Owner)
{
    public double StepWidth => Style.Size * 0.42;

    public double StepGap => Style.Size * 0.13;

    /// <summary>Before the first step: the space of a word is too narrow beside a bar.</summary>
    public double Lead => Style.Size * 0.12;

    public double Width => Lead + (4 * (StepWidth + StepGap)) + (Style.Size * 0.22);
}

/// <summary>An end of line that was asked for.</summary>
internal sealed record BreakPiece(StructureNode Owner) : Piece(Owner);

/// <summary>An address in the world, or with <paramref name="IsPlace"/> a named place in the file; with words for it.</summary>
internal sealed record LinkTarget(string Address, bool IsPlace, string Words);

/// <summary>
/// A stretch of a piece in a line, from one glyph to before another; a sign is one glyph. <paramref name="Read"/> is what
/// is read for it where that is not its own text: the whole word for the first part of a parted one, nothing for the
/// others.
/// </summary>
internal readonly record struct Segment(Piece Piece, int First, int End, double X, string? Read = null);

/// <summary>A line as it was broken; its width is without the spaces at its end.</summary>
internal sealed record Line(IReadOnlyList<Segment> Segments, double Width);
