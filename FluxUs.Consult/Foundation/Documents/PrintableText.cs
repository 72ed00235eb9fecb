using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace FluxUs.Consult.Foundation.Documents;

/// <summary>
/// Text as it is set, on a page, on a screen and in a text processor alike: controls become spaces or go, broken
/// surrogates become U+FFFD, spaces within figures become narrow and do not break, and French gets its spaces. Text that
/// went through once comes out the same.
/// </summary>
internal static class PrintableText
{
    /// <summary>Where a word may be parted, written by whoever wrote the word.</summary>
    public const char SoftHyphen = '\u00ad';

    private const char NarrowNoBreak = '\u202f';
    private const char NoBreak = '\u00a0';
    private const char Replacement = '\ufffd';

    private static readonly SearchValues<char> Special =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), .. Enumerable.Range(0x7f, 33).Select(code => (char)code), '\u2028', '\u2029', '\ufeff', '\ufffe', '\uffff', .. Enumerable.Range(0xd800, 0x800).Select(code => (char)code)]);

    private static readonly SearchValues<char> Spaces = SearchValues.Create(' ', NoBreak);
    private static readonly SearchValues<char> FrenchSigns = SearchValues.Create(";!?:«»");

    /// <summary>Without soft hyphens, for what is not running text.</summary>
    public static string Of(string text, string language) => Breakable(text, language).Replace("\u00ad", "", StringComparison.Ordinal);

    /// <summary>With the soft hyphens that it has.</summary>
    public static string Breakable(string text, string language)
    {
        if (text.AsSpan().ContainsAny(Special)) text = Clean(text);
        var french = language.StartsWith("fr", StringComparison.OrdinalIgnoreCase);
        if (french && text.AsSpan().ContainsAny(FrenchSigns)) text = FrenchSpaces(text);
        return text.AsSpan().ContainsAny(Spaces) ? FigureSpaces(text) : text;
    }

    /// <summary>
    /// Words of people as a page shows them: no line begins with a sign or a unit, and places in the text stay what they were, for it
    /// is as long as before.
    /// </summary>
    public static string AsLong(string text, string language)
    {
        if (!text.AsSpan().ContainsAny(Spaces)) return text;
        if (!language.StartsWith("fr", StringComparison.OrdinalIgnoreCase) || !text.AsSpan().ContainsAny(FrenchSigns)) return FigureSpaces(text);
        var spaced = text.ToCharArray();
        for (var at = 0; at < text.Length; at++)
            if (text[at] is ' ' or NoBreak && SpaceFor(at > 0 ? text[at - 1] : '\0', at + 1 < text.Length ? text[at + 1] : '\0') is { } space) spaced[at] = space;
        return FigureSpaces(new string(spaced));
    }

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (char.IsHighSurrogate(sign) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])) clean.Append(sign).Append(text[++at]);
            else if (char.IsSurrogate(sign) || sign is '\ufffe' or '\uffff') clean.Append(Replacement);
            else if (sign is '\t' or '\n' or '\r' or '\u2028' or '\u2029' or '\u0085') clean.Append(' ');
            else if (!char.IsControl(sign) && sign != '\ufeff') clean.Append(sign);
        }
        return clean.ToString();
    }

    /// <summary>A narrow space before ; ! ? and within « », a full one before the colon, none of which breaks.</summary>
    private static string FrenchSpaces(string text)
    {
        var spaced = new StringBuilder(text.Length + 8);
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            var before = at > 0 ? text[at - 1] : '\0';
            var after = at + 1 < text.Length ? text[at + 1] : '\0';
            if (sign is ' ' or NoBreak && SpaceFor(before, after) is { } space) sign = space;
            else if (LacksSpace(sign, before, after)) spaced.Append(sign == ':' ? NoBreak : NarrowNoBreak);
            spaced.Append(sign);
            if (sign == '«' && after != '\0' && !char.IsWhiteSpace(after)) spaced.Append(NarrowNoBreak);
        }
        return spaced.ToString();
    }

    private static char? SpaceFor(char before, char after) =>
        before == '«' || after is ';' or '!' or '?' or '»' ? NarrowNoBreak : after == ':' ? NoBreak : null;

    /// <summary>
    /// Whether a sign follows a word without its space. What goes on behind the sign, as in an address or a time of day,
    /// is no end of a clause.
    /// </summary>
    private static bool LacksSpace(char sign, char before, char after) => sign switch
    {
        '»' => before != '\0' && before != '«' && !char.IsWhiteSpace(before),
        ';' or ':' or '!' or '?' => (char.IsLetterOrDigit(before) || before is ')' or ']' or '»' or '%') && (after is '\0' or '»' or ')' or '!' or '?' || char.IsWhiteSpace(after)),
        _ => false,
    };

    private static string FigureSpaces(string text)
    {
        var spaced = new StringBuilder(text);
        for (var at = 0; at < text.Length; at++)
            if (text[at] is ' ' or NoBreak && IsFigure(text, at, at > 0 ? text[at - 1] : '\0', at + 1 < text.Length ? text[at + 1] : '\0')) spaced[at] = NarrowNoBreak;
        return spaced.ToString();
    }

    // Units that studies of flows use; a lone letter or two at the beginning of a line would not be read as one.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Units =
        FrozenSet.ToFrozenSet(["t", "kt", "Mt", "kg", "g", "km", "m", "cm", "mm", "ha", "l", "kW", "MW", "kWh", "MWh", "GWh", "k", "M", "ETP", "VTE", "FTE", "h"], StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private static bool IsUnit(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end])) end++;
        // An apostrophe makes it a French word: "en 2026 l’atelier".
        return end > at && end - at <= 3 && !(end < text.Length && text[end] is '\'' or '’') && Units.Contains(text.AsSpan(at, end - at));
    }

    /// <summary>Between thousands, and between a figure and its sign or unit: 10 000, 40 %, 5 €, 12 kg.</summary>
    private static bool IsFigure(string text, int at, char before, char after) =>
        char.IsAsciiDigit(before)
        && (after is '%' or '€' or '‰'
            || IsUnit(text, at + 1)
            || (at + 3 < text.Length && char.IsAsciiDigit(after) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
                && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4]))));
}
