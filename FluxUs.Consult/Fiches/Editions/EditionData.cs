using System.Globalization;
using System.Text;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Fiches.Editions;

/// <summary>What travels within the PDF of an edition, so that a machine can read what a person reads: the document as JSON, and
/// its evidence as a table. Both say no more than the pages do.</summary>
internal static class EditionData
{
    public static Attachment[] Of(ComposedFiche fiche) =>
    [
        new("fiche.json", "application/json", fiche.Document.Details.Title, AttachmentRole.Data, Encoding.UTF8.GetBytes(DocumentJson.Write(fiche.Document))),
        new("evidence.csv", "text/csv", fiche.Document.Details.Title, AttachmentRole.Data, Encoding.UTF8.GetBytes(Evidence(fiche.Material))),
    ];

    // One line a finding that the fiche cites and source that it rests on (RFC 4180).
    private static string Evidence(FicheMaterial material)
    {
        var lines = new StringBuilder("finding,statement,language,confidence,people,documents,source,label\r\n");
        foreach (var finding in EvidenceSections.CitedFindings(material))
        {
            var said = finding.Row.In(material.Language);
            var sources = finding.SourceTextIds.Select(material.SourceOf).Where(source => source is not null).DistinctBy(source => source!.Label.Code).DefaultIfEmpty();
            foreach (var source in sources)
            {
                lines.AppendJoin(',', new[]
                {
                    finding.Row.Code, said.Text, said.Language, finding.Row.Level?.ToString() ?? "", Number(finding.Row.Support.PeopleFor), Number(finding.Row.Support.DocumentsFor),
                    source?.Label.Code ?? "", source?.Description ?? "",
                }.Select(Cell)).Append("\r\n");
            }
        }

        return lines.ToString();
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    // A spreadsheet takes for a formula what begins like one.
    private static string Cell(string text) => $"\"{(text.Length > 0 && "=+-@\t\r".Contains(text[0]) ? "'" + text : text).Replace("\"", "\"\"")}\"";
}
