using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

/// <summary>What a file would bring into an interview.</summary>
/// <param name="Kind">A transcript when it names speakers or times, else notes.</param>
/// <param name="Language">As the file declares it, else the interview's.</param>
/// <param name="Duration">Up to the last time in the file.</param>
/// <param name="Beginning">Its first turns.</param>
/// <param name="NotAgreed">Codes of experts whose consent allows no transcript.</param>
/// <param name="Unasked">Codes of experts without a consent on record.</param>
/// <param name="Replaces">The version that this file would follow, when the interview has such a text already; 0 for none.</param>
/// <param name="IsTaken">The file was taken already.</param>
/// <param name="PlannedFor">The day of the interview, where that is still to come: taking asks when it was held.</param>
public sealed record TranscriptPreview(
    Guid FileId, string FileName, SourceKind Kind, string Language, int Words, int Segments, TimeSpan? Duration,
    IReadOnlyList<TranscriptSpeaker> Speakers, IReadOnlyList<InterviewVoice> Voices, IReadOnlyList<ImportNote> Notes,
    IReadOnlyList<PreviewedTurn> Beginning, IReadOnlyList<string> NotAgreed, IReadOnlyList<string> Unasked, int Replaces, bool IsTaken,
    DateOnly? PlannedFor);

public sealed record PreviewedTurn(string? Speaker, TimeSpan? At, string Text);

public sealed class PreviewTranscript(ConsultDbContext db, FileStore files, TimeProvider time)
{
    private const int ShownTurns = 6;

    public async Task<Outcome<TranscriptPreview>> Run(StudyAccess access, string code, Guid fileId, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteInterviews)) return Outcome.Forbidden;
        var interview = await db.Set<Interview>().AsNoTracking().Include(found => found.Experts).Include(found => found.Interviewers).AsSplitQuery()
            .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation);
        if (interview is null) return Outcome.NotFound;
        var file = await db.Set<TranscriptFile>().AsNoTracking().FirstOrDefaultAsync(found => found.Id == fileId && found.InterviewId == interview.Id, cancellation);
        if (file is null) return Outcome.NotFound;
        var reading = await TranscriptTexts.Read(files, file, cancellation);
        if (reading is null) return Outcome.NotFound;
        if (!reading.IsRead) return TranscriptTexts.Refuse(reading.Refusal);

        var transcript = reading.Value;
        var kind = TranscriptTexts.KindOf(transcript);
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var voices = (await InterviewVoice.Of(db, access.StudyId, [.. interview.Experts.Select(expert => expert.ExpertId)], today, cancellation))
            .Values.OrderBy(voice => voice.Code, StringComparer.Ordinal).ToList();
        var replaces = await db.Set<SourceText>().Where(text => text.StudyId == access.StudyId && text.OriginId == interview.Id && text.Kind == kind)
            .Select(text => text.CurrentVersion).FirstOrDefaultAsync(cancellation);
        return new TranscriptPreview(
            file.Id, file.FileName, kind, LanguageOf(transcript.Language) ?? interview.Language, transcript.Segments.Sum(segment => SpeakerGuess.Words(segment.Text)), transcript.Segments.Count,
            transcript.Segments.Select(segment => segment.End ?? segment.Start).Max(),
            await TranscriptTexts.Speakers(db, transcript, interview, voices, cancellation), voices, transcript.Notes,
            [.. transcript.Segments.Take(ShownTurns).Select(segment => new PreviewedTurn(segment.Speaker, segment.Start, ImportNotes.Shorten(segment.Text)))],
            kind == SourceKind.Transcript ? [.. voices.Where(voice => voice is { WasAsked: true, Transcript: false }).Select(voice => voice.Code)] : [],
            [.. voices.Where(voice => !voice.WasAsked).Select(voice => voice.Code)], replaces, file.SourceTextId is not null,
            interview.Date > DateOnly.FromDateTime(time.GetLocalNow().DateTime) ? interview.Date : null);
    }

    private static string? LanguageOf(string? declared) => declared is { Length: >= 2 } && declared[..2].ToLowerInvariant() is "fr" or "nl" or "en" ? declared![..2].ToLowerInvariant() : null;
}
