using System.Buffers;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Lines;

/// <summary>Between two glyphs: before the one of that number in that piece.</summary>
internal readonly record struct Place(int Piece, int Glyph);

/// <summary>
/// Where the word that does not fit on a line may be parted: its glyphs in its piece, the place for the hyphen, and
/// whether it is the last word of its text.
/// </summary>
internal sealed record WordParting(TextPiece Piece, int FirstGlyph, int EndGlyph, Place Place, bool IsLastWord)
{
    public string Word => Piece.Shaped.Text[Piece.Shaped.Glyphs[FirstGlyph].Start..(EndGlyph < Piece.Shaped.Glyphs.Length ? Piece.Shaped.Glyphs[EndGlyph].Start : Piece.Shaped.Text.Length)];

    // What has such a sign is a code, an address or a figure, and stays whole.
    private static readonly SearchValues<char> NoWords = SearchValues.Create("0123456789@/\\_#=&+~|<>{}");

    // Two letters at the end of a line tell little of their word, whatever the patterns of a language allow.
    private const int LeastBefore = 3;

    private static readonly SearchValues<char> Closing = SearchValues.Create(".,;:!?)]»”’\"… \u00a0\u202f");

    /// <summary>
    /// The last place before <paramref name="at"/> where the word that stands there may be parted, so that the line from
    /// <paramref name="start"/> with a hyphen is not wider than <paramref name="width"/>; the line is
    /// <paramref name="x"/> wide at <paramref name="at"/>. Null where there is none.
    /// </summary>
    public static WordParting? Find(IReadOnlyList<Piece> pieces, Place start, Place at, Place? possible, double x, double width)
    {
        if (pieces[at.Piece] is not TextPiece text || (text.Hyphenator is null && text.SoftHyphens.Count == 0)) return null;
        var words = text.Shaped.Text;
        var here = text.Shaped.Glyphs[at.Glyph].Start;
        var (first, end) = (here, here);
        while (first > 0 && char.IsLetter(words[first - 1])) first--;
        while (end < words.Length && char.IsLetter(words[end])) end++;
        if (end - first < 2 || CountedBefore(words, first) || !IsWord(words, first, end) || GoesOn(pieces, at.Piece, words, first, end)) return null;

        var least = (possible ?? start) is var from && from.Piece == at.Piece ? from.Glyph : 0;
        var room = width - text.HyphenWidth;
        var places = Places(text, first, end);
        for (var number = places.Count - 1; number >= 0; number--)
        {
            var glyph = GlyphAt(text, places[number], least, at.Glyph);
            if (glyph > least && x - text.WidthOf(glyph, at.Glyph) <= room) return new(text, FirstFrom(text, first, at.Glyph), FirstFrom(text, end, at.Glyph), new(at.Piece, glyph), IsLast(pieces, at.Piece, words, end));
        }
        return null;
    }

    /// <summary>Places in the text of the piece: those that were written, else those of the language.</summary>
    private static List<int> Places(TextPiece text, int first, int end)
    {
        var written = text.SoftHyphens.Where(place => place > first && place < end).ToList();
        if (written.Count > 0 || text.Hyphenator is null) return written;
        return [.. text.Hyphenator.PlacesIn(text.Shaped.Text.AsSpan(first, end - first)).Where(place => place >= LeastBefore).Select(place => first + place)];
    }

    /// <summary>Whether a figure stands before the word and counts it: "2 personnes" is read at one glance.</summary>
    private static bool CountedBefore(string words, int first) =>
        first >= 2 && words[first - 1] is '\u00a0' or '\u202f' && char.IsAsciiDigit(words[first - 2]);

    /// <summary>The glyph that begins with a character, -1 where one glyph shows it together with the one before.</summary>
    private static int GlyphAt(TextPiece text, int character, int least, int most)
    {
        for (var at = most; at >= least; at--)
            if (text.Shaped.Glyphs[at].Start == character && text.Shaped.Glyphs[at].Length > 0) return at;
        return -1;
    }

    /// <summary>The first glyph of what begins with a character, looked for around a glyph.</summary>
    private static int FirstFrom(TextPiece text, int character, int around)
    {
        var glyphs = text.Shaped.Glyphs;
        while (around < glyphs.Length && glyphs[around].Start < character) around++;
        while (around > 0 && glyphs[around - 1].Start >= character) around--;
        return around;
    }

    private static bool IsWord(string words, int first, int end)
    {
        while (first > 0 && !char.IsWhiteSpace(words[first - 1])) first--;
        while (end < words.Length && !char.IsWhiteSpace(words[end])) end++;
        var token = words.AsSpan(first, end - first);
        // A full stop within is that of an address or of an abbreviation.
        return !token.ContainsAny(NoWords) && token.TrimEnd(".,;:!?)]»”’\"…").IndexOf('.') < 0;
    }

    /// <summary>Whether the word begins or ends in a neighbouring piece, as where a part of it is strong.</summary>
    private static bool GoesOn(IReadOnlyList<Piece> pieces, int piece, string words, int first, int end) =>
        (first == 0 && piece > 0 && pieces[piece - 1] is TextPiece { Shaped.Text: [.., var last] } && char.IsLetter(last))
        || (end == words.Length && piece + 1 < pieces.Count && pieces[piece + 1] is TextPiece { Shaped.Text: [var next, ..] } && char.IsLetter(next));

    private static bool IsLast(IReadOnlyList<Piece> pieces, int piece, string words, int end) =>
        piece == pieces.Count - 1 && words.AsSpan(end).IndexOfAnyExcept(Closing) < 0;
}
