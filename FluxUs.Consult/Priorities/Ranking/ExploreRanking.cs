using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities.Ranking;

/// <summary>One weight moved alone: at which values the set changes.</summary>
/// <param name="Part">The weight as it is, in percent of the sum.</param>
/// <param name="Crossings">With the codes of those that come in and go out on the way up.</param>
public sealed record CriterionStability(CriterionRow Criterion, double Part, IReadOnlyList<CrossingLine> Crossings)
{
    /// <summary>The nearest value strictly below; null when there is none.</summary>
    public CrossingLine? Below => Crossings.LastOrDefault(crossing => crossing.Part < Part - Near);

    public CrossingLine? Here => Crossings.FirstOrDefault(crossing => Math.Abs(crossing.Part - Part) <= Near);

    public CrossingLine? Above => Crossings.FirstOrDefault(crossing => crossing.Part > Part + Near);

    /// <summary>How far the weight can move before the set changes.</summary>
    public double Room => Math.Min(Part - (Below?.Part ?? -100), (Above?.Part ?? 200) - Part);

    private const double Near = 1e-9;
}

/// <param name="Weight">In the units of the weights as given, exact.</param>
/// <param name="Part">In percent of the sum that it then makes.</param>
/// <param name="InBelow">In the set just below, and not as it is now.</param>
public sealed record CrossingLine(Fraction Weight, double Part, IReadOnlyList<string> InBelow, IReadOnlyList<string> OutBelow, IReadOnlyList<string> InAbove, IReadOnlyList<string> OutAbove);

/// <param name="Voices">How many have scored it.</param>
/// <param name="Spread">Between the lowest and the highest of their scores.</param>
public sealed record DoubtLine(
    string OfferingCode, LocalText Offering, CriterionRow Criterion, int Rank, decimal Value, ScoreConfidence Confidence, int Voices, decimal Spread, decimal OtherValue, IReadOnlyList<string> Enters, IReadOnlyList<string> Leaves);

/// <summary>What the set would be by other weights.</summary>
public sealed record OtherSet(string Name, WeightHolder Holder, IReadOnlyList<string> Enters, IReadOnlyList<string> Leaves);

/// <param name="Ranking">By the weights that are tried; by the study's when none are.</param>
/// <param name="Tried">The tried weights in percent, in the order of the criteria; null when none are.</param>
/// <param name="Enters">Against the study's own weights.</param>
public sealed record RankingView(
    StudyRanking Ranking, IReadOnlyList<decimal> Parts, IReadOnlyList<decimal>? Tried, IReadOnlyList<string> Enters, IReadOnlyList<string> Leaves,
    IReadOnlyList<CriterionStability> Stability, IReadOnlyList<DoubtLine> Doubts, IReadOnlyList<OtherSet> Others)
{
    /// <summary>All the weights that were tried are zero: they weigh nothing, and the ranking is by the study's own.</summary>
    public bool TriedNothing { get; init; }
}

/// <summary>The ranking page: the ranking, what if a weight were another, where the set changes, which doubts weigh, and what others
/// would retain.</summary>
public sealed class ExploreRanking(ConsultDbContext db, RankOfferings ranking)
{
    private const int MostDoubts = 6;

    /// <param name="tried">Weights to try, by the code of the criterion; they are scaled to a sum of 100. Empty for none.</param>
    public async Task<Outcome<RankingView>> Run(StudyAccess access, IReadOnlyDictionary<string, decimal> tried, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadScores)) return Outcome.Forbidden;
        var own = await ranking.Of(access.StudyId, cancellation);
        if (own.Material.Grid is not { } grid) return new RankingView(own, [], null, [], [], [], [], []);
        var material = own.Material;
        decimal[] parts = [.. material.Criteria.Select(criterion => 100 * criterion.Weight / grid.WeightSum)];
        var wanted = Scaled(material, tried, parts);
        var shown = wanted is null ? own : ranking.By(own, wanted);
        var (enters, leaves) = Difference(own, shown);
        return new RankingView(shown, parts, wanted, enters, leaves, Stabilities(own, grid), Doubts(own, grid), await Others(access, own, cancellation))
        {
            TriedNothing = tried.Count > 0 && material.Criteria.All(criterion => tried.GetValueOrDefault(criterion.Code, criterion.Weight) <= 0),
        };
    }

    private static decimal[]? Scaled(RankingMaterial material, IReadOnlyDictionary<string, decimal> tried, decimal[] parts)
    {
        if (tried.Count == 0) return null;
        decimal[] wanted = [.. material.Criteria.Select((criterion, at) => tried.TryGetValue(criterion.Code, out var weight) ? Math.Clamp(weight, 0, 100) : parts[at])];
        var sum = wanted.Sum();
        if (sum == 0) return null;
        for (var at = 0; at < wanted.Length; at++) wanted[at] = Math.Round(100 * wanted[at] / sum, 2);
        return wanted.Zip(parts).All(pair => Math.Abs(pair.First - pair.Second) < 0.01m) ? null : wanted;
    }

    private static (List<string> Enters, List<string> Leaves) Difference(StudyRanking from, StudyRanking to)
    {
        var (before, after) = (SetOf(from), SetOf(to));
        return ([.. after.Except(before).Order(StringComparer.Ordinal)], [.. before.Except(after).Order(StringComparer.Ordinal)]);

        static HashSet<string> SetOf(StudyRanking ranking) => [.. ranking.Offerings.Where(offering => offering.IsInSet).Select(offering => offering.Code)];
    }

    private static List<CriterionStability> Stabilities(StudyRanking own, RankingGrid grid)
    {
        var material = own.Material;
        var now = Members(grid.SetAt(own.RetainedCount));
        return [.. material.Criteria.Select((criterion, at) => new CriterionStability(
            criterion, (double)(100 * criterion.Weight / grid.WeightSum),
            [.. Crossings.Of(grid, at, own.RetainedCount).Select(crossing => new CrossingLine(
                crossing.Weight, crossing.PartOfSum.ToDouble(),
                Codes(crossing.Below?.Except(now)), Codes(crossing.Below is null ? null : now.Except(crossing.Below)),
                Codes(crossing.Above?.Except(now)), Codes(crossing.Above is null ? null : now.Except(crossing.Above))))]))
            .OrderBy(stability => stability.Room)];

        List<string> Codes(IEnumerable<int>? offerings) => [.. (offerings ?? []).Select(offering => material.Ranked[offering].Code)];
        static List<int> Members(IReadOnlyList<bool> set) => [.. Enumerable.Range(0, set.Count).Where(index => set[index])];
    }

    private static List<DoubtLine> Doubts(StudyRanking own, RankingGrid grid)
    {
        var material = own.Material;
        var ranks = grid.Ranks();
        return [.. WeighingDoubts.Of(grid, own.RetainedCount, Doubt).Take(MostDoubts).Select(doubt =>
        {
            var (offering, criterion) = (material.Ranked[doubt.Offering], material.Criteria[doubt.Criterion]);
            var (settled, spread) = (offering.Values[criterion.Id], material.Spreads.GetValueOrDefault((offering.Id, criterion.Id)));
            return new DoubtLine(
                offering.Code, offering.Label, criterion, ranks[doubt.Offering], settled.Value, settled.Confidence, spread?.Voices ?? 0, (spread?.Highest ?? 0) - (spread?.Lowest ?? 0), criterion.Steps[doubt.Step],
                [.. doubt.Enters.Select(one => material.Ranked[one].Code)], [.. doubt.Leaves.Select(one => material.Ranked[one].Code)]);
        })];

        // A step between two scorers weighs as much as a step of confidence and more.
        double Doubt(int at, int by)
        {
            var (offering, criterion) = (material.Ranked[at], material.Criteria[by]);
            var spread = material.Spreads.TryGetValue((offering.Id, criterion.Id), out var found)
                ? criterion.Steps.Count(step => step > found.Lowest && step <= found.Highest) : 0;
            return spread + offering.Values[criterion.Id].Confidence switch { ScoreConfidence.Low => 1.5, ScoreConfidence.Moderate => 0.5, _ => 0 };
        }
    }

    // A member's own weights show to all once the scores are released, and a ranking there is only then.
    private async Task<List<OtherSet>> Others(StudyAccess access, StudyRanking own, CancellationToken cancellation)
    {
        var sets = await db.Set<WeightSet>().AsNoTracking().Include(set => set.Weights).Where(set => set.StudyId == access.StudyId && set.Holder != WeightHolder.Study).OrderBy(set => set.Id).ToListAsync(cancellation);
        var people = sets.Select(set => set.MemberId).OfType<Guid>().ToHashSet();
        var names = await db.Set<Accounts.Account>().Where(account => people.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.DisplayName, cancellation);
        var present = own.Offerings.Where(offering => offering.IsInSet).Select(offering => offering.Code).ToHashSet();
        return sets.ConvertAll(set =>
        {
            var weights = set.Weights.ToDictionary(weight => weight.CriterionId, weight => weight.Value);
            var then = own.Material.GridOf([.. own.Material.Criteria.Select(criterion => weights.GetValueOrDefault(criterion.Id))]).SetAt(own.RetainedCount);
            var codes = own.Material.Ranked.Where((_, at) => then[at]).Select(offering => offering.Code).ToHashSet();
            return new OtherSet(
                set.MemberId is { } member ? names.GetValueOrDefault(member, "") : set.Name, set.Holder,
                [.. codes.Except(present).Order(StringComparer.Ordinal)], [.. present.Except(codes).Order(StringComparer.Ordinal)]);
        });
    }
}
