using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <summary>One cell of the grid as this reader may see it.</summary>
/// <param name="Value">Before the release the reader's own score, after it the settled one; null when it is missing.</param>
/// <param name="Version">Of what <paramref name="Value"/> shows; 0 when it is missing.</param>
/// <param name="Voices">How many have scored it: only after the release.</param>
/// <param name="Lowest">With <paramref name="Highest"/>, between what their scores lie.</param>
public sealed record ScoreCell(decimal? Value, ScoreConfidence? Confidence, int Version, int Voices, decimal? Lowest, decimal? Highest)
{
    public static readonly ScoreCell Empty = new(null, null, 0, 0, null, null);

    public decimal Spread => Lowest is { } lowest && Highest is { } highest ? highest - lowest : 0;
}

public sealed record ScoreRow(Guid Id, string Code, LocalText Label, IReadOnlyList<ScoreCell> Cells);

/// <param name="Rows">The cells of each stand in the order of the criteria.</param>
public sealed record ScoreSheet(ScoringState Scoring, IReadOnlyList<CriterionDetail> Criteria, IReadOnlyList<ScoreRow> Rows)
{
    /// <summary>Cells that wait to be settled, the widest spread first.</summary>
    public IReadOnlyList<(ScoreRow Row, CriterionDetail Criterion, ScoreCell Cell)> Unsettled =>
    [
        .. Rows.SelectMany(row => row.Cells.Select((cell, at) => (Row: row, Criterion: Criteria[at], Cell: cell))).Where(one => one.Cell.Value is null && one.Cell.Voices > 0)
            // A criterion counts by its whole scale: two of eight is as wide as one of four.
            .OrderByDescending(one => one.Cell.Spread / (one.Criterion.Steps[^1].Value - one.Criterion.Steps[0].Value)).ThenByDescending(one => one.Cell.Spread),
    ];

    public int Missing => Rows.Sum(row => row.Cells.Count(cell => cell.Value is null));
}

/// <summary>The grid of offerings by criteria. Before the release it holds the reader's own scores and nothing of anyone else, not even
/// that there are any.</summary>
public sealed class OpenScores(ConsultDbContext db)
{
    public async Task<Outcome<ScoreSheet>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadScores)) return Outcome.Forbidden;
        var scoring = await db.Set<Scoring>().AsNoTracking().FirstOrDefaultAsync(found => found.StudyId == access.StudyId, cancellation) ?? new Scoring(access.StudyId);
        if (!scoring.IsReleased && !access.May(Permission.WriteScores)) return Outcome.NotFound;
        var criteria = (await db.Set<Criterion>().AsNoTracking().Include(criterion => criterion.Steps).Where(criterion => criterion.StudyId == access.StudyId)
            .OrderBy(criterion => criterion.Order).ThenBy(criterion => criterion.Code).ToListAsync(cancellation)).ConvertAll(ReadCriteria.Detail);
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == access.StudyId).OrderBy(offering => offering.Code)
            .Select(offering => new { offering.Id, offering.Code, offering.Name, offering.ShortName }).ToListAsync(cancellation);
        var cells = scoring.IsReleased ? await Settled(access, cancellation) : await Mine(access, cancellation);
        return new ScoreSheet(
            new ScoringState(scoring.RetainedCount, scoring.Draws, scoring.Seed, scoring.ReleasedAt, scoring.Version), criteria,
            offerings.ConvertAll(offering => new ScoreRow(
                offering.Id, offering.Code, offering.ShortName.IsEmpty ? offering.Name : offering.ShortName,
                criteria.ConvertAll(criterion => cells.GetValueOrDefault((offering.Id, criterion.Id), ScoreCell.Empty)))));
    }

    private async Task<Dictionary<(Guid, Guid), ScoreCell>> Mine(StudyAccess access, CancellationToken cancellation) =>
        await db.Set<Score>().AsNoTracking().Where(score => score.StudyId == access.StudyId && score.ScorerId == access.Actor.Id)
            .Select(score => new { score.OfferingId, score.CriterionId, score.Value, score.Confidence, score.Version })
            .ToDictionaryAsync(score => (score.OfferingId, score.CriterionId), score => new ScoreCell(score.Value, score.Confidence, score.Version, 0, null, null), cancellation);

    private async Task<Dictionary<(Guid, Guid), ScoreCell>> Settled(StudyAccess access, CancellationToken cancellation)
    {
        var cells = (await db.Set<Score>().AsNoTracking().Where(score => score.StudyId == access.StudyId)
                .Select(score => new { score.OfferingId, score.CriterionId, score.Value }).ToListAsync(cancellation))
            .GroupBy(score => (score.OfferingId, score.CriterionId))
            .ToDictionary(cell => cell.Key, cell => new ScoreCell(null, null, 0, cell.Count(), cell.Min(score => score.Value), cell.Max(score => score.Value)));
        var settled = await db.Set<SettledScore>().AsNoTracking().Where(score => score.StudyId == access.StudyId)
            .Select(score => new { score.OfferingId, score.CriterionId, score.Value, score.Confidence, score.Version }).ToListAsync(cancellation);
        foreach (var score in settled)
        {
            var key = (score.OfferingId, score.CriterionId);
            cells[key] = cells.GetValueOrDefault(key, ScoreCell.Empty) with { Value = score.Value, Confidence = score.Confidence, Version = score.Version };
        }

        return cells;
    }
}
