using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

internal static class ScoredCriteria
{
    /// <summary>Why the scale of a criterion stays as it is: the key of a text, or null when it may change.</summary>
    /// <remarks>While people score blind nobody is told which criterion has scores: from the first score in the study on, all stay.</remarks>
    public static async Task<string?> WhyScaleStays(this ConsultDbContext db, Guid studyId, Guid criterionId, CancellationToken cancellation)
    {
        if (!await db.Set<Scoring>().AnyAsync(scoring => scoring.StudyId == studyId && scoring.ReleasedAt != null, cancellation))
            return await db.Set<Score>().AnyAsync(score => score.StudyId == studyId, cancellation) ? "ScalesStayWhileScoring" : null;
        return await db.Set<Score>().AnyAsync(score => score.CriterionId == criterionId, cancellation)
            || await db.Set<SettledScore>().AnyAsync(score => score.CriterionId == criterionId, cancellation) ? "ScaleIsInUse" : null;
    }
}
