using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

/// <param name="SpokenBy">For each speaker of the file the code of an expert of the interview; anything else is no expert.</param>
/// <param name="Language">fr, nl or en.</param>
/// <param name="HeldOn">The day on which it was held; needed where the plan says one to come.</param>
public sealed record TakeTranscriptRequest(
    Guid Operation, string Code, Guid FileId, IReadOnlyDictionary<string, string> SpokenBy, string Language, DateOnly? HeldOn = null);

/// <summary>Makes the file that was previewed a text that can be tagged. A file is taken once.</summary>
public sealed class TakeTranscript(ConsultDbContext db, FileStore files, BringSourceText bring, TimeProvider time)
{
    /// <returns>The id of the source text.</returns>
    public async Task<Outcome<Guid>> Handle(StudyAccess access, TakeTranscriptRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteInterviews)) return Outcome.Forbidden;
        if (request.Language is not ("fr" or "nl" or "en")) return Outcome.Refused<InterviewsTexts>("InterviewNeedsLanguage", nameof(request.Language));
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var interview = await db.FindInterview(access, request.Code, cancellation);
            var file = interview is null ? null : await db.Set<TranscriptFile>().FirstOrDefaultAsync(found => found.Id == request.FileId && found.InterviewId == interview.Id, cancellation);
            if (interview is null || file is null) return Outcome.NotFound;
            if (file.SourceTextId is not null) return Outcome.Refused<InterviewsTexts>("TranscriptWasTaken");
            var reading = await TranscriptTexts.Read(files, file, cancellation);
            if (reading is null) return Outcome.NotFound;
            if (!reading.IsRead) return TranscriptTexts.Refuse(reading.Refusal);

            var kind = TranscriptTexts.KindOf(reading.Value);
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            var voices = (await InterviewVoice.Of(db, access.StudyId, [.. interview.Experts.Select(expert => expert.ExpertId)], today, cancellation)).Values;
            var against = voices.Where(voice => voice.Consent == ConsentState.Withdrawn || (kind == SourceKind.Transcript && voice is { WasAsked: true, Transcript: false })).Select(voice => voice.Code).Order(StringComparer.Ordinal).ToList();
            if (against.Count > 0) return Outcome.Refused<InterviewsTexts>("TranscriptNotAgreed", null, string.Join(", ", against));

            // What was said was said before today: a day to come is that of the plan, and it has to be put right first.
            var localToday = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
            if (interview.Date > localToday)
            {
                if (request.HeldOn is not { } day || day > localToday)
                    return Outcome.Refused<InterviewsTexts>("HeldInFuture", nameof(request.HeldOn), interview.Code, Formatting.Date(interview.Date));
                interview.Schedule(day, interview.Place, interview.Language, interview.GuideCode);
            }

            var segments = TranscriptTexts.Segments(reading.Value, request.SpokenBy, voices, kind);
            var made = await bring.Handle(access, new MakeSourceTextRequest(
                Guid.Empty, kind, interview.Id, interview.Code, request.Language, reading.Value.Text, segments,
                [.. interview.Experts.Select(expert => expert.ExpertId)], [.. interview.Offerings.Select(offering => offering.OfferingId)], interview.Date, ReplacesCorrection: true), cancellation);
            if (!made.IsDone) return made.Failure;
            file.Become(made.Value);
            interview.HandOver();
            return made.Value;
        }, cancellation);
    }
}
