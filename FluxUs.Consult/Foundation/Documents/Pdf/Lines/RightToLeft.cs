using System.Buffers;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Lines;

/// <summary>
/// Places what is written from right to left within a line that runs from left to right: a small part of Unicode's
/// bidirectional algorithm (UAX 9), by runs. The segments stay in the order in which they are read.
/// </summary>
internal static class RightToLeft
{
    private static readonly SearchValues<char> Neutral = SearchValues.Create(" \u00a0\u202f.,;:!?()-");

    private readonly record struct Item(Piece Piece, int Glyph, double X, double Width, bool IsStrong, bool IsNeutral);

    /// <summary>Whether a text has letters of such a script: Hebrew, Arabic and their neighbours.</summary>
    public static bool IsIn(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u0590', '\u08ff') || text.ContainsAnyInRange('\ufb1d', '\ufdff') || text.ContainsAnyInRange('\ufe70', '\ufefc');

    public static List<Segment> Placed(List<Segment> segments)
    {
        if (!segments.Exists(segment => segment.Piece is TextPiece text && IsIn(text.Shaped.Text))) return segments;
        var items = segments.Where(segment => segment.Read is null).SelectMany(Items).ToList();
        var placed = new List<Segment>(items.Count);
        for (var first = 0; first < items.Count;)
        {
            var end = first + 1;
            if (items[first].IsStrong)
            {
                // As far as the last strong letter before a word of the other direction.
                for (var at = end; at < items.Count && (items[at].IsStrong || items[at].IsNeutral); at++)
                    if (items[at].IsStrong) end = at + 1;
                var edge = items[first].X + items[end - 1].X + items[end - 1].Width;
                for (var at = first; at < end; at++) placed.Add(new(items[at].Piece, items[at].Glyph, items[at].Glyph + 1, edge - items[at].X - items[at].Width));
            }
            else
            {
                while (end < items.Count && !items[end].IsStrong && ReferenceEquals(items[end].Piece, items[first].Piece)) end++;
                placed.Add(new(items[first].Piece, items[first].Glyph, items[end - 1].Glyph + 1, items[first].X));
            }
            first = end;
        }
        // A parted word is never of such a script.
        placed.AddRange(segments.Where(segment => segment.Read is not null));
        return placed;
    }

    private static IEnumerable<Item> Items(Segment segment)
    {
        var x = segment.X;
        for (var at = segment.First; at < segment.End; at++)
        {
            if (segment.Piece is not TextPiece text)
            {
                yield return new(segment.Piece, at, x, 0, false, false);
                continue;
            }
            var glyph = text.Shaped.Glyphs[at];
            var shown = text.Shaped.Text.AsSpan(glyph.Start, glyph.Length);
            var width = glyph.Advance * text.Scale;
            yield return new(text, at, x, width, IsIn(shown), shown.IndexOfAnyExcept(Neutral) < 0);
            x += width;
        }
    }
}
