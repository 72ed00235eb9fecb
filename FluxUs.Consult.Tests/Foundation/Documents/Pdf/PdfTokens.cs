using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

/// <summary>
/// What stands within the streams that hold objects and the contents of pages, sign by sign, as ISO 32000-1 (7.2, 7.3) writes it and ISO 19005-3 (6.1.6, 6.1.13)
/// bounds it; and whether each entry of the cross-reference stream leads to its object (ISO 32000-1, 7.5.8). Readers forgive such faults, so a reader cannot judge them.
/// </summary>
internal static partial class PdfTokens
{
    private const int LongestString = 32_767;
    private const int LongestName = 127;
    private const double LeastNumber = 1.175e-38;

    public static List<string> Faults(byte[] bytes)
    {
        var faults = new List<string>();
        var parts = PdfParts.Of(bytes);
        foreach (var part in parts.Where(part => part.Holds("/Type/ObjStm") || part.IsPlain)) Check(part, faults);
        CheckEntries(parts, faults);
        return [.. faults.Distinct()];
    }

    private static void Check(PdfPart part, List<string> faults)
    {
        void Require(bool met, string fault)
        {
            if (!met) faults.Add($"{fault} in object {part.Number}");
        }

        var end = 0;
        foreach (Match token in Token().Matches(part.Text))
        {
            Require(token.Index == end || part.Text[end..token.Index].All(IsBlank), "something that is no token");
            end = token.Index + token.Length;
            var word = token.Value;
            switch (word[0])
            {
                case '(': Require(Length(word) <= LongestString, "a string that is too long"); break;
                case '<' when word != "<<":
                    Require(word.Length % 2 == 0, "a string of an odd number of digits");
                    Require((word.Length - 2) / 2 <= LongestString, "a string that is too long");
                    break;
                case '/': Require(word.Length - 1 - (2 * word.Count(sign => sign == '#')) <= LongestName, "a name that is too long"); break;
                case '+' or '-' or '.' or (>= '0' and <= '9'):
                    var isNumber = Number().IsMatch(word);
                    Require(isNumber, "a number that is none");
                    if (!isNumber) break;
                    var value = double.Parse(word, CultureInfo.InvariantCulture);
                    Require(Math.Abs(value) <= int.MaxValue && (value == 0 || Math.Abs(value) >= LeastNumber), "a number out of bounds");
                    break;
            }
        }
        Require(part.Text[end..].All(IsBlank), "something that is no token");
    }

    /// <summary>A free entry first; each other names the place of an object, or its stream and its place there.</summary>
    private static void CheckEntries(List<PdfPart> parts, List<string> faults)
    {
        var table = parts[^1].Content;
        var places = parts.ToDictionary(part => part.Number);
        for (var number = 1; number < table.Length / PdfParts.EntryLength; number++)
        {
            var (kind, where, place) = PdfParts.Entry(table, number);
            var leads = kind switch
            {
                1 => places.TryGetValue(number, out var part) && part.Offset == where,
                2 => places.TryGetValue((int)where, out var holder) && holder.Holds("/Type/ObjStm") && Held().Matches(holder.Text) is { } held && held.Count > 2 * place && held[2 * place].Value.Trim() == number.ToString(CultureInfo.InvariantCulture),
                _ => false,
            };
            if (!leads) faults.Add($"entry {number} leads to no object of that number");
        }
    }

    private static int Length(string literal) => Escape().Replace(literal, "x").Length - 2;

    private static bool IsBlank(char sign) => sign is '\0' or '\t' or '\n' or '\f' or '\r' or ' ';

    [GeneratedRegex(@"\((?>[^()\\]|\\[\s\S]|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)|<<|>>|<[0-9A-Fa-f]*>|[\[\]]|/[^\0\t\n\f\r ()<>\[\]{}/%]*|[^\0\t\n\f\r ()<>\[\]{}/%]+")]
    private static partial Regex Token();

    [GeneratedRegex(@"^[+-]?(\d+\.?\d*|\.\d+)$")]
    private static partial Regex Number();

    [GeneratedRegex(@"\\([0-7]{1,3}|[\s\S])")]
    private static partial Regex Escape();

    [GeneratedRegex(@"\G\d+ ")]
    private static partial Regex Held();
}
