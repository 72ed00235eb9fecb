using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <param name="Version">Of the score that was seen; 0 when there was none.</param>
/// <param name="Value">Null takes the score back: it is missing then, never zero.</param>
public sealed record GiveScoreRequest(
    Guid Operation, Guid OfferingId, Guid CriterionId, int Version, decimal? Value, ScoreConfidence Confidence, string Rationale,
    IReadOnlyList<Guid> ExcerptIds, IReadOnlyList<Guid> ReferenceIds);

/// <summary>Gives or changes one's own score of one cell, blind: until the scores are released nobody else sees it.</summary>
public sealed class GiveScore(ConsultDbContext db, TimeProvider time)
{
    /// <returns>The version of the score; 0 when it was taken back.</returns>
    public async Task<Outcome<int>> Handle(StudyAccess access, GiveScoreRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteScores)) return Outcome.Forbidden;
        return await db.Write<int>(access.Actor, request.Operation, async () =>
        {
            if (await db.Set<Scoring>().AnyAsync(scoring => scoring.StudyId == access.StudyId && scoring.ReleasedAt != null, cancellation))
                return Outcome.Refused<PrioritiesTexts>("ScoresAreReleased");
            if (await Cells.Refuse(db, access, request.OfferingId, request.CriterionId, request.Value, cancellation) is { } refusal) return refusal;
            var score = await db.Set<Score>().Include(found => found.Evidence).FirstOrDefaultAsync(
                found => found.StudyId == access.StudyId && found.ScorerId == access.Actor.Id && found.OfferingId == request.OfferingId && found.CriterionId == request.CriterionId, cancellation);
            if ((score?.Version ?? 0) != request.Version) return Outcome.Changed;
            if (request.Value is not { } value)
            {
                if (score is not null) db.Remove(score);
                return 0;
            }

            if (!await EvidenceStandsInStudy(access, request, cancellation)) return Outcome.NotFound;
            if (score is null) db.Add(score = new Score(access.StudyId, request.OfferingId, request.CriterionId, access.Actor.Id));
            else db.Expect(score, request.Version);
            score.Give(value, request.Confidence, request.Rationale, time.GetUtcNow().UtcDateTime);
            score.RestOn(request.ExcerptIds, request.ReferenceIds);
            return request.Version + 1;
        }, cancellation);
    }

    private async Task<bool> EvidenceStandsInStudy(StudyAccess access, GiveScoreRequest request, CancellationToken cancellation) =>
        (request.ExcerptIds.Count == 0
            || await db.Set<Excerpt>().CountAsync(excerpt => excerpt.StudyId == access.StudyId && request.ExcerptIds.Contains(excerpt.Id), cancellation) == request.ExcerptIds.Distinct().Count())
        && (request.ReferenceIds.Count == 0
            || await db.Set<Reference>().CountAsync(reference => reference.StudyId == access.StudyId && request.ReferenceIds.Contains(reference.Id), cancellation) == request.ReferenceIds.Distinct().Count());
}

/// <summary>What holds for every cell of the grid.</summary>
internal static class Cells
{
    /// <summary>Not found when the cell is none of this study; refused when the value is no step of the scale.</summary>
    public static async Task<Outcome?> Refuse(ConsultDbContext db, StudyAccess access, Guid offeringId, Guid criterionId, decimal? value, CancellationToken cancellation)
    {
        var isThere = await db.Set<Offering>().AnyAsync(offering => offering.StudyId == access.StudyId && offering.Id == offeringId, cancellation);
        var criterion = await db.Set<Criterion>().AsNoTracking().Include(found => found.Steps).FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == criterionId, cancellation);
        if (!isThere || criterion is null) return Outcome.NotFound;
        return value is { } given && criterion.Steps.All(step => step.Value != given)
            ? Outcome.Refused<PrioritiesTexts>("NoStepOfScale", "Value", given, criterion.Code)
            : null;
    }
}
