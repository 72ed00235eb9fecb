using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="FileName">As the person knows it.</param>
/// <param name="Content">CSV, as <see cref="GlossaryTable"/> writes it.</param>
public sealed record ImportGlossaryRequest(Guid Operation, string FileName, byte[] Content);

/// <summary>What a file brought.</summary>
public sealed record ImportedGlossary(int Added, int Changed, int Unchanged);

/// <summary>Takes terms from a table: those that are there already get its words, the others are added, none is removed. One cell
/// that cannot be taken, and nothing is.</summary>
public sealed class ImportGlossary(ConsultDbContext db)
{
    public const int MostBytes = 1024 * 1024;

    private const int MostRefusals = 12;

    public async Task<Outcome<ImportedGlossary>> Handle(StudyAccess access, ImportGlossaryRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteGlossary)) return Outcome.Forbidden;
        var fileName = Path.GetFileName(request.FileName.Replace('\\', '/'));
        if (request.Content.Length is 0 or > MostBytes || TextDecoding.Decode(request.Content, fileName).Value is not { } decoded)
            return Outcome.Refused<StudiesTexts>("GlossaryUnreadable", GlossarySheet.Field, fileName);
        var sheet = GlossarySheet.Of(CsvSheet.Read(decoded.Text), fileName);
        if (sheet.Refusals.Count > 0) return Outcome.Refused(sheet.Refusals.Take(MostRefusals));
        return await db.Write<ImportedGlossary>(access.Actor, request.Operation, async () =>
        {
            var known = (await db.Set<GlossaryTerm>().Where(found => found.StudyId == access.StudyId).ToListAsync(cancellation)).ToDictionary(term => term.Contents.Key);
            var (added, changed, unchanged) = (0, 0, 0);
            foreach (var row in sheet.Rows)
            {
                if (!known.TryGetValue(row.Contents.Key, out var term))
                {
                    db.Add(new GlossaryTerm(access.StudyId, row.Contents));
                    added++;
                    continue;
                }

                // A column that the file has not says nothing of what is recorded.
                var wanted = new GlossaryContents(
                    row.Contents.Term, sheet.Has(GlossaryTable.Definition) ? row.Contents.Definition : term.Definition, sheet.Has(GlossaryTable.Note) ? row.Contents.Note : term.Note);
                if (wanted == term.Contents)
                {
                    unchanged++;
                    continue;
                }

                term.Describe(wanted);
                changed++;
            }

            return new ImportedGlossary(added, changed, unchanged);
        }, cancellation);
    }
}
