using FluxUs.Consult.Evidence.Anchoring;

namespace FluxUs.Consult.Evidence.Excerpts;

/// <summary>Passages as people choose them: whole characters, no white space at their ends.</summary>
public static class ChosenWords
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
        start = GraphemeBoundaries.Floor(text, start);
        return (start, GraphemeBoundaries.Ceiling(text, end) - start);
    }
}
