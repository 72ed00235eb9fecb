using System.Globalization;
using System.Xml.Linq;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

/// <summary>
/// PDFBox Preflight, a validator that others wrote. It knows ISO 19005-1 alone, so what part 3 allows beyond part 1 is
/// let pass, and nothing else: the part's number, cross-reference streams, attached files, a profile of version 4, a
/// subset of a typeface without /CIDSet.
/// </summary>
internal static class ArchiveJudge
{
    private const string Jars = "/usr/share/java/";

    private static readonly string ClassPath =
        string.Join(':', new[] { "preflight", "xmpbox", "pdfbox2", "fontbox2", "commons-logging", "commons-io", "jaxb-api", "javax.activation" }.Select(jar => Jars + jar + ".jar"));

    private static readonly (string Code, string Details)[] AllowedByPartThree =
    [
        ("7.11.2", "part must be 1"),
        ("1.4", "/XRef cross reference streams are not allowed"),
        ("1.4.7", "EmbeddedFile entry is present in the Names dictionary"),
        ("1.2.9", "EmbeddedFile entry is present in a FileSpecification dictionary"),
        ("2.1.6", "Invalid version of the ICCProfile"),
        ("3.1.11", "The CIDSet entry is missing for the Composite Subset"),
    ];

    /// <summary>What it finds wrong, a line each; every file is judged or named.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        if (!File.Exists(Jars + "preflight.jar")) ExternalTool.Missing("PDFBox Preflight");
        var folder = Directory.CreateTempSubdirectory("pdf-");
        try
        {
            for (var at = 0; at < files.Count; at++) File.WriteAllBytes(PathOf(folder, at), files[at].Bytes);
            var output = ExternalTool.Run("java", "-cp", ClassPath, "org.apache.pdfbox.preflight.Validator_A1b", "xml", "batch", folder.FullName).Output;
            return [.. files.SelectMany((file, at) => Faults(PathOf(folder, at) + ".preflight.xml", output).Select(fault => $"{file.Name}: {fault}"))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Faults(string report, string output)
    {
        if (!File.Exists(report)) return ["not judged: " + output];
        var told = XDocument.Load(report).Root!;
        if (told.Element("isValid") is null) return ["not judged: " + told];
        return told.Descendants("error").Select(error => (Code: error.Element("code")!.Value, Details: error.Element("details")!.Value))
            .Where(error => !AllowedByPartThree.Any(allowed => allowed.Code == error.Code && error.Details.EndsWith(allowed.Details, StringComparison.Ordinal)))
            .Select(error => $"{error.Code} {error.Details}");
    }

    private static string PathOf(DirectoryInfo folder, int at) => Path.Combine(folder.FullName, at.ToString("D3", CultureInfo.InvariantCulture) + ".pdf");
}
