using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary><c>literature/</c>: the documents from BibTeX and RIS, then what was noted of them.</summary>
internal static class LiteratureLoading
{
    public const string FileName = "literature/reading-notes.yaml";

    /// <summary>In the order of their import.</summary>
    public static readonly IReadOnlyList<string> Libraries = ["literature/references.bib", "literature/references.ris"];

    /// <param name="readOn">The day on which everything was read.</param>
    public static async Task Load(LoadingScene scene, DocumentsFile file, DemonstrationFiles files, DateOnly readOn)
    {
        var access = await scene.WhoMay(Permission.WriteReferences);
        var at = LoadingScene.Moment(readOn);
        foreach (var library in Libraries)
        {
            scene.Begin(library, library);
            var request = new ImportReferencesRequest(Guid.NewGuid(), Path.GetFileName(library), new MemoryStream(files.Bytes(library)));
            await scene.Done(scene.Act<ImportReferences>(at).Handle(access, request, scene.Cancellation));
        }

        foreach (var entry in file.Documents) await Place(scene, entry, access, at);
        foreach (var note in file.Notes) await Note(scene, note, at);
    }

    private static async Task Place(LoadingScene scene, DocumentEntry entry, StudyAccess access, DateTime at)
    {
        scene.Begin(FileName, entry.Code);
        var reference = await scene.Db.Set<Reference>().AsNoTracking().SingleOrDefaultAsync(found => found.StudyId == scene.StudyId && found.CitationKey == entry.Key, scene.Cancellation)
            ?? throw scene.Fault($"the import brought no {entry.Key}");
        if (reference.Code != entry.Code) throw scene.Fault($"the import gave {entry.Key} the code {reference.Code}");
        await scene.Done(scene.Act<ChangeReference>(at).Handle(
            access, new ChangeReferenceRequest(Guid.NewGuid(), entry.Key, reference.Version, ReferenceFields.Of(reference.Item, scene.Find("offering", entry.Offerings))), scene.Cancellation));
        scene.Remember("document", entry.Key, reference.Id);
    }

    private static async Task Note(LoadingScene scene, ReadingNoteEntry entry, DateTime at)
    {
        scene.Begin(FileName, entry.Reference);
        var access = await scene.As(entry.By);
        await scene.Done(scene.Act<KeepReadingNote>(at).Handle(
            access, new KeepReadingNoteRequest(entry.Reference, new AutosaveText(Guid.NewGuid(), 0, entry.Text)), scene.Cancellation));
        var text = await scene.Done(scene.Act<HandOverReadingNote>(at).Handle(access, new HandOverReadingNoteRequest(Guid.NewGuid(), entry.Reference), scene.Cancellation));
        await scene.Done(scene.Act<MarkFreeOfNames>(at).Handle(access, new MarkFreeOfNamesRequest(Guid.NewGuid(), text, 1, DespiteNames: true), scene.Cancellation));
        scene.Remember("source text", entry.Reference, text);
    }
}

internal sealed class DocumentsFile
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
