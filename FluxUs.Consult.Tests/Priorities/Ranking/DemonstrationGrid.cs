using FluxUs.Consult.Exchange.Loading;
using FluxUs.Consult.Priorities.Ranking;

namespace FluxUs.Consult.Tests.Priorities.Ranking;

/// <summary>The grid of the demonstration study, straight from its file.</summary>
internal static class DemonstrationGrid
{
    public const int Cut = 15;

    public static ScoresFile File { get; } = DemonstrationFiles.Shipped.Read<ScoresFile>(ScoresFile.FileName);

    public static RankingGrid Grid { get; } = new(
        [.. File.Criteria.Select(criterion => new RankedCriterion(criterion.Weight, [0, 1, 2, 3, 4]))],
        [.. File.Scores.Select(entry => File.Criteria.Select(criterion => (int)entry.Values[criterion.Code]).ToArray())]);

    public static string CodeOf(int offering) => File.Scores[offering].Offering;

    public static int Criterion(string code) => File.Criteria.FindIndex(criterion => criterion.Code == code);

    public static string Codes(IEnumerable<int> offerings) => string.Join(' ', offerings.Select(CodeOf).Order(StringComparer.Ordinal));
}
