using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

public sealed record DiscardTranscriptRequest(Guid Operation, string Code, Guid FileId);

/// <summary>Throws away a file that was brought and not taken.</summary>
public sealed class DiscardTranscript(ConsultDbContext db, FileStore files)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, DiscardTranscriptRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteInterviews)) return Outcome.Forbidden;
        string? hash = null;
        var outcome = await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var interview = await db.FindInterview(access, request.Code, cancellation);
            var file = interview is null ? null : await db.Set<TranscriptFile>().FirstOrDefaultAsync(found => found.Id == request.FileId && found.InterviewId == interview.Id, cancellation);
            if (file is null) return Outcome.NotFound;
            if (file.SourceTextId is not null) return Outcome.Refused<InterviewsTexts>("TranscriptWasTaken");
            hash = file.Sha256;
            db.Remove(file);
            return Nothing.Value;
        }, cancellation);
        if (hash is not null && !await db.Set<TranscriptFile>().AnyAsync(file => file.Sha256 == hash, cancellation)) files.Delete(hash);
        return outcome;
    }
}
