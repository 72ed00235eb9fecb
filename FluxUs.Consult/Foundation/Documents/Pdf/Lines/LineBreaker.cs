using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Lines;

/// <summary>
/// Fills lines one after the other. A word longer than a line is cut between two of its letters. The time grows with
/// the text alone: at each end of line at most that line is looked at again.
/// </summary>
internal sealed class LineBreaker(IReadOnlyList<Piece> pieces, double width)
{
    private const double Tolerance = 0.01;

    // Signs without a width of their own could pile up in one line without end.
    private const int MaxGlyphs = 2_000;

    private readonly record struct Place(int Piece, int Glyph);

    public static List<Line> Break(IReadOnlyList<Piece> pieces, double width) => new LineBreaker(pieces, width).Break();

    /// <summary>The width of the text on one line.</summary>
    public static double WidthOf(IReadOnlyList<Piece> pieces) => Break(pieces, double.MaxValue).Select(line => line.Width).DefaultIfEmpty(0).Max();

    private List<Line> Break()
    {
        var lines = new List<Line>();
        var start = new Place(0, 0);
        while (start.Piece < pieces.Count)
        {
            var end = EndOfLine(start, out var next);
            lines.Add(Make(start, end));
            start = next;
        }
        return lines;
    }

    private Place EndOfLine(Place start, out Place next)
    {
        var x = 0.0;
        var count = 0;
        Place? possible = null;
        for (var at = start; at.Piece < pieces.Count; at = After(at))
        {
            if (pieces[at.Piece] is BreakPiece)
            {
                next = new(at.Piece + 1, 0);
                return at;
            }
            if (IsEmpty(at.Piece)) continue;
            var advance = AdvanceAt(at);
            var space = BreakPoints.IsSpace(LastChar(at));
            if (count++ == MaxGlyphs || (!space && advance > 0 && x + advance > width + Tolerance && at != start))
            {
                next = possible ?? at;
                return next;
            }
            x += advance;
            var following = After(at);
            if (CanEnd(at, following)) possible = following;
        }
        next = new(pieces.Count, 0);
        return next;
    }

    private bool CanEnd(Place at, Place following)
    {
        while (following.Piece < pieces.Count && IsEmpty(following.Piece)) following = After(following);
        return following.Piece < pieces.Count
            && BreakPoints.Between(LastChar(at), FirstChar(following));
    }

    private bool IsEmpty(int piece) => pieces[piece] is TextPiece { Shaped.Glyphs.Length: 0 };

    private Place After(Place at) =>
        pieces[at.Piece] is TextPiece text && at.Glyph + 1 < text.Shaped.Glyphs.Length ? new(at.Piece, at.Glyph + 1) : new(at.Piece + 1, 0);

    private double AdvanceAt(Place at) => pieces[at.Piece] switch
    {
        TextPiece text => text.Shaped.Glyphs[at.Glyph].Advance * text.Scale,
        SignPiece sign => sign.Width,
        _ => 0,
    };

    private char LastChar(Place at) =>
        pieces[at.Piece] is TextPiece text && text.Shaped.Glyphs[at.Glyph] is { Length: > 0 } glyph ? text.Shaped.Text[glyph.Start + glyph.Length - 1] : '\0';

    private char FirstChar(Place at) =>
        pieces[at.Piece] is TextPiece text && text.Shaped.Glyphs[at.Glyph] is { Length: > 0 } glyph ? text.Shaped.Text[glyph.Start] : '\0';

    private Line Make(Place start, Place end)
    {
        var segments = new List<Segment>();
        var x = 0.0;
        var trimmed = 0.0;
        for (var piece = start.Piece; piece < pieces.Count && (piece < end.Piece || (piece == end.Piece && end.Glyph > 0)); piece++)
        {
            var first = piece == start.Piece ? start.Glyph : 0;
            switch (pieces[piece])
            {
                case TextPiece text:
                    var last = piece == end.Piece ? end.Glyph : text.Shaped.Glyphs.Length;
                    if (last <= first) continue;
                    segments.Add(new(text, first, last, x));
                    var inked = InkedEnd(text, first, last);
                    if (inked > first) trimmed = x + text.WidthOf(first, inked);
                    x += text.WidthOf(first, last);
                    break;
                case SignPiece sign:
                    segments.Add(new(sign, 0, 1, x));
                    x += sign.Width;
                    trimmed = x;
                    break;
            }
        }
        return new(segments, trimmed);
    }

    private static int InkedEnd(TextPiece text, int first, int end)
    {
        while (end > first && text.Shaped.Glyphs[end - 1] is { Length: > 0 } glyph && BreakPoints.IsSpace(text.Shaped.Text[glyph.Start])) end--;
        return end;
    }
}
