using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <param name="Version">Of the settled score that was seen; 0 when there was none.</param>
public sealed record SettleScoreRequest(Guid Operation, Guid OfferingId, Guid CriterionId, int Version, decimal Value, ScoreConfidence Confidence, string Rationale);

/// <summary>Settles one cell after the scores were released, with the reason that those who scored agreed on.</summary>
public sealed class SettleScore(ConsultDbContext db, TimeProvider time)
{
    /// <returns>The version of the settled score.</returns>
    public async Task<Outcome<int>> Handle(StudyAccess access, SettleScoreRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReleaseScores)) return Outcome.Forbidden;
        if (request.Rationale.Trim().Length > LongestAttribute.Paragraph) return Outcome.Refused<DataTexts>("TextTooLong", nameof(request.Rationale), LongestAttribute.Paragraph);
        return await db.Write<int>(access.Actor, request.Operation, async () =>
        {
            if (!await db.Set<Scoring>().AnyAsync(scoring => scoring.StudyId == access.StudyId && scoring.ReleasedAt != null, cancellation))
                return Outcome.Refused<PrioritiesTexts>("ReleaseFirst");
            if (string.IsNullOrWhiteSpace(request.Rationale)) return Outcome.Refused<PrioritiesTexts>("SettlingNeedsReason", nameof(request.Rationale));
            if (await Cells.Refuse(db, access, request.OfferingId, request.CriterionId, request.Value, cancellation) is { } refusal) return refusal;
            var settled = await db.Set<SettledScore>().FirstOrDefaultAsync(
                found => found.StudyId == access.StudyId && found.OfferingId == request.OfferingId && found.CriterionId == request.CriterionId, cancellation);
            if ((settled?.Version ?? 0) != request.Version) return Outcome.Changed;
            if (settled is null) db.Add(settled = new SettledScore(access.StudyId, request.OfferingId, request.CriterionId));
            else db.Expect(settled, request.Version);
            settled.Settle(request.Value, request.Confidence, request.Rationale, access.Actor.Id, time.GetUtcNow().UtcDateTime);
            return request.Version + 1;
        }, cancellation);
    }
}
