using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.SourceTexts;

/// <param name="Speaker">As the file wrote it.</param>
/// <param name="ExpertId">One of the text's voices; null for an interviewer.</param>
public sealed record AssignSpeakerRequest(Guid Operation, Guid SourceTextId, string Speaker, Guid? ExpertId);

/// <summary>Says whose words stand under a speaker's label of a transcript.</summary>
public sealed class AssignSpeaker(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, AssignSpeakerRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteExcerpts)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var text = await db.Set<SourceText>().AsNoTracking().Where(found => found.StudyId == access.StudyId && found.Id == request.SourceTextId)
                .Select(found => new { found.Id, found.CurrentVersion, Experts = found.Voices.Select(voice => voice.ExpertId).ToList() }).FirstOrDefaultAsync(cancellation);
            if (text is null) return Outcome.NotFound;
            if (request.ExpertId is { } expert && !text.Experts.Contains(expert)) return Outcome.Refused<EvidenceTexts>("SpeakerIsNoVoice", nameof(request.ExpertId));
            var versions = db.Set<SourceTextVersion>().Where(version => version.SourceTextId == text.Id && version.Number == text.CurrentVersion).Select(version => version.Id);
            var segments = await db.Set<Segment>().Where(segment => versions.Contains(segment.SourceTextVersionId) && segment.Speaker == request.Speaker).ToListAsync(cancellation);
            if (segments.Count == 0) return Outcome.NotFound;
            foreach (var segment in segments) segment.SpokenBy(request.ExpertId);
            return Nothing.Value;
        }, cancellation);
    }
}
