using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities.Ranking;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

public sealed record PrepareDecisionRequest(Guid Operation);

/// <summary>Prepares a decision from the ranking as it stands: all above the cut are proposed, those tied at it wait for a vote.</summary>
public sealed class PrepareDecision(ConsultDbContext db, RankOfferings ranking, TimeProvider time)
{
    /// <returns>The number of the decision.</returns>
    public async Task<Outcome<int>> Handle(StudyAccess access, PrepareDecisionRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.PrepareDecisions)) return Outcome.Forbidden;
        // The draws are made before the database is locked for all; below they are remembered, unless the grid has changed meanwhile.
        await ranking.Of(access.StudyId, cancellation);
        return await db.Write<int>(access.Actor, request.Operation, async () =>
        {
            var known = await db.Set<Decision>().Where(found => found.StudyId == access.StudyId).Select(found => new { found.Number, found.FrozenAt }).ToListAsync(cancellation);
            if (known.Any(found => found.FrozenAt is null)) return Outcome.Refused<PrioritiesTexts>("DecisionIsOpen");
            var ranked = await ranking.Of(access.StudyId, cancellation);
            if (ranked.Gap is not null) return Outcome.Refused<PrioritiesTexts>("NothingToDecide");
            var decision = new Decision(access.StudyId, known.Select(found => found.Number).DefaultIfEmpty().Max() + 1, access.Actor.Id, time.GetUtcNow().UtcDateTime);
            decision.Propose(ranked.RetainedCount, ranked.Material.Scoring.Draws, ranked.Material.Scoring.Seed, ranked.Material.WeightsInWords, ranked.MayStillEnter.Count, DecisionFigures.Lines(decision.Id, ranked));
            db.Add(decision);
            return decision.Number;
        }, cancellation);
    }
}

internal static class DecisionFigures
{
    public static IEnumerable<DecisionLine> Lines(Guid decisionId, StudyRanking ranking) =>
    [
        .. ranking.Offerings.Select(offering => new DecisionLine(decisionId, offering.Id, offering.Score, offering.Rank, offering.Share, offering.Low, offering.High)),
        .. ranking.Incomplete.Select(offering => new DecisionLine(decisionId, offering.Id, null, null, null, null, null)),
    ];

    /// <summary>Whether the decision still stands on the ranking as it is now.</summary>
    public static bool StandOn(this Decision decision, StudyRanking ranking) =>
        decision.RetainedCount == ranking.RetainedCount && decision.Draws == ranking.Material.Scoring.Draws && decision.Seed == ranking.Material.Scoring.Seed
        && decision.Weights == ranking.Material.WeightsInWords && decision.MayStillEnter == ranking.MayStillEnter.Count
        && Lines(decision.Id, ranking).Select(line => (line.OfferingId, line.Score, line.Rank)).ToHashSet().SetEquals(decision.Lines.Select(line => (line.OfferingId, line.Score, line.Rank)));

    /// <summary>The interests that stand.</summary>
    public static Task<List<DeclaredInterest>> InterestsIn(this ConsultDbContext db, StudyAccess access, CancellationToken cancellation) =>
        db.Set<DeclaredInterest>().AsNoTracking().Where(found => found.StudyId == access.StudyId && found.TakenBackAt == null).OrderBy(found => found.Id).ToListAsync(cancellation);

    /// <summary>The open decision of a study with all that hangs on it, to be changed.</summary>
    public static Task<Decision?> Open(this ConsultDbContext db, StudyAccess access, CancellationToken cancellation) =>
        db.Set<Decision>().Include(found => found.Lines).Include(found => found.Votes).Include(found => found.People).AsSplitQuery().OrderBy(found => found.Number)
            .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.FrozenAt == null, cancellation);
}
