using System.Globalization;

namespace FluxUs.Consult.Evidence.Excerpts;

/// <summary>Places in text that do not cut what people see as one character (extended grapheme clusters, Unicode Standard Annex 29).</summary>
public static class Graphemes
{
    /// <summary>The smallest span of whole characters around this one, without the white space at its ends.</summary>
    /// <param name="text">LF only.</param>
    /// <returns>Null when nothing but white space is left, or the span does not lie in the text.</returns>
    public static (int Start, int Length)? Snap(string text, int start, int length)
    {
        if (start < 0 || length <= 0 || start > text.Length - length) return null;
        var end = start + length;
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (start == end) return null;
        start = BoundaryAtOrBefore(text, start);
        end = BoundaryAtOrAfter(text, end);
        return (start, end - start);
    }

    private static int BoundaryAtOrBefore(string text, int place) => Around(text, place).Before;

    private static int BoundaryAtOrAfter(string text, int place) => Around(text, place).After;

    // A line feed always ends a character (rules GB4 and GB5), so counting may begin after the one before.
    private static (int Before, int After) Around(string text, int place)
    {
        var at = place == 0 ? 0 : text.LastIndexOf('\n', place - 1) + 1;
        while (at < place)
        {
            var next = at + StringInfo.GetNextTextElementLength(text.AsSpan(at));
            if (next > place) return (at, next);
            at = next;
        }

        return (place, place);
    }
}
