namespace FluxUs.Consult.Priorities.Ranking;

/// <summary>One cell of the grid that alone can change who is retained.</summary>
/// <param name="Step">The neighbouring step of the scale that would change the set.</param>
/// <param name="Enters">Offerings that would come into the set.</param>
/// <param name="Leaves">Offerings that would leave it.</param>
public sealed record WeighingDoubt(int Offering, int Criterion, int Step, IReadOnlyList<int> Enters, IReadOnlyList<int> Leaves);

/// <summary>The cells whose doubt matters: where one step up or down, alone, changes the set. They say whom to hear next.</summary>
public static class WeighingDoubts
{
    /// <param name="doubt">How doubtful a cell is (spread of the scorers, low confidence), 0 when nobody doubts it: by offering and criterion.</param>
    /// <returns>The most doubtful first, then those that move the most offerings.</returns>
    public static IReadOnlyList<WeighingDoubt> Of(RankingGrid grid, int cut, Func<int, int, double> doubt)
    {
        var present = grid.SetAt(cut);
        var found = new List<WeighingDoubt>();
        for (var offering = 0; offering < grid.Offerings; offering++)
        {
            for (var criterion = 0; criterion < grid.Criteria.Count; criterion++)
            {
                if (doubt(offering, criterion) <= 0 || grid.Criteria[criterion].Weight == 0) continue;
                var moves = new[] { -1, 1 }.Select(by => grid.StepOf(offering, criterion) + by)
                    .Where(step => step >= 0 && step < grid.Criteria[criterion].Steps.Count)
                    .Select(step => Change(grid, present, cut, offering, criterion, step))
                    .Where(change => change.Enters.Count + change.Leaves.Count > 0)
                    // What happens to the offering itself says more than what its neighbours do.
                    .OrderByDescending(change => change.Enters.Contains(offering) || change.Leaves.Contains(offering))
                    .ThenByDescending(change => change.Enters.Count + change.Leaves.Count);
                if (moves.FirstOrDefault() is { } change) found.Add(change);
            }
        }

        return [.. found
            .OrderByDescending(one => doubt(one.Offering, one.Criterion))
            .ThenByDescending(one => one.Enters.Contains(one.Offering) || one.Leaves.Contains(one.Offering))
            .ThenByDescending(one => one.Enters.Count + one.Leaves.Count)
            .ThenByDescending(one => grid.Criteria[one.Criterion].Weight)
            .ThenBy(one => one.Offering).ThenBy(one => one.Criterion)];
    }

    private static WeighingDoubt Change(RankingGrid grid, IReadOnlyList<bool> present, int cut, int offering, int criterion, int step)
    {
        var then = grid.SetAt(cut, offering, criterion, step);
        var all = Enumerable.Range(0, grid.Offerings);
        return new WeighingDoubt(offering, criterion, step, [.. all.Where(one => then[one] && !present[one])], [.. all.Where(one => present[one] && !then[one])]);
    }
}
