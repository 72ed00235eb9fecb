using System.Globalization;
using System.Text;

namespace FluxUs.Consult.Evidence.Anchoring;

/// <summary>A name that a text says and what is shown in its place.</summary>
public sealed record Pseudonym(string Name, string Replacement);

/// <summary>One replacement: where the name stands in the original, where the pseudonym stands in what is shown.</summary>
public sealed record PseudonymSpan(int OriginalStart, int OriginalLength, int ShownStart, int ShownLength, Pseudonym Pseudonym)
{
    public int OriginalEnd => OriginalStart + OriginalLength;

    public int ShownEnd => ShownStart + ShownLength;
}

/// <summary>
/// A text as it is shown with pseudonyms, and the map of offsets between both. Names are found as whole words, whatever
/// their case, accents and blanks; of two that overlap the longer wins. The original is never changed.
/// </summary>
public sealed class PseudonymProjection
{
    private PseudonymProjection(string original, string shown, IReadOnlyList<PseudonymSpan> spans)
    {
        Original = original;
        Shown = shown;
        Spans = spans;
    }

    public string Original { get; }

    public string Shown { get; }

    public IReadOnlyList<PseudonymSpan> Spans { get; }

    public static PseudonymProjection Of(string text, IReadOnlyList<Pseudonym> pseudonyms)
    {
        var matches = Find(text, pseudonyms);
        var shown = new StringBuilder(text.Length);
        var spans = new List<PseudonymSpan>();
        var at = 0;
        foreach (var (start, end, pseudonym) in matches)
        {
            shown.Append(text, at, start - at);
            spans.Add(new PseudonymSpan(start, end - start, shown.Length, pseudonym.Replacement.Length, pseudonym));
            shown.Append(pseudonym.Replacement);
            at = end;
        }

        shown.Append(text, at, text.Length - at);
        return new PseudonymProjection(text, shown.ToString(), spans);
    }

    /// <summary>A span of the original as it is shown; one that touches a name takes in the whole pseudonym.</summary>
    public (int Start, int Length) ToShown(int start, int length) =>
        Map(start, length, span => span.OriginalStart, span => span.OriginalEnd, span => span.ShownStart, span => span.ShownEnd);

    /// <summary>A span of what is shown in the original; one that touches a pseudonym takes in the whole name.</summary>
    public (int Start, int Length) ToOriginal(int start, int length) =>
        Map(start, length, span => span.ShownStart, span => span.ShownEnd, span => span.OriginalStart, span => span.OriginalEnd);

    private (int Start, int Length) Map(
        int start, int length, Func<PseudonymSpan, int> from, Func<PseudonymSpan, int> fromEnd, Func<PseudonymSpan, int> to, Func<PseudonymSpan, int> toEnd)
    {
        var begin = Offset(start, isEnd: false);
        return (begin, length == 0 ? 0 : Offset(start + length, isEnd: true) - begin);

        int Offset(int offset, bool isEnd)
        {
            int low = 0, high = Spans.Count;
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (from(Spans[middle]) <= offset)
                    low = middle + 1;
                else
                    high = middle;
            }

            if (low == 0)
                return offset;
            var span = Spans[low - 1];
            if (offset >= fromEnd(span))
                return toEnd(span) + offset - fromEnd(span);
            return isEnd && offset > from(span) ? toEnd(span) : to(span);
        }
    }

    private static List<(int Start, int End, Pseudonym Pseudonym)> Find(string text, IReadOnlyList<Pseudonym> pseudonyms)
    {
        var (folded, places) = Fold(text);
        var found = new List<(int Start, int End, Pseudonym Pseudonym)>();
        foreach (var pseudonym in pseudonyms)
        {
            var name = Fold(pseudonym.Name).Folded.Trim();
            if (name.Length == 0)
                continue;
            for (var at = folded.IndexOf(name, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(name, at + 1, StringComparison.Ordinal))
            {
                var end = at + name.Length;
                var isWhole = (at == 0 || !char.IsLetterOrDigit(folded[at - 1])) && (end == folded.Length || !char.IsLetterOrDigit(folded[end]));
                // A name ends where the next thing begins, so that marks on its last letter belong to it.
                if (isWhole)
                    found.Add((places[at], end < places.Count ? places[end] : text.Length, pseudonym));
            }
        }

        found.Sort((one, other) => one.Start != other.Start ? one.Start.CompareTo(other.Start) : other.End.CompareTo(one.End));
        var kept = new List<(int Start, int End, Pseudonym Pseudonym)>();
        foreach (var match in found)
        {
            if (kept.Count == 0 || match.Start >= kept[^1].End)
                kept.Add(match);
            else if (match.End - match.Start > kept[^1].End - kept[^1].Start && (kept.Count == 1 || match.Start >= kept[^2].End))
                kept[^1] = match;
        }

        return kept;
    }

    /// <summary>Small letters without marks, each run of blanks as one, and where each stood.</summary>
    private static (string Folded, List<int> Places) Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var places = new List<int>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (char.IsWhiteSpace(character))
            {
                if (folded.Length > 0 && folded[^1] == ' ')
                    continue;
                character = ' ';
            }
            else if (char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            {
                continue;
            }
            else if (character == '’')
            {
                character = '\'';
            }
            else if (character >= '\u00C0' && char.IsLetter(character))
            {
                character = Bare(character);
            }

            folded.Append(char.ToLowerInvariant(character));
            places.Add(i);
        }

        return (folded.ToString(), places);
    }

    private static char Bare(char letter) => letter.ToString().Normalize(NormalizationForm.FormD)[0];
}
