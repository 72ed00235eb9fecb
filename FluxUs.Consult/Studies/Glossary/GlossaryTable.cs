using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Studies;

/// <summary>The glossary as a table: <c>fr, nl, en, definition, note</c>, a term a row.</summary>
public static class GlossaryTable
{
    public const string FileName = "glossary.csv";

    internal const string Definition = "definition", Note = "note";

    public static IReadOnlyList<CsvColumn<GlossaryContents>> Columns { get; } =
    [
        new("fr", row => row.Term.French), new("nl", row => row.Term.Dutch), new("en", row => row.Term.English), new(Definition, row => row.Definition), new(Note, row => row.Note),
    ];
}

/// <summary>Gives the glossary to take away, as CSV.</summary>
public sealed class ExportGlossary(ListTerms terms)
{
    public async Task<Outcome<byte[]>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadGlossary)) return Outcome.Forbidden;
        using var content = new MemoryStream();
        CsvTables.Write(content, (await terms.Of(access.StudyId, cancellation)).Select(row => row.Contents), GlossaryTable.Columns);
        return content.ToArray();
    }
}
