using System.Numerics;

namespace FluxUs.Consult.Priorities.Ranking;

/// <summary>One criterion as a ranking takes it.</summary>
/// <param name="Weight">As given, not negative; what counts is its part in the sum of all.</param>
/// <param name="Steps">The values of its scale in rising order, two at least, no two equal.</param>
/// <param name="LowerIsBetter">Turns the scale around.</param>
public sealed record RankedCriterion(decimal Weight, IReadOnlyList<decimal> Steps, bool LowerIsBetter = false);

/// <summary>A whole grid of scores with weights, ready to be ranked. Offerings and criteria are known by their place in it.</summary>
/// <remarks>
/// The worth of a score v on a scale from a to b is (v - a) / (b - a), or 1 minus that where lower is better. The score of an
/// offering is 100 times the sum of weight times worth, divided by the sum of the weights. Everything here is exact: worths and
/// weights are whole numbers over a denominator that all share, so sums can be compared as whole numbers.
/// </remarks>
public sealed class RankingGrid
{
    private readonly BigInteger[] _weights;
    private readonly BigInteger[][] _worths;
    private readonly BigInteger _best;
    private readonly BigInteger _weightScale;
    private readonly int[][] _steps;
    private readonly BigInteger[] _totals;

    /// <param name="steps">By offering, then by criterion: which step of the scale its score is, from 0.</param>
    /// <exception cref="ArgumentException">No weight counts, or a score is no step of its scale.</exception>
    public RankingGrid(IReadOnlyList<RankedCriterion> criteria, IReadOnlyList<IReadOnlyList<int>> steps)
    {
        Criteria = criteria;
        _steps = [.. steps.Select(row => row.ToArray())];
        if (criteria.Any(criterion => criterion.Weight < 0) || criteria.Sum(criterion => criterion.Weight) <= 0)
            throw new ArgumentException("weights must not be negative, and sum to something", nameof(criteria));
        if (criteria.Any(criterion => criterion.Steps.Count < 2)) throw new ArgumentException("a scale has two steps at least", nameof(criteria));
        if (_steps.Any(row => row.Length != criteria.Count || row.Where((step, at) => step < 0 || step >= criteria[at].Steps.Count).Any()))
            throw new ArgumentException("a score is no step of its scale", nameof(steps));

        var weights = criteria.Select(criterion => Fraction.Of(criterion.Weight)).ToList();
        _weightScale = weights.Select(weight => weight.Denominator).Aggregate(BigInteger.One, Least);
        _weights = [.. weights.Select(weight => weight.Numerator * (_weightScale / weight.Denominator))];
        var worths = criteria.Select(criterion => criterion.Steps.Select((_, step) => Worth(criterion, step)).ToArray()).ToList();
        _best = worths.SelectMany(row => row).Select(worth => worth.Denominator).Aggregate(BigInteger.One, Least);
        _worths = [.. worths.Select(row => row.Select(worth => worth.Numerator * (_best / worth.Denominator)).ToArray())];
        _totals = [.. Enumerable.Range(0, _steps.Length).Select(Total)];
    }

    public IReadOnlyList<RankedCriterion> Criteria { get; }

    public int Offerings => _steps.Length;

    /// <summary>The sum of the weights as given.</summary>
    public decimal WeightSum => Criteria.Sum(criterion => criterion.Weight);

    internal BigInteger WholeWeightSum => _weights.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);

    internal BigInteger WholeWeight(int criterion) => _weights[criterion];

    internal BigInteger WeightScale => _weightScale;

    public int StepOf(int offering, int criterion) => _steps[offering][criterion];

    /// <summary>The worth of a step of a scale, from 0 to 1.</summary>
    public static Fraction Worth(RankedCriterion criterion, int step)
    {
        var (lowest, highest) = (Fraction.Of(criterion.Steps[0]), Fraction.Of(criterion.Steps[^1]));
        var value = Fraction.Of(criterion.Steps[step]);
        var (from, to) = criterion.LowerIsBetter ? (highest, lowest) : (lowest, highest);
        return new Fraction(
            ((value.Numerator * from.Denominator) - (from.Numerator * value.Denominator)) * to.Denominator,
            ((to.Numerator * from.Denominator) - (from.Numerator * to.Denominator)) * value.Denominator);
    }

    /// <summary>The score of an offering, from 0 to 100.</summary>
    public Fraction Score(int offering) => new(100 * _totals[offering], WholeWeightSum * _best);

    /// <summary>Rank of each offering: 1 + the number strictly above it, so that ties share a rank.</summary>
    public IReadOnlyList<int> Ranks() => RanksOf(_totals);

    /// <summary>Which offerings are in the set at a cut: all with a rank of at most <paramref name="cut"/>, so that a tie at the
    /// cut makes the set larger and a person decides.</summary>
    public IReadOnlyList<bool> SetAt(int cut) => SetOf(_totals, cut);

    /// <summary>The set at a cut when one score were another step of its scale.</summary>
    public IReadOnlyList<bool> SetAt(int cut, int offering, int criterion, int step)
    {
        var totals = (BigInteger[])_totals.Clone();
        totals[offering] += _weights[criterion] * (_worths[criterion][step] - _worths[criterion][_steps[offering][criterion]]);
        return SetOf(totals, cut);
    }

    /// <summary>The same grid with other weights.</summary>
    public RankingGrid WithWeights(IReadOnlyList<decimal> weights) => new([.. Criteria.Select((criterion, at) => criterion with { Weight = weights[at] })], _steps);

    /// <summary>What an offering has without one criterion, and its worth there: with the weight w of that criterion in units of
    /// 1 / <see cref="WeightScale"/>, its total is the first plus w times the second.</summary>
    internal WeightLine Without(int offering, int criterion)
    {
        var worth = _worths[criterion][_steps[offering][criterion]];
        return new WeightLine(_totals[offering] - (_weights[criterion] * worth), worth);
    }

    internal static int[] RanksOf(BigInteger[] totals)
    {
        var sorted = totals.OrderDescending().ToArray();
        var first = new Dictionary<BigInteger, int>();
        for (var at = 0; at < sorted.Length; at++) first.TryAdd(sorted[at], at + 1);
        return [.. totals.Select(total => first[total])];
    }

    internal static bool[] SetOf(BigInteger[] totals, int cut)
    {
        if (cut <= 0) return new bool[totals.Length];
        if (cut >= totals.Length) return [.. totals.Select(_ => true)];
        var last = totals.OrderDescending().ElementAt(cut - 1);
        return [.. totals.Select(total => total >= last)];
    }

    private BigInteger Total(int offering)
    {
        var total = BigInteger.Zero;
        for (var criterion = 0; criterion < _weights.Length; criterion++) total += _weights[criterion] * _worths[criterion][_steps[offering][criterion]];
        return total;
    }

    private static BigInteger Least(BigInteger one, BigInteger other) => one / BigInteger.GreatestCommonDivisor(one, other) * other;
}

/// <summary>The total of an offering as a line in the weight of one criterion.</summary>
/// <param name="Others">What it has by the other criteria.</param>
/// <param name="Worth">How much each unit of the weight adds.</param>
internal readonly record struct WeightLine(BigInteger Others, BigInteger Worth);
