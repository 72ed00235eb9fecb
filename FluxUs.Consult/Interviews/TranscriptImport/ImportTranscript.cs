using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Interviews;

/// <param name="SpokenBy">For each speaker the code of an expert or "interviewer"; null takes the program's guess.</param>
/// <param name="DryRun">Tells what would come in and leaves the study as it is.</param>
public sealed record ImportTranscriptRequest(Guid Operation, string Code, string FileName, Stream Content, bool DryRun = false, IReadOnlyDictionary<string, string>? SpokenBy = null);

/// <summary>What came in, or would.</summary>
/// <param name="Speakers">With whom each was taken for.</param>
/// <param name="SourceTextId">Null after a dry run.</param>
public sealed record TranscriptImport(
    string FileName, SourceKind Kind, string Language, int Words, int Segments, IReadOnlyList<TranscriptSpeaker> Speakers, IReadOnlyList<ImportNote> Notes, Guid? SourceTextId);

/// <summary>Brings a transcript or notes into an interview in one go, for the command line and for a study that is loaded whole.</summary>
public sealed class ImportTranscript(BringTranscript bring, PreviewTranscript preview, TakeTranscript take, DiscardTranscript discard)
{
    public async Task<Outcome<TranscriptImport>> Handle(StudyAccess access, ImportTranscriptRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteInterviews)) return Outcome.Forbidden;
        var brought = await bring.Handle(access, new BringTranscriptRequest(Guid.CreateVersion7(), request.Code, request.FileName, request.Content), cancellation);
        if (!brought.IsDone) return brought.Failure;
        var outcome = request.DryRun ? await Tell(access, request, brought.Value, cancellation) : await Take(access, request, brought.Value, cancellation);
        // Refused for a file that was taken: what came in keeps its file.
        await discard.Handle(access, new DiscardTranscriptRequest(Guid.CreateVersion7(), request.Code, brought.Value), cancellation);
        return outcome;
    }

    // The result of an operation is kept for good: here it names speakers, so the operation is that of the taking, whose result names nobody.
    private async Task<Outcome<TranscriptImport>> Take(StudyAccess access, ImportTranscriptRequest request, Guid file, CancellationToken cancellation)
    {
        var told = await Tell(access, request, file, cancellation);
        if (!told.IsDone) return told.Failure;
        var spokenBy = told.Value.Speakers.ToDictionary(speaker => speaker.Name, speaker => speaker.Guess, StringComparer.Ordinal);
        var taken = await take.Handle(access, new TakeTranscriptRequest(request.Operation, request.Code, file, spokenBy, told.Value.Language), cancellation);
        return taken.IsDone ? told.Value with { SourceTextId = taken.Value } : taken.Failure;
    }

    private async Task<Outcome<TranscriptImport>> Tell(StudyAccess access, ImportTranscriptRequest request, Guid file, CancellationToken cancellation)
    {
        var told = await preview.Run(access, request.Code, file, cancellation);
        if (!told.IsDone) return told.Failure;
        var seen = told.Value;
        var speakers = seen.Speakers.Select(speaker => request.SpokenBy?.GetValueOrDefault(speaker.Name) is { } said ? speaker with { Guess = said } : speaker).ToList();
        return new TranscriptImport(seen.FileName, seen.Kind, seen.Language, seen.Words, seen.Segments, speakers, seen.Notes, null);
    }
}
