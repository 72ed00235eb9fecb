using System.Globalization;

namespace FluxUs.Consult.Evidence.Anchoring;

/// <summary>
/// Where a text may be cut: between what people see as characters (Unicode UAX 29, extended grapheme clusters), never
/// inside a surrogate pair, an emoji sequence or a letter with its marks. Offsets count UTF-16 units.
/// </summary>
public static class GraphemeBoundaries
{
    public static bool IsBoundary(string text, int offset) => Floor(text, offset) == offset;

    /// <summary>The last boundary at or before an offset.</summary>
    public static int Floor(string text, int offset) => Around(text, offset).Before;

    /// <summary>The first boundary at or after an offset.</summary>
    public static int Ceiling(string text, int offset)
    {
        var (before, after) = Around(text, offset);
        return before == offset ? offset : after;
    }

    /// <summary>A span widened to whole characters; what lies outside the text is cut off. An empty span stays empty.</summary>
    public static (int Start, int Length) Snap(string text, int start, int length)
    {
        var from = Math.Clamp(start, 0, text.Length);
        var to = (int)Math.Clamp((long)start + Math.Max(0, length), from, text.Length);
        var floor = Floor(text, from);
        return (floor, to == from ? 0 : Ceiling(text, to) - floor);
    }

    /// <summary>The boundaries around an offset: the last at or before it, the first after it.</summary>
    private static (int Before, int After) Around(string text, int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, text.Length);
        if (offset == text.Length)
            return (offset, offset);
        var at = offset;
        // Between two plain ASCII characters there always is a boundary: counting starts at the nearest such place.
        while (at > 0 && !(IsPlain(text[at - 1]) && IsPlain(text[at])))
            at--;
        while (true)
        {
            var next = at + StringInfo.GetNextTextElementLength(text, at);
            if (next > offset)
                return (at, next);
            at = next;
        }
    }

    private static bool IsPlain(char character) => character is >= ' ' and < '\u007F' or '\n';
}
