using BenchmarkDotNet.Attributes;
using FluxUs.Consult.Priorities.Ranking;

namespace FluxUs.Consult.Benchmarks.Priorities;

/// <summary>The draws that show the doubt of a ranking, and the exact values at which it changes. To hold: 5,000 draws over 26 by 8
/// in 50 ms; 10,000 over 500 by 20 in 1.5 s on one core, allocating 10 MB at most.</summary>
[MemoryDiagnoser]
public class RankingBenchmarks
{
    private readonly RankingGrid _study = Grid(26, 8);
    private readonly RankingGrid _large = Grid(500, 20);
    private readonly RankingGrid _page = Grid(100, 15);

    [Benchmark]
    public double Draws5000Over26By8() => Simulation.Run(_study, new SimulationSettings(5_000, 42, 15)).Share(0);

    [Benchmark]
    public double Draws10000Over500By20() => Simulation.Run(_large, new SimulationSettings(10_000, 42, 100)).Share(0);

    /// <summary>For each weight of the study.</summary>
    [Benchmark]
    public int Crossings26By8() => Enumerable.Range(0, 8).Sum(criterion => Crossings.Of(_study, criterion, 15).Count);

    [Benchmark]
    public int Crossings100By15() => Enumerable.Range(0, 15).Sum(criterion => Crossings.Of(_page, criterion, 30).Count);

    [Benchmark]
    public int Doubts100By15() => WeighingDoubts.Of(_page, 30, (_, _) => 1).Count;

    // The same grid each time, without chance: small primes spread the scores.
    private static RankingGrid Grid(int offerings, int criteria) => new(
        [.. Enumerable.Range(0, criteria).Select(criterion => new RankedCriterion(1 + (criterion * 7 % 11), [0, 1, 2, 3, 4]))],
        [.. Enumerable.Range(0, offerings).Select(offering => Enumerable.Range(0, criteria).Select(criterion => ((offering * 31) + (criterion * 17) + (offering * criterion % 13)) % 5).ToArray())]);
}
