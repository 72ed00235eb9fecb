using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace FluxUs.Consult.Priorities.Ranking;

/// <summary>Remembers the last draws: they depend on nothing but the grid and their settings, and the ranking, fifteen fiches and
/// the decision all ask for the same ones.</summary>
public sealed class Simulations
{
    private const int Most = 32;

    private readonly ConcurrentDictionary<string, SimulationResult> _known = new();

    public SimulationResult Of(RankingGrid grid, SimulationSettings settings)
    {
        var key = KeyOf(grid, settings);
        if (_known.TryGetValue(key, out var known)) return known;
        if (_known.Count >= Most) _known.Clear();
        return _known[key] = Simulation.Run(grid, settings);
    }

    private static string KeyOf(RankingGrid grid, SimulationSettings settings)
    {
        var words = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{settings.Draws}/{settings.Seed}/{settings.Cut}");
        foreach (var criterion in grid.Criteria)
        {
            words.Append(CultureInfo.InvariantCulture, $"|{criterion.Weight}{criterion.LowerIsBetter}");
            foreach (var step in criterion.Steps) words.Append(CultureInfo.InvariantCulture, $",{step}");
        }

        for (var offering = 0; offering < grid.Offerings; offering++)
        {
            words.Append(';');
            for (var criterion = 0; criterion < grid.Criteria.Count; criterion++) words.Append(CultureInfo.InvariantCulture, $"{grid.StepOf(offering, criterion)},");
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(words.ToString())));
    }
}
