using System.Globalization;
using System.Text.RegularExpressions;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Literature.Importing;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary><c>literature/</c>: the documents from BibTeX and RIS, then what was noted of them.</summary>
internal static partial class LiteratureLoading
{
    public const string FileName = "literature/reading-notes.yaml";
    private static readonly string[] Libraries = ["literature/references.bib", "literature/references.ris"];

    /// <param name="readOn">The day before which everything was read.</param>
    public static async Task Load(LoadingScene scene, LiteratureFile file, DemonstrationFiles files, CodeSequences codes, DateOnly readOn)
    {
        var access = await scene.WhoMay(Permission.WriteReferences);
        foreach (var library in Libraries) await Import(scene, library, files, codes, access);
        foreach (var entry in file.Documents)
        {
            scene.Begin(FileName, entry.Code);
            var id = scene.Find("document", entry.Key);
            await scene.Change(access, async () =>
            {
                var reference = await scene.Db.Set<Reference>().Include(found => found.Offerings).SingleAsync(found => found.Id == id, scene.Cancellation);
                if (reference.Code != entry.Code) throw scene.Fault($"the import gave {entry.Key} the code {reference.Code}");
                reference.Concern(scene.Find("offering", entry.Offerings));
            });
        }

        foreach (var note in file.Notes) await Note(scene, note, file, readOn);
    }

    private static async Task Import(LoadingScene scene, string library, DemonstrationFiles files, CodeSequences codes, StudyAccess access)
    {
        scene.Begin(library, library);
        var read = LiteratureReader.Read(files.Bytes(library), library);
        if (!read.IsRead) throw scene.Fault(read.Refusal.What(CultureInfo.CurrentUICulture));
        foreach (var entry in read.Value.References)
        {
            scene.Begin(library, entry.CitationKey ?? "");
            if (entry.CitationKey is not { } key) throw scene.Fault("the entry has no key of its own");
            var reference = new Reference(scene.StudyId, await codes.Next(scene.StudyId, Reference.CodePrefix, scene.Cancellation), key);
            reference.Describe(entry.Item);
            await scene.Add(access, reference);
            scene.Remember("document", key, reference.Id);
        }
    }

    private static async Task Note(LoadingScene scene, ReadingNoteEntry entry, LiteratureFile file, DateOnly readOn)
    {
        scene.Begin(FileName, entry.Reference);
        var access = await scene.As(entry.By);
        var id = scene.Find("document", entry.Reference);
        var document = file.Documents.Find(document => document.Key == entry.Reference) ?? throw scene.Fault("the note is of no document of the list");
        var at = LoadingScene.Moment(readOn);
        var note = new ReadingNote(id, access.Actor.Id);
        note.Text.Save(Guid.NewGuid(), 0, entry.Text, access.Actor.Id, at);
        await scene.Add(access, note);
        var language = await scene.Db.Set<Reference>().Where(found => found.Id == id).Select(found => found.Language).SingleAsync(scene.Cancellation);
        var text = await scene.Done(scene.Act<MakeSourceText>(at).Handle(
            access,
            new MakeSourceTextRequest(Guid.NewGuid(), SourceKind.ReadingNote, id, document.Code, language, note.Text.Text.TrimEnd(), Pages(note.Text.Text.TrimEnd()), [], scene.Find("offering", document.Offerings), null),
            scene.Cancellation));
        await scene.Done(scene.Act<MarkFreeOfNames>(at).Handle(access, new MarkFreeOfNamesRequest(Guid.NewGuid(), text, 1, DespiteNames: true), scene.Cancellation));
        scene.Remember("source text", document.Code, text);
        scene.Remember("source text", entry.Reference, text);
    }

    private static List<SegmentDraft> Pages(string text)
    {
        List<SegmentDraft> segments = [];
        int? page = null;
        foreach (Match paragraph in Paragraph().Matches(text))
        {
            if (paragraph.Groups["page"] is { Success: true } found) page = int.Parse(found.ValueSpan, CultureInfo.InvariantCulture);
            segments.Add(new SegmentDraft(paragraph.Index, paragraph.Length, null, null, null, null, page, null));
        }

        return segments;
    }

    // A paragraph may open with its page: "p. 41".
    [GeneratedRegex(@"(?:p\.\s*(?<page>\d+))?(?:.+\n?)+(?<!\n)")]
    private static partial Regex Paragraph();
}

internal sealed class LiteratureFile
{
    public required List<DocumentEntry> Documents { get; init; }
    public required List<ReadingNoteEntry> Notes { get; init; }
}

internal sealed class DocumentEntry
{
    public required string Code { get; init; }
    public required string Key { get; init; }
    public required List<string> Offerings { get; init; }
}

internal sealed class ReadingNoteEntry
{
    public required string Reference { get; init; }
    public required string By { get; init; }
    public required string Text { get; init; }
}
