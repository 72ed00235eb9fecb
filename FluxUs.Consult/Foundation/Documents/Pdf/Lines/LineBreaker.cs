using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Lines;

/// <summary>
/// Fills lines one after the other, ragged right. A word is parted where a line would end far from the margin, never
/// on more than two lines in a row nor at the end of the text; one longer than a line is cut between two of its letters
/// where it cannot be parted. The time grows with the text alone: at each end of line at most that line is looked at
/// again.
/// </summary>
internal sealed class LineBreaker(IReadOnlyList<Piece> pieces, double width)
{
    private const double Tolerance = 0.01;

    // Signs without a width of their own could pile up in one line without end.
    private const int MaxGlyphs = 2_000;

    // So much of a line, and so many times the size of its letters, may stay empty before a word is parted.
    private const double RaggedShare = 0.12;
    private const double RaggedSizes = 4;

    private const int HyphensInRow = 2;

    private const int LongestUnit = 4;

    public static List<Line> Break(IReadOnlyList<Piece> pieces, double width) => new LineBreaker(pieces, width).Break();

    /// <summary>The width of the text on one line.</summary>
    public static double WidthOf(IReadOnlyList<Piece> pieces) => Break(pieces, double.MaxValue).Select(line => line.Width).DefaultIfEmpty(0).Max();

    /// <summary>The width of the longest part between two places where a line may end without parting a word.</summary>
    public static double LongestWordOf(IReadOnlyList<Piece> pieces) => new LineBreaker(pieces, double.MaxValue).LongestWord();

    private double LongestWord()
    {
        var (longest, x) = (0.0, 0.0);
        for (var at = new Place(0, 0); at.Piece < pieces.Count; at = After(at))
        {
            if (IsEmpty(at.Piece)) continue;
            if (pieces[at.Piece] is BreakPiece)
            {
                x = 0;
                continue;
            }
            x += AdvanceAt(at);
            if (!BreakPoints.IsSpace(LastChar(at))) longest = Math.Max(longest, x);
            if (CanEnd(at, After(at))) x = 0;
        }
        return longest;
    }

    private List<Line> Break()
    {
        var lines = new List<Line>();
        var start = new Place(0, 0);
        var hyphens = 0;
        WordParting? last = null;
        while (start.Piece < pieces.Count)
        {
            var end = EndOfLine(start, hyphens < HyphensInRow, out var next, out var parting);
            lines.Add(Make(start, end, last, parting));
            hyphens = parting is null ? 0 : hyphens + 1;
            (last, start) = (parting, next);
        }
        return lines;
    }

    private Place EndOfLine(Place start, bool mayPart, out Place next, out WordParting? parting)
    {
        parting = null;
        var x = 0.0;
        var count = 0;
        Place? possible = null;
        var filled = 0.0;
        var inked = 0.0;
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
                if (WordParting.Find(pieces, start, at, possible, x, width) is { } found
                    && (possible is null || (mayPart && found.Piece.Style.Hyphenated && width - filled > Math.Min(width * RaggedShare, found.Piece.Style.Size * RaggedSizes) && !found.IsLastWord)))
                {
                    parting = found;
                    next = found.Place;
                }
                return next;
            }
            x += advance;
            if (!space) inked = x;
            var following = After(at);
            if (CanEnd(at, following)) (possible, filled) = (following, inked);
        }
        next = new(pieces.Count, 0);
        return next;
    }

    private bool CanEnd(Place at, Place following)
    {
        while (following.Piece < pieces.Count && IsEmpty(following.Piece)) following = After(following);
        return following.Piece < pieces.Count
            && BreakPoints.Between(LastChar(at), FirstChar(following))
            && !(LastChar(at) == '/' && IsShort(following));
    }

    /// <summary>Whether so little of a word follows that it stays with what stands before it: t/an, et/ou.</summary>
    private bool IsShort(Place from)
    {
        var letters = 0;
        for (var at = from; at.Piece < pieces.Count && char.IsLetter(FirstChar(at)); at = After(at))
            if (++letters > LongestUnit) return false;
        return true;
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

    /// <summary>The line; <paramref name="last"/> is the word whose rest it begins with, <paramref name="parting"/> the one that it parts.</summary>
    private Line Make(Place start, Place end, WordParting? last, WordParting? parting)
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
                    var stop = piece == end.Piece ? end.Glyph : text.Shaped.Glyphs.Length;
                    if (stop <= first) continue;
                    var rest = last is not null && ReferenceEquals(last.Piece, text) && first == last.Place.Glyph ? Math.Min(last.EndGlyph, stop) : first;
                    var parted = parting is not null && ReferenceEquals(parting.Piece, text) ? Math.Max(parting.FirstGlyph, first) : stop;
                    if (rest > first) Add(text, first, Math.Min(rest, parted), "");
                    if (parted > rest) Add(text, Math.Max(first, rest), parted, null);
                    if (parted < stop)
                    {
                        var word = text.WithHyphen(parted, stop);
                        Add(word, 0, word.Shaped.Glyphs.Length, parted < rest ? "" : parting!.Word);
                    }
                    break;
                case SignPiece sign:
                    segments.Add(new(sign, 0, 1, x));
                    x += sign.Width;
                    trimmed = x;
                    break;
            }
        }
        return new(RightToLeft.Placed(segments), trimmed);

        void Add(TextPiece text, int first, int stop, string? read)
        {
            if (stop <= first) return;
            segments.Add(new(text, first, stop, x, read));
            var inked = InkedEnd(text, first, stop);
            if (inked > first) trimmed = x + text.WidthOf(first, inked);
            x += text.WidthOf(first, stop);
        }
    }

    private static int InkedEnd(TextPiece text, int first, int end)
    {
        while (end > first && text.Shaped.Glyphs[end - 1] is { Length: > 0 } glyph && BreakPoints.IsSpace(text.Shaped.Text[glyph.Start])) end--;
        return end;
    }
}
