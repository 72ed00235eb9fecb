using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

public sealed record RemoveRecommendationRequest(Guid Operation, string Code, int Version);

/// <summary>Removes a recommendation; editions that printed it keep it.</summary>
public sealed class RemoveRecommendation(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RemoveRecommendationRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteRecommendations)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var recommendation = await db.Set<Recommendation>().Include(found => found.Findings).Include(found => found.Offerings)
                .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (recommendation is null) return Outcome.NotFound;
            db.Expect(recommendation, request.Version);
            db.Remove(recommendation);
            return Nothing.Value;
        }, cancellation);
    }
}
