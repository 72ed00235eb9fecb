using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <param name="Sure">Everyone has finished: nobody can change their scores afterwards.</param>
public sealed record ReleaseScoresRequest(Guid Operation, int Version, bool Sure = false);

/// <summary>Opens the blind scores to the study, once and for all. Where all who scored a cell agree, it is settled by that; the
/// others wait for a talk, the widest spread first.</summary>
public sealed class ReleaseScores(ConsultDbContext db, TimeProvider time)
{
    /// <returns>How many cells are settled by agreement.</returns>
    public async Task<Outcome<int>> Handle(StudyAccess access, ReleaseScoresRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReleaseScores)) return Outcome.Forbidden;
        if (!request.Sure) return Outcome.Refused<PrioritiesTexts>("ReleaseNeedsWord", nameof(request.Sure));
        return await db.Write<int>(access.Actor, request.Operation, async () =>
        {
            var now = time.GetUtcNow().UtcDateTime;
            var scoring = await db.Set<Scoring>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId, cancellation);
            if ((scoring?.Version ?? 0) != request.Version || scoring is { IsReleased: true }) return Outcome.Changed;
            var scores = await db.Set<Score>().AsNoTracking().Where(score => score.StudyId == access.StudyId).ToListAsync(cancellation);
            if (scores.Count == 0) return Outcome.Refused<PrioritiesTexts>("NothingToRelease");
            if (scoring is null) db.Add(scoring = new Scoring(access.StudyId));
            scoring.Release(access.Actor.Id, now);

            var settled = 0;
            foreach (var cell in scores.GroupBy(score => (score.OfferingId, score.CriterionId)).Where(cell => cell.Select(score => score.Value).Distinct().Count() == 1))
            {
                var score = new SettledScore(access.StudyId, cell.Key.OfferingId, cell.Key.CriterionId);
                score.Settle(cell.First().Value, cell.Min(one => one.Confidence), string.Join("\n", cell.Select(one => one.Rationale).Where(text => text.Length > 0).Distinct()), null, now);
                db.Add(score);
                settled++;
            }

            return settled;
        }, cancellation);
    }
}
