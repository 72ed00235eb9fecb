using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Literature;

/// <param name="DryRun">Tells what would come in and leaves the study as it is.</param>
public sealed record ImportReferencesRequest(Guid Operation, string FileName, Stream Content, bool DryRun = false);

/// <summary>Brings all references of a file that the study does not have yet in one go, for the command line and for a study
/// that is loaded whole.</summary>
public sealed class ImportReferences(BringLiterature bring, PreviewLiterature preview, TakeReferences take, DiscardLiterature discard)
{
    public async Task<Outcome<ReferenceImport>> Handle(StudyAccess access, ImportReferencesRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteReferences)) return Outcome.Forbidden;
        var brought = await bring.Handle(access, new BringLiteratureRequest(Guid.CreateVersion7(), request.FileName, request.Content), cancellation);
        if (!brought.IsDone) return brought.Failure;
        var seen = await preview.Run(access, brought.Value, cancellation);
        var outcome = !seen.IsDone ? seen.Failure
            : request.DryRun || seen.Value.New == 0 ? Told(seen.Value)
            : await take.Handle(access, new TakeReferencesRequest(request.Operation, brought.Value, [.. seen.Value.Entries.Select(entry => entry.Number)], [], []), cancellation);
        // Refused for a file that was taken: what came in keeps its file.
        await discard.Handle(access, new DiscardLiteratureRequest(Guid.CreateVersion7(), brought.Value), cancellation);
        return outcome;
    }

    private static ReferenceImport Told(LiteraturePreview seen) => new(
        seen.FileName, seen.Kind,
        [.. seen.Entries.Where(entry => entry.Known is null).Select(entry => new TakenReference(entry.Number, "", entry.CitationKey, entry.Item.Title ?? ""))],
        [.. seen.Entries.Where(entry => entry.Known is not null)],
        [.. seen.OtherNotes, .. seen.Entries.Where(entry => entry.Known is null).SelectMany(entry => entry.Notes)]);
}
