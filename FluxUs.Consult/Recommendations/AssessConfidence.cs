using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

/// <param name="Confidence">What the person weighed; who and when are filled in here.</param>
public sealed record AssessConfidenceRequest(Guid Operation, string Code, int Version, ConfidenceAssessment Confidence);

/// <summary>Keeps how far a finding can be trusted: four components with their reasons, and the level settled on. It may be
/// kept half done, but a concern never stands without its reason, and no level without its components.</summary>
public sealed class AssessConfidence(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, AssessConfidenceRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFindings)) return Outcome.Forbidden;
        var confidence = request.Confidence.Trimmed();
        var refusals = confidence.Unexplained
            .Select(component => new Refusal(typeof(RecommendationsTexts), "ConcernNeedsReason", component + "Reason")).ToList();
        if (confidence is { Level: not null, Proposed: null }) refusals.Add(new Refusal(typeof(RecommendationsTexts), "LevelNeedsComponents", nameof(confidence.Level)));
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var finding = await db.Set<Finding>()
                .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (finding is null) return Outcome.NotFound;
            db.Expect(finding, request.Version);
            finding.Assess(confidence.Level is null ? confidence : confidence with { SettledBy = access.Actor.Id, SettledAt = time.GetUtcNow().UtcDateTime });
            return Nothing.Value;
        }, cancellation);
    }
}
