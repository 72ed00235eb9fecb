namespace FluxUs.Consult.Priorities.Ranking;

/// <param name="Draws">How many times weights and scores are drawn.</param>
/// <param name="Seed">Printed with every result: the same seed gives the same draws.</param>
/// <param name="Cut">How many are to be retained.</param>
public sealed record SimulationSettings(int Draws, ulong Seed, int Cut);

/// <summary>What came of the draws.</summary>
public sealed class SimulationResult
{
    private readonly int[] _rankCounts;
    private readonly int[] _scoreCounts;

    internal SimulationResult(SimulationSettings settings, int offerings, int[] rankCounts, int[] scoreCounts) =>
        (Settings, Offerings, _rankCounts, _scoreCounts) = (settings, offerings, rankCounts, scoreCounts);

    public SimulationSettings Settings { get; }

    public int Offerings { get; }

    /// <summary>The part of the draws in which an offering has this rank, from 1: the rank acceptability of SMAA-2
    /// (R. Lahdelma and P. Salminen, 2001). Ties share the better rank.</summary>
    public double RankShare(int offering, int rank) => (double)_rankCounts[(offering * Offerings) + rank - 1] / Settings.Draws;

    /// <summary>The rank that this part of the draws does not go beyond.</summary>
    public int RankAt(int offering, double part)
    {
        var (wanted, seen) = (part * Settings.Draws, 0);
        for (var rank = 1; rank <= Offerings; rank++)
        {
            seen += _rankCounts[(offering * Offerings) + rank - 1];
            if (seen >= wanted) return rank;
        }

        return Offerings;
    }

    /// <summary>The part of the draws in which an offering has a rank within the number to retain.</summary>
    public double Share(int offering)
    {
        var within = 0;
        for (var rank = 0; rank < Math.Min(Settings.Cut, Offerings); rank++) within += _rankCounts[(offering * Offerings) + rank];
        return (double)within / Settings.Draws;
    }

    /// <summary>The score below which this part of the draws lies, to a tenth of a point.</summary>
    public double ScoreAt(int offering, double part)
    {
        var wanted = part * Settings.Draws;
        var seen = 0;
        for (var bin = 0; bin < Simulation.ScoreBins; bin++)
        {
            seen += _scoreCounts[(offering * Simulation.ScoreBins) + bin];
            if (seen >= wanted) return bin / 10.0;
        }

        return 100;
    }
}

/// <summary>Draws weights and scores within their doubt and counts what comes of it.</summary>
/// <remarks>
/// In each draw every weight is multiplied by a number between 0.7 and 1.3, each as likely, and the weights scaled back to their
/// sum; every score moves with probability 0.2 one step up or down its scale, as likely, held within it. The numbers are used in one
/// fixed order (weights by criterion, then scores by offering and criterion, two to a number of 64 bits), and sums are taken in
/// that order, so that a seed gives the same result on every machine.
/// </remarks>
public static class Simulation
{
    /// <summary>How far a weight is drawn from what was given, either way.</summary>
    public const double WeightDoubt = 0.3;

    /// <summary>How often a score moves.</summary>
    public const double ScoreDoubt = 0.2;

    /// <summary>Tenths of a point from 0 to 100.</summary>
    internal const int ScoreBins = 1001;

    // A number of 32 bits below the first moves a score down, from the second on up.
    private const uint MovesDown = (uint)(ScoreDoubt / 2 * 4294967296.0);
    private const uint MovesUp = uint.MaxValue - MovesDown + 1;

    public static SimulationResult Run(RankingGrid grid, SimulationSettings settings)
    {
        var (offerings, criteria) = (grid.Offerings, grid.Criteria.Count);
        var (worths, places) = Tables(grid);
        var starts = new int[criteria + 1];
        for (var criterion = 0; criterion < criteria; criterion++) starts[criterion + 1] = starts[criterion] + grid.Criteria[criterion].Steps.Count + 2;

        var weighted = new double[worths.Length];
        var scores = new double[offerings];
        var order = new int[offerings];
        var rankCounts = new int[offerings * offerings];
        var scoreCounts = new int[offerings * ScoreBins];
        var generator = new DrawGenerator(settings.Seed);

        for (var draw = 0; draw < settings.Draws; draw++)
        {
            var sum = 0.0;
            for (var criterion = 0; criterion < criteria; criterion++)
            {
                var weight = (double)grid.Criteria[criterion].Weight * (1 - WeightDoubt + (2 * WeightDoubt * generator.NextUnit()));
                sum += weight;
                for (var step = starts[criterion]; step < starts[criterion + 1]; step++) weighted[step] = worths[step] * weight;
            }

            var cell = 0;
            for (var offering = 0; offering < offerings; offering++)
            {
                var total = 0.0;
                var criterion = 0;
                for (; criterion + 1 < criteria; criterion += 2, cell += 2)
                {
                    var bits = generator.Next();
                    total += weighted[places[cell] + Move((uint)(bits >> 32))];
                    total += weighted[places[cell + 1] + Move((uint)bits)];
                }

                if (criterion < criteria) total += weighted[places[cell++] + Move((uint)(generator.Next() >> 32))];
                var score = total / sum * 100;
                scoreCounts[(offering * ScoreBins) + Math.Clamp((int)((score * 10) + 0.5), 0, ScoreBins - 1)]++;
                scores[offering] = total;
                order[offering] = offering;
            }

            CountRanks(scores, order, rankCounts);
        }

        return new SimulationResult(settings, offerings, rankCounts, scoreCounts);
    }

    private static int Move(uint chance) => (chance >= MovesUp ? 1 : 0) - (chance < MovesDown ? 1 : 0);

    private static void CountRanks(double[] scores, int[] order, int[] rankCounts)
    {
        Array.Sort(scores, order);
        var offerings = scores.Length;
        var rank = 1;
        for (var at = offerings - 1; at >= 0; at--)
        {
            if (at < offerings - 1 && scores[at] != scores[at + 1]) rank = offerings - at;
            rankCounts[(order[at] * offerings) + rank - 1]++;
        }
    }

    // The worths of each scale stand one after the other, the first and the last twice: a step beyond the scale finds its end.
    private static (double[] Worths, int[] Places) Tables(RankingGrid grid)
    {
        var worths = new List<double>();
        var firsts = new List<int>();
        foreach (var criterion in grid.Criteria)
        {
            firsts.Add(worths.Count + 1);
            var scale = criterion.Steps.Select((_, step) => RankingGrid.Worth(criterion, step).ToDouble()).ToList();
            worths.AddRange([scale[0], .. scale, scale[^1]]);
        }

        var places = new int[grid.Offerings * grid.Criteria.Count];
        for (var cell = 0; cell < places.Length; cell++)
        {
            var (offering, criterion) = (cell / grid.Criteria.Count, cell % grid.Criteria.Count);
            places[cell] = firsts[criterion] + grid.StepOf(offering, criterion);
        }

        return ([.. worths], places);
    }
}
