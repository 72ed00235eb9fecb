using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Interviews.Transcripts;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

/// <param name="FileName">As the person's machine calls it; only shown, never a path.</param>
public sealed record BringTranscriptRequest(Guid Operation, string Code, string FileName, Stream Content);

/// <summary>Keeps a file for an interview so that its preview can be read; nothing of it is in the study yet.</summary>
public sealed class BringTranscript(ConsultDbContext db, FileStore files, TimeProvider time)
{
    /// <returns>The id of the file.</returns>
    public async Task<Outcome<Guid>> Handle(StudyAccess access, BringTranscriptRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteInterviews)) return Outcome.Forbidden;
        if (!await db.Set<Interview>().AnyAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation)) return Outcome.NotFound;
        var fileName = Path.GetFileName(request.FileName.Replace('\\', '/'));
        var stored = await files.Store(request.Content, fileName, cancellation);
        if (!stored.IsRead) return TranscriptTexts.Refuse(stored.Refusal);

        var outcome = await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var interview = await db.FindInterview(access, request.Code, cancellation);
            if (interview is null) return Outcome.NotFound;
            if (await db.Withdrawn(interview.Id, cancellation) is { } withdrawn) return Outcome.Refused<InterviewsTexts>("ConsentWithdrawn", null, withdrawn);
            var file = new TranscriptFile(interview.Id, fileName, stored.Value.Hash, stored.Value.Size, access.Actor.Id, time.GetUtcNow().UtcDateTime);
            var reading = await TranscriptTexts.Read(files, file, cancellation);
            if (reading is { IsRead: false }) return TranscriptTexts.Refuse(reading.Refusal);
            db.Add(file);
            return file.Id;
        }, cancellation);
        if (!outcome.IsDone) await Forget(stored.Value.Hash, cancellation);
        return outcome;
    }

    // The same content may stand in another interview already.
    private async Task Forget(string hash, CancellationToken cancellation)
    {
        if (!await db.Set<TranscriptFile>().AnyAsync(file => file.Sha256 == hash, cancellation)) files.Delete(hash);
    }
}
