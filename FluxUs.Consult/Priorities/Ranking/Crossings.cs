using System.Numerics;

namespace FluxUs.Consult.Priorities.Ranking;

/// <summary>A weight of one criterion at or across which the set changes.</summary>
/// <param name="Weight">In the units of the weights as given, the others kept as they are.</param>
/// <param name="PartOfSum">The same as a percentage of the sum that it makes with the others: what a slider that keeps the sum at
/// 100 shows.</param>
/// <param name="Below">Members of the set just below; null at the lower end of the range.</param>
/// <param name="At">Members of the set at this very weight.</param>
/// <param name="Above">Members of the set just above; null at the upper end of the range.</param>
public sealed record Crossing(Fraction Weight, Fraction PartOfSum, IReadOnlyList<int>? Below, IReadOnlyList<int> At, IReadOnlyList<int>? Above);

/// <summary>For one weight moved alone, the exact values at which the set of those retained changes.</summary>
/// <remarks>
/// With the other weights as given, the total of offering i is a line in the moved weight w: A(i) + w v(i), where v(i) is its
/// worth by that criterion and A(i) the sum of weight times worth by the others. Dividing by the sum of the weights, which is the
/// same for all, changes no order, so the sum need not be kept. Two lines meet at w = (A(k) - A(i)) / (v(i) - v(k)). The set at a
/// cut k is all lines not below the k-th highest, so it can change only where some line meets the k-th highest one: the walk goes
/// from one such meeting to the next, and keeps those where the set just below, at, and just above are not all the same. The
/// range is from 0 to the sum of the weights as given: 0 to 100 for weights by a hundred points.
/// </remarks>
public static class Crossings
{
    /// <param name="cut">How many are to be retained.</param>
    public static IReadOnlyList<Crossing> Of(RankingGrid grid, int criterion, int cut)
    {
        if (cut <= 0 || cut >= grid.Offerings) return [];
        var lines = Enumerable.Range(0, grid.Offerings).Select(offering => grid.Without(offering, criterion)).ToArray();
        var others = grid.WholeWeightSum - grid.WholeWeight(criterion);
        var end = new Fraction(grid.WholeWeightSum, 1);
        var found = new List<Crossing>();

        var at = new Fraction(0, 1);
        bool[]? below = null;
        while (true)
        {
            var here = RankingGrid.SetOf(ValuesAt(lines, at), cut);
            var last = JustAbove(lines, at, cut);
            bool[]? above = at < end ? SetJustAbove(lines, at, last) : null;
            if (Differ(below, here) || Differ(here, above))
                found.Add(new Crossing(
                    new Fraction(at.Numerator, at.Denominator * grid.WeightScale), PartOfSum(at, others), below is null ? null : Members(below), Members(here), above is null ? null : Members(above)));
            if (above is null || NextMeeting(lines, last, at) is not { } next || next > end)
            {
                // The upper end belongs to the range: nothing met there, so its set is that of the stretch before it.
                return found;
            }

            (at, below) = (next, above);
        }
    }

    private static Fraction PartOfSum(Fraction weight, BigInteger others) =>
        (others * weight.Denominator) + weight.Numerator is { IsZero: false } sum ? new Fraction(100 * weight.Numerator, sum) : new Fraction(0, 1);

    private static BigInteger[] ValuesAt(WeightLine[] lines, Fraction at) =>
        [.. lines.Select(line => (line.Others * at.Denominator) + (line.Worth * at.Numerator))];

    // The k-th highest on the stretch just above a point: there, of lines that meet at the point the steeper is the higher.
    private static int JustAbove(WeightLine[] lines, Fraction at, int cut)
    {
        var values = ValuesAt(lines, at);
        return Enumerable.Range(0, lines.Length).OrderByDescending(line => values[line]).ThenByDescending(line => lines[line].Worth).ElementAt(cut - 1);
    }

    private static bool[] SetJustAbove(WeightLine[] lines, Fraction at, int last)
    {
        var values = ValuesAt(lines, at);
        return [.. lines.Select((line, index) => values[index] > values[last] || (values[index] == values[last] && line.Worth >= lines[last].Worth))];
    }

    private static Fraction? NextMeeting(WeightLine[] lines, int with, Fraction after)
    {
        Fraction? next = null;
        foreach (var line in lines)
        {
            if (line.Worth == lines[with].Worth) continue;
            var meeting = new Fraction(line.Others - lines[with].Others, lines[with].Worth - line.Worth);
            if (meeting > after && (next is null || meeting < next)) next = meeting;
        }

        return next;
    }

    private static bool Differ(bool[]? one, bool[]? other) => one is not null && other is not null && !one.AsSpan().SequenceEqual(other);

    private static List<int> Members(bool[] set) => [.. Enumerable.Range(0, set.Length).Where(index => set[index])];
}
