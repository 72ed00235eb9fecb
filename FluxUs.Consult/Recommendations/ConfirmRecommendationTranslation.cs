using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

/// <summary>Says that the translation of a recommendation is still right for its words as they stand.</summary>
public sealed class ConfirmRecommendationTranslation(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, ConfirmTranslationRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteRecommendations)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var recommendation = await db.Set<Recommendation>().Include(found => found.Translations)
                .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (recommendation is null || recommendation.Translations.All(translation => translation.Language != request.Language)) return Outcome.NotFound;
            db.Expect(recommendation, request.Version);
            recommendation.FollowedIn(request.Language);
            return Nothing.Value;
        }, cancellation);
    }
}
