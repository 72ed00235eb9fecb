using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities.Ranking;

/// <summary>Why there is nothing to rank.</summary>
public enum RankingGap { NotReleased, NoCriteria, NoWeights, NoScores }

/// <summary>A criterion with its scale, from the step that is lowest in value.</summary>
/// <param name="Weight">As given in the study's weights.</param>
public sealed record CriterionRow(Guid Id, string Code, LocalText Name, LocalText ShortName, CriterionDirection Direction, decimal Weight, IReadOnlyList<decimal> Steps)
{
    /// <summary>For pictures and heads of columns.</summary>
    public LocalText Label => ShortName.IsEmpty ? Name : ShortName;
}

/// <param name="Values">Settled, by criterion.</param>
/// <param name="IsComplete">Settled by every criterion: only then it is ranked.</param>
public sealed record ScoredOffering(Guid Id, string Code, LocalText Name, LocalText ShortName, IReadOnlyDictionary<Guid, SettledValue> Values, bool IsComplete)
{
    public LocalText Label => ShortName.IsEmpty ? Name : ShortName;
}

public sealed record SettledValue(decimal Value, ScoreConfidence Confidence);

/// <summary>What those who scored a cell gave, once that is released.</summary>
public sealed record CellSpread(int Voices, decimal Lowest, decimal Highest);

/// <summary>All that a ranking is computed from, read once: criteria, the study's weights, settled scores and their spread. Before
/// the release there are no settled scores, so nothing of what is blind is in it.</summary>
public sealed class RankingMaterial
{
    private RankingMaterial(Scoring scoring, IReadOnlyList<CriterionRow> criteria, IReadOnlyList<ScoredOffering> offerings, IReadOnlyDictionary<(Guid Offering, Guid Criterion), CellSpread> spreads)
    {
        (Scoring, Criteria, Offerings, Spreads) = (scoring, criteria, offerings, spreads);
        Ranked = [.. offerings.Where(offering => offering.IsComplete)];
        Gap = !scoring.IsReleased ? RankingGap.NotReleased
            : criteria.Count == 0 ? RankingGap.NoCriteria
            : criteria.Sum(criterion => criterion.Weight) == 0 ? RankingGap.NoWeights
            : Ranked.Count == 0 ? RankingGap.NoScores
            : null;
        if (Gap is null) Grid = GridOf([.. criteria.Select(criterion => criterion.Weight)]);
    }

    public Scoring Scoring { get; }
    public IReadOnlyList<CriterionRow> Criteria { get; }
    public IReadOnlyList<ScoredOffering> Offerings { get; }

    /// <summary>Those that are wholly scored, in the order of the grid.</summary>
    public IReadOnlyList<ScoredOffering> Ranked { get; }
    public IReadOnlyDictionary<(Guid Offering, Guid Criterion), CellSpread> Spreads { get; }
    public RankingGap? Gap { get; }

    /// <summary>Null when there is nothing to rank.</summary>
    public RankingGrid? Grid { get; }

    public SimulationSettings Settings => new(Scoring.Draws, (ulong)Scoring.Seed, Scoring.RetainedCount);

    /// <summary>"C1 18 · C2 16".</summary>
    public string WeightsInWords => string.Join(" · ", Criteria.Select(criterion => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{criterion.Code} {criterion.Weight:0.##}")));

    public RankingGrid GridOf(IReadOnlyList<decimal> weights) => new(
        [.. Criteria.Select((criterion, at) => AsRanked(criterion) with { Weight = weights[at] })],
        [.. Ranked.Select(offering => Criteria.Select(criterion => StepOf(criterion, offering.Values[criterion.Id].Value)).ToArray())]);

    /// <summary>The worth of a settled score, from 0 (the worst step) to 1 (the best); null when it is missing.</summary>
    public double? WorthOf(ScoredOffering offering, CriterionRow criterion) =>
        offering.Values.TryGetValue(criterion.Id, out var settled) ? RankingGrid.Worth(AsRanked(criterion), StepOf(criterion, settled.Value)).ToDouble() : null;

    /// <summary>Between which scores an offering that is not wholly scored lies: a cell without scores may be any step of its
    /// scale, one whose scorers differ lies between them.</summary>
    public (decimal Low, decimal High) RangeOf(ScoredOffering offering)
    {
        var (low, high, sum) = (0m, 0m, Criteria.Sum(criterion => criterion.Weight));
        foreach (var criterion in Criteria)
        {
            var worths = Possible(offering, criterion).Select(step => (decimal)RankingGrid.Worth(AsRanked(criterion), step).ToDouble()).ToList();
            low += criterion.Weight * worths.Min();
            high += criterion.Weight * worths.Max();
        }

        return sum == 0 ? (0, 100) : (Math.Round(100 * low / sum, 1), Math.Round(100 * high / sum, 1));
    }

    public static async Task<RankingMaterial> Of(ConsultDbContext db, Guid studyId, CancellationToken cancellation)
    {
        var scoring = await db.Set<Scoring>().AsNoTracking().FirstOrDefaultAsync(found => found.StudyId == studyId, cancellation) ?? new Scoring(studyId);
        var weights = await db.Set<WeightSet>().AsNoTracking().Where(set => set.StudyId == studyId && set.Holder == WeightHolder.Study)
            .SelectMany(set => set.Weights).ToDictionaryAsync(weight => weight.CriterionId, weight => weight.Value, cancellation);
        var criteria = (await db.Set<Criterion>().AsNoTracking().Include(criterion => criterion.Steps).Where(criterion => criterion.StudyId == studyId)
                .OrderBy(criterion => criterion.Order).ThenBy(criterion => criterion.Code).ToListAsync(cancellation))
            .ConvertAll(criterion => new CriterionRow(
                criterion.Id, criterion.Code, criterion.Name, criterion.ShortName, criterion.Direction, weights.GetValueOrDefault(criterion.Id),
                [.. criterion.Steps.Select(step => step.Value).Order()]));
        var settled = (await db.Set<SettledScore>().AsNoTracking().Where(score => score.StudyId == studyId)
            .Select(score => new { score.OfferingId, score.CriterionId, score.Value, score.Confidence }).ToListAsync(cancellation)).ToLookup(score => score.OfferingId);
        var offerings = (await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == studyId).OrderBy(offering => offering.Code)
                .Select(offering => new { offering.Id, offering.Code, offering.Name, offering.ShortName }).ToListAsync(cancellation))
            .ConvertAll(offering =>
            {
                var values = settled[offering.Id].ToDictionary(score => score.CriterionId, score => new SettledValue(score.Value, score.Confidence));
                return new ScoredOffering(offering.Id, offering.Code, offering.Name, offering.ShortName, values, criteria.Count > 0 && criteria.All(criterion => values.ContainsKey(criterion.Id)));
            });
        var spreads = scoring.IsReleased ? await ReadSpreads(db, studyId, cancellation) : [];
        return new RankingMaterial(scoring, criteria, offerings, spreads);
    }

    private static async Task<Dictionary<(Guid, Guid), CellSpread>> ReadSpreads(ConsultDbContext db, Guid studyId, CancellationToken cancellation) =>
        (await db.Set<Score>().AsNoTracking().Where(score => score.StudyId == studyId)
            .Select(score => new { score.OfferingId, score.CriterionId, score.Value }).ToListAsync(cancellation))
        .GroupBy(score => (score.OfferingId, score.CriterionId))
        .ToDictionary(cell => cell.Key, cell => new CellSpread(cell.Count(), cell.Min(score => score.Value), cell.Max(score => score.Value)));

    private static RankedCriterion AsRanked(CriterionRow criterion) => new(criterion.Weight, criterion.Steps, criterion.Direction == CriterionDirection.LowerIsBetter);

    private IEnumerable<int> Possible(ScoredOffering offering, CriterionRow criterion)
    {
        if (offering.Values.TryGetValue(criterion.Id, out var settled)) return [StepOf(criterion, settled.Value)];
        return Spreads.TryGetValue((offering.Id, criterion.Id), out var spread)
            ? [StepOf(criterion, spread.Lowest), StepOf(criterion, spread.Highest)]
            : [0, criterion.Steps.Count - 1];
    }

    private static int StepOf(CriterionRow criterion, decimal value)
    {
        for (var step = 0; step < criterion.Steps.Count; step++)
        {
            if (criterion.Steps[step] == value) return step;
        }

        throw new InvalidOperationException($"{value} is no step of {criterion.Code}");
    }
}
