using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities.Ranking;

/// <summary>One line of the ranking.</summary>
/// <param name="Score">From 0 to 100, exact to four decimals.</param>
/// <param name="Rank">1 + the number strictly above it.</param>
/// <param name="IsTied">Another has the same rank.</param>
/// <param name="Share">Of the draws in which it is within the number to retain.</param>
/// <param name="Low">The score below which one draw in twenty lies; with <paramref name="High"/>, nine draws in ten are between.</param>
/// <param name="BestRank">The rank above which one draw in twenty lies; with <paramref name="WorstRank"/>, nine draws in ten are between.</param>
/// <param name="At">Its place in what the draws were made from.</param>
/// <param name="IsInSet">Within the set at the cut, ties included.</param>
public sealed record RankedOffering(
    Guid Id, string Code, LocalText Name, LocalText Label, decimal Score, int Rank, bool IsTied, double Share, double Low, double High, int BestRank, int WorstRank, int At, bool IsInSet, RetainedState State)
{
    /// <summary>Neither safely in nor safely out: between one draw in four and three in four.</summary>
    public bool IsGrey => Share is >= 0.25 and <= 0.75;
}

/// <summary>What the last frozen decision says of an offering.</summary>
public enum RetainedState { Undecided, NotRetained, Retained, RetainedByVote, RetainedByChange, NotRetainedByVote, NotRetainedByChange }

/// <param name="Missing">How many criteria wait for a score or for being settled.</param>
/// <param name="Low">The lowest score that it can still have.</param>
public sealed record IncompleteOffering(Guid Id, string Code, LocalText Label, int Missing, decimal Low, decimal High);

/// <summary>The ranking of a study by its own weights.</summary>
/// <param name="Gap">Why there is none, else null.</param>
/// <param name="Material">What it was computed from.</param>
/// <param name="Drawn">What came of the draws; null when there is no ranking.</param>
public sealed record StudyRanking(
    RankingGap? Gap, RankingMaterial Material, IReadOnlyList<RankedOffering> Offerings, IReadOnlyList<IncompleteOffering> Incomplete, int? LastDecision, SimulationResult? Drawn)
{
    public int RetainedCount => Material.Scoring.RetainedCount;

    /// <summary>Those not wholly scored whose score can still take them to the cut: while there are any, nobody's place is safe.</summary>
    public IReadOnlyList<IncompleteOffering> MayStillEnter
    {
        get
        {
            var atCut = Offerings.Count < RetainedCount ? 0 : Offerings.Select(offering => offering.Score).OrderDescending().ElementAt(RetainedCount - 1);
            return [.. Incomplete.Where(offering => offering.High >= atCut)];
        }
    }

    /// <summary>Those tied at the cut, when the tie makes the set larger than what is to be retained; else nobody.</summary>
    public IReadOnlyList<RankedOffering> TiedAtCut
    {
        get
        {
            var within = Offerings.Where(offering => offering.IsInSet).ToList();
            return within.Count <= RetainedCount ? [] : [.. within.Where(offering => offering.Rank == within.Max(one => one.Rank))];
        }
    }
}

/// <summary>Ranks the offerings that are wholly scored; the others stand apart with the range that their score can still have.</summary>
public sealed class RankOfferings(ConsultDbContext db, Simulations simulations)
{
    public async Task<Outcome<StudyRanking>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadScores)) return Outcome.Forbidden;
        return await Of(access.StudyId, cancellation);
    }

    internal async Task<StudyRanking> Of(Guid studyId, CancellationToken cancellation)
    {
        var material = await RankingMaterial.Of(db, studyId, cancellation);
        var incomplete = material.Scoring.IsReleased && material.Criteria.Count > 0 ? material.Offerings.Where(offering => !offering.IsComplete).Select(offering =>
        {
            var (low, high) = material.RangeOf(offering);
            return new IncompleteOffering(offering.Id, offering.Code, offering.Label, material.Criteria.Count(criterion => !offering.Values.ContainsKey(criterion.Id)), low, high);
        }).OrderByDescending(offering => offering.High).ToList() : [];
        if (material.Grid is not { } grid) return new StudyRanking(material.Gap, material, [], incomplete, null, null);

        var (decision, states) = await Decided(studyId, cancellation);
        var drawn = simulations.Of(grid, material.Settings);
        return new StudyRanking(null, material, Lines(material, grid, drawn, states), incomplete, decision, drawn);
    }

    /// <summary>The same by other weights.</summary>
    internal StudyRanking By(StudyRanking ranking, IReadOnlyList<decimal> weights)
    {
        var states = ranking.Offerings.ToDictionary(offering => offering.Id, offering => offering.State);
        var grid = ranking.Material.GridOf(weights);
        var drawn = simulations.Of(grid, ranking.Material.Settings);
        return ranking with { Offerings = Lines(ranking.Material, grid, drawn, states), Drawn = drawn };
    }

    private static List<RankedOffering> Lines(RankingMaterial material, RankingGrid grid, SimulationResult drawn, Dictionary<Guid, RetainedState> states)
    {
        var ranks = grid.Ranks();
        var set = grid.SetAt(material.Scoring.RetainedCount);
        return [.. material.Ranked.Select((offering, at) => new RankedOffering(
                offering.Id, offering.Code, offering.Name, offering.Label, grid.Score(at).Round(4), ranks[at], ranks.Count(rank => rank == ranks[at]) > 1,
                drawn.Share(at), drawn.ScoreAt(at, 0.05), drawn.ScoreAt(at, 0.95), drawn.RankAt(at, 0.05), drawn.RankAt(at, 0.95), at, set[at], states.GetValueOrDefault(offering.Id)))
            .OrderBy(offering => offering.Rank).ThenByDescending(offering => offering.Share).ThenBy(offering => offering.Code, StringComparer.Ordinal)];
    }

    private async Task<(int? Number, Dictionary<Guid, RetainedState> States)> Decided(Guid studyId, CancellationToken cancellation)
    {
        var decision = await db.Set<Decision>().AsNoTracking().Include(found => found.Lines).Where(found => found.StudyId == studyId && found.FrozenAt != null)
            .OrderByDescending(found => found.Number).FirstOrDefaultAsync(cancellation);
        return (decision?.Number, decision?.Lines.ToDictionary(line => line.OfferingId, StateOf) ?? []);
    }

    internal static RetainedState StateOf(DecisionLine line) => (line.IsRetained, line.Ground) switch
    {
        (true, DecisionGround.Vote) => RetainedState.RetainedByVote,
        (true, DecisionGround.Change) => RetainedState.RetainedByChange,
        (true, _) => RetainedState.Retained,
        (false, DecisionGround.Vote) => RetainedState.NotRetainedByVote,
        (false, DecisionGround.Change) => RetainedState.NotRetainedByChange,
        _ => RetainedState.NotRetained,
    };
}
