using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities.Ranking;

/// <summary>One criterion of an offering's profile.</summary>
/// <param name="Value">The settled score, a step of the scale from <paramref name="Lowest"/> to <paramref name="Highest"/>; null when missing.</param>
/// <param name="Worth">From 0 (the worst step) to 1 (the best), whichever way the scale runs; null when missing.</param>
/// <param name="MedianWorth">The median of the same over the retained offerings; null before a decision is frozen.</param>
public sealed record ProfileLine(
    string Code, LocalText Name, LocalText Label, decimal Weight, decimal? Value, decimal Lowest, decimal Highest, double? Worth, double? MedianWorth, ScoreConfidence? Confidence, bool LowerIsBetter)
{
    public decimal Worst => LowerIsBetter ? Highest : Lowest;

    public decimal Best => LowerIsBetter ? Lowest : Highest;

    /// <summary>The median of the retained on the scale of the criterion, which its worth measures evenly.</summary>
    public decimal? Median => MedianWorth is { } worth ? Worst + ((decimal)worth * (Best - Worst)) : null;
}

/// <summary>Where an offering stands: what its fiche says of why it was chosen.</summary>
/// <param name="Rank">1 + the number strictly above it; null, as score and share, while it is not wholly scored.</param>
/// <param name="TiedWith">The codes of those with the same rank.</param>
/// <param name="Of">How many are ranked.</param>
/// <param name="Share">Of the draws in which it is among those to retain.</param>
/// <param name="MayStillEnter">How many without all their scores could still come among those to retain when this was computed.</param>
/// <param name="Reason">Of a vote or of a change against the ranking; empty otherwise.</param>
/// <param name="DecidedOn">The day of the meeting of the last frozen decision, or null.</param>
public sealed record OfferingPlace(
    string Code, IReadOnlyList<ProfileLine> Profile, decimal? Score, int? Rank, IReadOnlyList<string> TiedWith, int Of, double? Share, int MayStillEnter, int RetainedCount, int Draws, int Seed,
    RetainedState State, string Reason, int? DecisionNumber, DateOnly? DecidedOn);

/// <summary>An offering's profile, place and decision, for its fiche and its page.</summary>
public sealed class ReadOfferingPlace(ConsultDbContext db, RankOfferings ranking)
{
    /// <param name="code">P01.</param>
    /// <returns>Not found for an unknown code, and as long as the scores are not released.</returns>
    public async Task<Outcome<OfferingPlace>> Run(StudyAccess access, string code, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadScores)) return Outcome.Forbidden;
        var all = await ranking.Of(access.StudyId, cancellation);
        var material = all.Material;
        if (!material.Scoring.IsReleased || material.Offerings.FirstOrDefault(found => found.Code == code) is not { } offering) return Outcome.NotFound;

        var decision = await db.Set<Decision>().AsNoTracking().Include(found => found.Lines).Where(found => found.StudyId == access.StudyId && found.FrozenAt != null)
            .OrderByDescending(found => found.Number).FirstOrDefaultAsync(cancellation);
        var retained = decision?.Lines.Where(line => line.IsRetained).Select(line => line.OfferingId).ToHashSet() ?? [];
        var line = decision?.Lines.FirstOrDefault(found => found.OfferingId == offering.Id);
        var profile = material.Criteria.Select(criterion => LineOf(material, criterion, offering, retained)).ToList();
        // What was decided stands on the ranking of that day; figures that moved since would contradict it.
        if (decision is not null && line is not null)
        {
            var codes = material.Offerings.ToDictionary(found => found.Id, found => found.Code);
            return new OfferingPlace(
                offering.Code, profile, line.Score, line.Rank, TiedWith(line.Rank, offering.Id, decision.Lines.Select(other => (other.OfferingId, other.Rank, codes.GetValueOrDefault(other.OfferingId, "")))),
                decision.Lines.Count(other => other.Rank is not null), line.Share, decision.MayStillEnter, decision.RetainedCount, decision.Draws, decision.Seed, RankOfferings.StateOf(line), line.Reason, decision.Number, decision.HeldOn);
        }

        var place = all.Offerings.FirstOrDefault(found => found.Id == offering.Id);
        return new OfferingPlace(
            offering.Code, profile, place?.Score, place?.Rank, TiedWith(place?.Rank, offering.Id, all.Offerings.Select(other => (other.Id, (int?)other.Rank, other.Code))),
            all.Offerings.Count, place?.Share, all.MayStillEnter.Count, all.RetainedCount, material.Scoring.Draws, material.Scoring.Seed, RetainedState.Undecided, "", decision?.Number, decision?.HeldOn);
    }

    private static List<string> TiedWith(int? rank, Guid offering, IEnumerable<(Guid Id, int? Rank, string Code)> others) =>
        rank is null ? [] : [.. others.Where(other => other.Rank == rank && other.Id != offering).Select(other => other.Code).Order(StringComparer.Ordinal)];

    private static ProfileLine LineOf(RankingMaterial material, CriterionRow criterion, ScoredOffering offering, HashSet<Guid> retained)
    {
        var value = offering.Values.GetValueOrDefault(criterion.Id);
        var others = material.Offerings.Where(other => retained.Contains(other.Id) && other.Values.ContainsKey(criterion.Id)).Select(other => material.WorthOf(other, criterion)!.Value).Order().ToList();
        double? median = others.Count == 0 ? null : others.Count % 2 == 1 ? others[others.Count / 2] : (others[(others.Count / 2) - 1] + others[others.Count / 2]) / 2;
        return new ProfileLine(
            criterion.Code, criterion.Name, criterion.Label, criterion.Weight, value?.Value, criterion.Steps[0], criterion.Steps[^1], material.WorthOf(offering, criterion), median, value?.Confidence, criterion.Direction == CriterionDirection.LowerIsBetter);
    }
}
