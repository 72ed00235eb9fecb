using FluxUs.Consult.Priorities;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary><c>scores.yaml</c>: criteria, weights, what each scorer gave, and the decision; with what must come out of it.</summary>
internal sealed class ScoresFile
{
    public const string FileName = "scores.yaml";

    public required decimal ScaleMinimum { get; init; }
    public required decimal ScaleMaximum { get; init; }
    public required int RetainedCount { get; init; }
    public required int Draws { get; init; }
    public required int Seed { get; init; }
    public required DateOnly DecidedOn { get; init; }
    public required DateOnly ScoredOn { get; init; }
    public required DateOnly SettledOn { get; init; }
    public required List<CriterionEntry> Criteria { get; init; }
    public required List<string> Scorers { get; init; }
    public required string WeightsReason { get; init; }
    public required List<WeightSetEntry> WeightSets { get; init; }
    public required List<SpreadEntry> Spreads { get; init; }
    public required DecisionEntry Decision { get; init; }
    public required List<ScoreEntry> Scores { get; init; }
}

internal sealed class CriterionEntry
{
    public required string Code { get; init; }
    public required decimal Weight { get; init; }
    public required Words Name { get; init; }
    public required Words ShortName { get; init; }
    public required string Source { get; init; }

    /// <summary>What each step means, from the minimum of the scale on.</summary>
    public required List<Words> Steps { get; init; }
}

internal sealed class WeightSetEntry
{
    public required WeightHolder Holder { get; init; }
    public string Name { get; init; } = "";
    public string? Account { get; init; }
    public required WeightMethod Method { get; init; }
    public required Dictionary<string, decimal> Values { get; init; }
    public required string Reason { get; init; }
}

/// <summary>A cell on which those who scored differed, or which stays doubtful.</summary>
internal sealed class SpreadEntry
{
    public required string Offering { get; init; }
    public required string Criterion { get; init; }

    /// <summary>In the order of the scorers.</summary>
    public required List<decimal> Values { get; init; }
    public required ScoreConfidence Confidence { get; init; }
    public required string Reason { get; init; }
}

internal sealed class DecisionEntry
{
    public required List<string> Present { get; init; }
    public required List<InterestEntry> Interests { get; init; }
    public required List<VoteEntry> Votes { get; init; }
    public required string VoteReason { get; init; }
}

internal sealed class InterestEntry
{
    public required string Account { get; init; }
    public required string Offering { get; init; }
    public required string Words { get; init; }
}

internal sealed class VoteEntry
{
    public required string Account { get; init; }
    public required List<string> For { get; init; }
}

internal enum ExpectedDecision { Retained, RetainedByVote, RetainedByOverride, NotRetained }

internal sealed class ScoreEntry
{
    public required string Offering { get; init; }

    /// <summary>As settled, by the code of the criterion.</summary>
    public required Dictionary<string, decimal> Values { get; init; }
    public required decimal ExpectedScore { get; init; }
    public required int ExpectedRank { get; init; }
    public required double ExpectedShare { get; init; }
    public required ExpectedDecision Decision { get; init; }
    public string Reason { get; init; } = "";
}
