using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

/// <summary>
/// The bytes of a file, from its first to its last, as ISO 19005-3 (6.1.2 to 6.1.13) wants them: header, streams with their length and
/// their ends of line, the cross-reference stream and where it stands. Readers mend such faults silently; validators do not.
/// </summary>
internal static partial class PdfSyntax
{
    private const int MostObjects = 8_388_607;

    public static List<string> Faults(byte[] bytes)
    {
        var faults = new List<string>();
        var text = Encoding.Latin1.GetString(bytes);
        void Require(bool met, string fault)
        {
            if (!met) faults.Add(fault);
        }

        Require(Header().IsMatch(text), "no header, or no comment of bytes above 127 after it");
        Require(text.EndsWith("\n%%EOF\n", StringComparison.Ordinal), "something after the end, or no end");
        var at = text.IndexOf('\n', text.IndexOf('\n') + 1) + 1;
        var offsets = new List<int>();
        var dictionary = "";
        while (Object().Match(text, at) is { Success: true } found)
        {
            offsets.Add(at);
            dictionary = found.Groups["dictionary"].Value;
            Require(!Forbidden().IsMatch(dictionary), $"object {found.Groups["number"].Value} has a filter or a file that is forbidden");
            var end = found.Index + found.Length + int.Parse(found.Groups["length"].Value, CultureInfo.InvariantCulture);
            if (end + Ending.Length > text.Length || text.Substring(end, Ending.Length) != Ending)
            {
                faults.Add($"object {found.Groups["number"].Value} is longer or shorter than it says, or its end has no line of its own");
                return faults;
            }
            at = end + Ending.Length;
        }
        Require(Start().Match(text, at) is { Success: true } start && start.Length == text.Length - at && offsets.Count > 0 && start.Groups["offset"].Value == offsets[^1].ToString(CultureInfo.InvariantCulture),
            "the last object is not the cross-reference stream, or it stands elsewhere than the end says");
        Require(dictionary.Contains("/Type/XRef", StringComparison.Ordinal) && dictionary.Contains("/Root ", StringComparison.Ordinal) && !dictionary.Contains("/Encrypt", StringComparison.Ordinal), "no cross-reference stream, or an encrypted file");
        Require(Identifier().Match(dictionary) is { Success: true } id && id.Groups["first"].Value == id.Groups["second"].Value, "no identifier of the file");
        Require(Size().Match(dictionary) is { Success: true } size && int.Parse(size.Groups["size"].Value, CultureInfo.InvariantCulture) <= MostObjects, "too many objects");
        return faults;
    }

    private const string Ending = "\nendstream\nendobj\n";

    [GeneratedRegex(@"\A%PDF-1\.7\n%[\x80-\xff]{4,}\n")]
    private static partial Regex Header();

    [GeneratedRegex(@"\G(?<number>\d+) 0 obj\n(?<dictionary><<[^\n]*?/Length (?<length>\d+)>>)\nstream\n")]
    private static partial Regex Object();

    [GeneratedRegex("LZWDecode|/Crypt|/FFilter|/FDecodeParms|/F ")]
    private static partial Regex Forbidden();

    [GeneratedRegex(@"\Gstartxref\n(?<offset>\d+)\n%%EOF\n")]
    private static partial Regex Start();

    [GeneratedRegex("/ID\\[<(?<first>[0-9A-F]{32})><(?<second>[0-9A-F]{32})>\\]")]
    private static partial Regex Identifier();

    [GeneratedRegex(@"/Size (?<size>\d+)")]
    private static partial Regex Size();
}
