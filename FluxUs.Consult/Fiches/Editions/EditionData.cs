using System.Globalization;
using System.Text;
using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Fiches.Editions;

/// <summary>What travels within the PDF of an edition, so that a machine can read what a person reads: the document as JSON, and
/// its evidence as a table. Both come from the document alone, so that a stored edition gives the same bytes again.</summary>
public static class EditionData
{
    public static Attachment[] Of(FicheDocument document) =>
    [
        new("fiche.json", "application/json", document.Details.Title, AttachmentRole.Data, Encoding.UTF8.GetBytes(DocumentJson.Write(ForMachines(document)))),
        new("evidence.csv", "text/csv", document.Details.Title, AttachmentRole.Data, Encoding.UTF8.GetBytes(Evidence(document))),
    ];

    // The logo stands in the PDF already, and how charts look on screens tells a machine nothing.
    private static FicheDocument ForMachines(FicheDocument document) => document with
    {
        Blocks = [.. document.Blocks.Select(block => block switch { BandBlock band => band with { Logo = null }, FigureBlock figure => figure with { OnScreen = null }, _ => block })],
    };

    // One line a finding or source that the fiche lists (RFC 4180), also where several share a line of the fiche: its code, what it says or is, how sure it is (1 to 4), and what it rests on.
    private static string Evidence(FicheDocument document)
    {
        var lines = new StringBuilder("code,text,confidence,rests_on\r\n");
        foreach (var entry in document.Blocks.OfType<EvidenceBlock>().SelectMany(block => block.Entries).DistinctBy(entry => entry.Code))
        {
            var level = entry.Label.OfType<ConfidenceMark>().FirstOrDefault()?.Level.ToString(CultureInfo.InvariantCulture) ?? "";
            var basis = string.Join(' ', entry.Label.OfType<CodeReference>().Select(reference => reference.Code));
            foreach (var code in (string[])[entry.Code, .. entry.Aliases])
                lines.AppendJoin(',', new[] { code, PlainText.Of(entry.Inlines), level, basis }.Select(Cell)).Append("\r\n");
        }

        return lines.ToString();
    }

    // A spreadsheet takes for a formula what begins like one.
    private static string Cell(string text) => $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" + text : text).Replace("\"", "\"\"")}\"";
}
