using System.Globalization;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Literature.Importing;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

/// <summary>That an entry of a file is known already: as a reference of the study, or as an earlier entry of the same file.</summary>
/// <param name="Code">D-07 of the study's reference; empty for an entry of the file.</param>
/// <param name="Entry">Number of the earlier entry of the file; 0 for a reference of the study.</param>
/// <param name="IsSure">False when year or author is missing on one side: a person should look.</param>
/// <param name="Why">In the reader's language.</param>
public sealed record KnownAs(string Code, string CitationKey, int Entry, string Title, bool IsSure, string Why);

/// <summary>One entry of a file of references, with what would become of it.</summary>
/// <param name="Number">From 1, in the order of the file.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="WishedKey">The key that the file gives it, or null.</param>
/// <param name="CitationKey">The key that it would get.</param>
/// <param name="Notes">What was dropped or repaired in it.</param>
public sealed record LiteratureEntry(
    int Number, int Line, CslItem Item, string? WishedKey, string CitationKey, string Authors, KnownAs? Known, IReadOnlyList<ImportNote> Notes);

/// <summary>A file of references, read against what the study has.</summary>
/// <param name="OtherNotes">Notes that belong to no entry that comes in: whole entries dropped, how the file was read.</param>
internal sealed record ReadLiterature(FileKind Kind, IReadOnlyList<LiteratureEntry> Entries, IReadOnlyList<ImportNote> OtherNotes)
{
    public static Outcome Refuse(ImportRefusal refusal) => Outcome.Refused<LiteratureTexts>("FileRefused", "File", refusal.Describe(CultureInfo.CurrentUICulture));

    public static async Task<Outcome<ReadLiterature>> Of(ConsultDbContext db, Guid studyId, FileStore files, LiteratureFile file, CancellationToken cancellation)
    {
        await using var content = files.Open(file.Sha256);
        if (content is null) return Outcome.NotFound;
        var bytes = new byte[content.Length];
        await content.ReadExactlyAsync(bytes, cancellation);
        var reading = LiteratureReader.Read(bytes, file.FileName);
        return reading.IsRead ? await Against(db, studyId, reading.Value, cancellation) : Refuse(reading.Refusal);
    }

    private static async Task<ReadLiterature> Against(ConsultDbContext db, Guid studyId, ImportedLiterature literature, CancellationToken cancellation)
    {
        var known = await db.Set<Reference>().AsNoTracking().Where(reference => reference.StudyId == studyId).OrderBy(reference => reference.Id)
            .Select(reference => new { reference.Code, reference.CitationKey, reference.Title, reference.Csl }).ToListAsync(cancellation);
        var finder = new DuplicateFinder();
        foreach (var reference in known) finder.Add(CslJsonWriter.FromJson(reference.Csl));
        var keys = await db.FreeKeys(studyId, cancellation);

        List<LiteratureEntry> entries = [];
        foreach (var imported in literature.References)
        {
            KnownAs? twin = null;
            if (finder.Add(imported.Item) is { } duplicate)
            {
                var why = duplicate.Why(CultureInfo.CurrentUICulture);
                twin = duplicate.Known < known.Count
                    ? new KnownAs(known[duplicate.Known].Code, known[duplicate.Known].CitationKey, 0, known[duplicate.Known].Title, duplicate.IsSure, why)
                    : Entry(entries[duplicate.Known - known.Count], duplicate.IsSure, why);
            }

            entries.Add(new LiteratureEntry(
                imported.Number, imported.Line, imported.Item, imported.CitationKey, keys.Next(imported.Item, imported.CitationKey),
                string.Join("; ", (imported.Item.Author is { Count: > 0 } authors ? authors : imported.Item.Editor ?? []).Select(Reference.NameOf)), twin, imported.Notes));
        }

        var own = literature.References.SelectMany(reference => reference.Notes).ToHashSet(ReferenceEqualityComparer.Instance);
        return new ReadLiterature(literature.Kind, entries, [.. literature.Notes.Where(note => !own.Contains(note))]);
    }

    // An entry without a key of its own is named by the one that it would get.
    private static KnownAs Entry(LiteratureEntry earlier, bool isSure, string why) =>
        new("", earlier.CitationKey, earlier.Number, earlier.Item.Title ?? "", isSure, why);
}
