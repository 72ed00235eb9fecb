using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

public sealed record DiscardTranscriptRequest(Guid Operation, string Code, Guid FileId);

/// <summary>Throws away a file that was brought and not taken.</summary>
public sealed class DiscardTranscript(ConsultDbContext db, ErasedFiles files)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, DiscardTranscriptRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteInterviews)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var interview = await db.FindInterview(access, request.Code, cancellation);
            var file = interview is null ? null : await db.Set<TranscriptFile>().FirstOrDefaultAsync(found => found.Id == request.FileId && found.InterviewId == interview.Id, cancellation);
            if (file is null) return Outcome.NotFound;
            if (file.SourceTextId is not null) return Outcome.Refused<InterviewsTexts>("TranscriptWasTaken");
            db.Remove(file);
            files.Erase(file.Sha256);
            return Nothing.Value;
        }, cancellation);
    }
}
