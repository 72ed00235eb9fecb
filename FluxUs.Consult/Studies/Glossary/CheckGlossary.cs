using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Studies;

/// <summary>One term as a table would leave it.</summary>
/// <param name="Before">As it stands; null for one that is added.</param>
public sealed record TermChange(GlossaryRow? Before, GlossaryContents After);

/// <summary>What a table would do to the glossary.</summary>
/// <param name="Unchanged">Terms of the table that stand as it says.</param>
public sealed record GlossaryPreview(string FileName, IReadOnlyList<TermChange> Changes, int Unchanged)
{
    public int Added => Changes.Count(change => change.Before is null);

    public int Changed => Changes.Count - Added;
}

/// <summary>Reads a table of terms against the glossary and writes nothing. One cell that cannot be taken refuses the whole file,
/// each named by its place. An empty cell says nothing of what is recorded.</summary>
public sealed class CheckGlossary(ListTerms terms)
{
    /// <summary>What a file may weigh: 1 MB.</summary>
    public const int MostBytes = 1024 * 1024;

    private const int MostRefusals = 12;

    /// <param name="fileName">As the person knows it.</param>
    /// <param name="content">CSV, as <see cref="GlossaryTable"/> writes it.</param>
    public async Task<Outcome<GlossaryPreview>> Run(StudyAccess access, string fileName, byte[] content, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteGlossary)) return Outcome.Forbidden;
        return Compare(await terms.Of(access.StudyId, cancellation), fileName, content);
    }

    internal static Outcome<GlossaryPreview> Compare(IReadOnlyList<GlossaryRow> known, string fileName, byte[] content)
    {
        fileName = Path.GetFileName(fileName.Replace('\\', '/'));
        if (content.Length == 0 && fileName.Length == 0) return Outcome.Refused<StudiesTexts>("GlossaryFileMissing");
        if (content.Length > MostBytes) return Outcome.Refused<StudiesTexts>("GlossaryTooLarge", null, fileName, MostBytes / 1024 / 1024);
        if (content.Length == 0 || TextDecoding.Decode(content, fileName).Value is not { } decoded) return Outcome.Refused<StudiesTexts>("GlossaryUnreadable", null, fileName);
        var sheet = GlossarySheet.Of(CsvSheet.Read(decoded.Text), fileName);
        if (sheet.Refusals.Count > 0) return Outcome.Refused(sheet.Refusals.Take(MostRefusals));

        var byKey = known.DistinctBy(row => row.Contents.Key).ToDictionary(row => row.Contents.Key);
        var changes = new List<TermChange>();
        foreach (var said in sheet.Rows)
        {
            var before = byKey.GetValueOrDefault(said.Key);
            var after = before is null ? said : Over(before.Contents, said);
            if (after != before?.Contents) changes.Add(new TermChange(before, after));
        }

        var preview = new GlossaryPreview(fileName, changes, sheet.Rows.Count - changes.Count);
        return known.Count + preview.Added > GlossaryRules.MostTerms ? Outcome.Refused([GlossaryRules.Full(known.Count + preview.Added)]) : preview;
    }

    private static GlossaryContents Over(GlossaryContents recorded, GlossaryContents said)
    {
        static string One(string recorded, string said) => said.Length > 0 ? said : recorded;
        return new GlossaryContents(
            new LocalText(One(recorded.Term.French, said.Term.French), One(recorded.Term.Dutch, said.Term.Dutch), One(recorded.Term.English, said.Term.English)),
            One(recorded.Definition, said.Definition.Trim()), One(recorded.Note, said.Note.Trim()));
    }
}
