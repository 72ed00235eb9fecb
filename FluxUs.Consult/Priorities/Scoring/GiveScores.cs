using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <param name="Value">Null takes the score back.</param>
public sealed record GivenScore(Guid OfferingId, Guid CriterionId, decimal? Value, ScoreConfidence Confidence, string Rationale);

/// <summary>A value typed into a cell of the grid; confidence and reason stay as they were.</summary>
/// <param name="Version">Of the score that was seen; 0 when there was none.</param>
public sealed record TypedValue(Guid OfferingId, Guid CriterionId, decimal? Value, int Version);

/// <param name="Scores">Whole scores, as a spreadsheet gives them. Cells that are not named stay as they are.</param>
/// <param name="Values">Values alone, each with the version that was seen.</param>
public sealed record GiveScoresRequest(Guid Operation, IReadOnlyList<GivenScore> Scores, IReadOnlyList<TypedValue> Values);

/// <summary>Gives many of one's own scores at once, all of them or none: a spreadsheet, or a whole grid sent by one form.</summary>
public sealed class GiveScores(ConsultDbContext db, TimeProvider time)
{
    /// <returns>How many cells changed.</returns>
    public async Task<Outcome<int>> Handle(StudyAccess access, GiveScoresRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteScores)) return Outcome.Forbidden;
        return await db.Write<int>(access.Actor, request.Operation, async () =>
        {
            if (await db.Set<Scoring>().AnyAsync(scoring => scoring.StudyId == access.StudyId && scoring.ReleasedAt != null, cancellation))
                return Outcome.Refused<PrioritiesTexts>("ScoresAreReleased");
            var offerings = (await db.Set<Offering>().Where(offering => offering.StudyId == access.StudyId).Select(offering => offering.Id).ToListAsync(cancellation)).ToHashSet();
            var criteria = await db.Set<Criterion>().AsNoTracking().Include(criterion => criterion.Steps).Where(criterion => criterion.StudyId == access.StudyId)
                .ToDictionaryAsync(criterion => criterion.Id, cancellation);
            var mine = await db.Set<Score>().Include(score => score.Evidence).Where(score => score.StudyId == access.StudyId && score.ScorerId == access.Actor.Id)
                .ToDictionaryAsync(score => (score.OfferingId, score.CriterionId), cancellation);
            var (now, changed) = (time.GetUtcNow().UtcDateTime, 0);
            if (request.Values.Any(typed => (mine.GetValueOrDefault((typed.OfferingId, typed.CriterionId))?.Version ?? 0) != typed.Version)) return Outcome.Changed;
            var typed = request.Values.Select(cell =>
            {
                var present = mine.GetValueOrDefault((cell.OfferingId, cell.CriterionId));
                return new GivenScore(cell.OfferingId, cell.CriterionId, cell.Value, present?.Confidence ?? ScoreConfidence.Moderate, present?.Rationale ?? "");
            });
            foreach (var given in request.Scores.Concat(typed).ToList())
            {
                if (!offerings.Contains(given.OfferingId) || !criteria.TryGetValue(given.CriterionId, out var criterion)) return Outcome.NotFound;
                if (given.Value is { } wanted && criterion.Steps.All(step => step.Value != wanted)) return Outcome.Refused<PrioritiesTexts>("NoStepOfScale", "Value", wanted, criterion.Code);
                var present = mine.GetValueOrDefault((given.OfferingId, given.CriterionId));
                if (present is null ? given.Value is null : present.Value == given.Value && present.Confidence == given.Confidence && present.Rationale == given.Rationale.Trim()) continue;
                changed++;
                if (given.Value is not { } value)
                {
                    db.Remove(present!);
                    continue;
                }

                if (present is null)
                {
                    present = new Score(access.StudyId, given.OfferingId, given.CriterionId, access.Actor.Id);
                    mine.Add((given.OfferingId, given.CriterionId), present);
                    db.Add(present);
                }

                present.Give(value, given.Confidence, given.Rationale, now);
            }

            return changed;
        }, cancellation);
    }
}
