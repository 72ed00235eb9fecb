using System.Globalization;
using System.Text;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Objects;

/// <summary>Strings, names, numbers and dates as PDF writes them (ISO 32000-1, 7.3 and 7.9).</summary>
internal static class PdfText
{
    // Readers need not take strings longer than 32,767 bytes (ISO 19005-3, 6.1.13).
    private const int MaxLength = 8_000;

    /// <summary>A text string: ASCII as it is, all else as UTF-16 with its mark; what is too long is cut.</summary>
    public static string String(string text)
    {
        text = Cut(text);
        var ascii = text.All(sign => sign is >= ' ' and < '\u007f');
        return ascii ? Literal(text) : "<FEFF" + Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text)) + ">";
    }

    /// <summary>Text no longer than a string may be.</summary>
    public static string Cut(string text)
    {
        if (text.Length <= MaxLength) return text;
        var end = MaxLength - 1;
        return (char.IsHighSurrogate(text[end - 1]) ? text[..(end - 1)] : text[..end]) + "…";
    }

    /// <summary>A string of ASCII characters in parentheses.</summary>
    public static string Literal(string text) =>
        "(" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal) + ")";

    public static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);

    public static string Date(DateTimeOffset date) => date.UtcDateTime.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);

    public static string Reference(int number) => number.ToString(CultureInfo.InvariantCulture) + " 0 R";

    public static string Array(IEnumerable<int> references) => "[" + string.Join(' ', references.Select(Reference)) + "]";
}
