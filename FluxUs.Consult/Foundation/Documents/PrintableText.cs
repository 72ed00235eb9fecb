using System.Buffers;
using System.Text;

namespace FluxUs.Consult.Foundation.Documents;

/// <summary>
/// Text as it is set: controls become spaces or go, broken surrogates become U+FFFD, and the spaces of French and of
/// figures become narrow and do not break.
/// </summary>
internal static class PrintableText
{
    private const char NarrowNoBreak = '\u202f';
    private const char Replacement = '\ufffd';

    private static readonly SearchValues<char> Special =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(code => (char)code), .. Enumerable.Range(0x7f, 34).Select(code => (char)code), '\u00ad', '\u2028', '\u2029', '\ufeff', '\ufffe', '\uffff', .. Enumerable.Range(0xd800, 0x800).Select(code => (char)code)]);

    public static string Of(string text, string language)
    {
        if (text.AsSpan().ContainsAny(Special)) text = Clean(text);
        return text.Contains(' ') || text.Contains('\u00a0') ? Space(text, language.StartsWith("fr", StringComparison.OrdinalIgnoreCase)) : text;
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
            else if (!char.IsControl(sign) && sign is not ('\u00ad' or '\ufeff')) clean.Append(sign);
        }
        return clean.ToString();
    }

    private static string Space(string text, bool french)
    {
        var spaced = new StringBuilder(text);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is not (' ' or '\u00a0')) continue;
            var before = at > 0 ? text[at - 1] : '\0';
            var after = at + 1 < text.Length ? text[at + 1] : '\0';
            if (IsFigure(text, at, before, after) || (french && (before == '«' || after is ':' or ';' or '!' or '?' or '»'))) spaced[at] = NarrowNoBreak;
        }
        return spaced.ToString();
    }

    /// <summary>Between thousands, and between a figure and its sign: 10 000, 40 %, 5 €.</summary>
    private static bool IsFigure(string text, int at, char before, char after) =>
        char.IsAsciiDigit(before)
        && (after is '%' or '€' or '‰'
            || (at + 3 < text.Length && char.IsAsciiDigit(after) && char.IsAsciiDigit(text[at + 2]) && char.IsAsciiDigit(text[at + 3])
                && (at + 4 == text.Length || !char.IsAsciiDigit(text[at + 4]))));
}
