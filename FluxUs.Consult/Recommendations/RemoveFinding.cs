using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

public sealed record RemoveFindingRequest(Guid Operation, string Code, int Version);

/// <summary>Removes a finding on which nothing leans; its excerpts stay.</summary>
public sealed class RemoveFinding(ConsultDbContext db, IEnumerable<IRestsOnFindings> above)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RemoveFindingRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFindings)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var finding = await db.Set<Finding>().Include(found => found.Evidence).Include(found => found.Offerings)
                .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (finding is null) return Outcome.NotFound;

            var leaning = await db.Set<Recommendation>()
                .Where(recommendation => recommendation.Findings.Any(bound => bound.FindingId == finding.Id))
                .OrderBy(recommendation => recommendation.Code).Select(recommendation => recommendation.Code).ToListAsync(cancellation);
            foreach (var room in above)
                leaning.AddRange((await room.UsesOf(access, [finding.Id], cancellation)).Select(use => $"{use.Title} ({use.Where})"));
            if (leaning.Count > 0) return Outcome.Refused<RecommendationsTexts>("FindingCarries", null, finding.Code, string.Join(", ", leaning));

            db.Expect(finding, request.Version);
            db.Remove(finding);
            return Nothing.Value;
        }, cancellation);
    }
}
