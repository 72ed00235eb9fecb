using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Priorities.Ranking;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Tables;

/// <summary>Criteria, scores and ranking. Scores stand here only once they are released; who gave one is a number, and its reason, which may
/// quote, is left out where someone whom it rests on has no consent in force.</summary>
internal static class PriorityTables
{
    private sealed record ScoreLine(string Offering, string Criterion, string Scorer, decimal Value, ScoreConfidence Confidence, string Rationale);

    public static async Task<IReadOnlyList<ITable>> Read(ConsultDbContext db, StudyAccess access, RankOfferings ranking, StudyCodes codes, ExcerptTable excerpts, CancellationToken cancellation)
    {
        var criteria = await db.Set<Criterion>().AsNoTracking().Where(found => found.StudyId == codes.StudyId).OrderBy(found => found.Order).ToListAsync(cancellation);
        var ranked = await ranking.Run(access, cancellation);
        var weights = ranked.Value?.Material.Criteria.ToDictionary(criterion => criterion.Id, criterion => criterion.Weight) ?? [];
        return
        [
            new Table<Criterion>(
                "criteria.csv", criteria,
                new("code", row => row.Code), new("name_fr", row => row.Name.French), new("name_nl", row => row.Name.Dutch), new("name_en", row => row.Name.English),
                new("direction", row => row.Direction), new("source", row => row.Source), new("weight", row => weights.GetValueOrDefault(row.Id))),
            new Table<ScoreLine>(
                "scores.csv", ranked.Value?.Material.Scoring.IsReleased == true ? await Scores(db, codes, excerpts, criteria, cancellation) : [],
                new("offering", row => row.Offering), new("criterion", row => row.Criterion), new("scorer", row => row.Scorer), new("value", row => row.Value),
                new("confidence", row => row.Confidence), new("rationale", row => row.Rationale)),
            new Table<RankedOffering>(
                "ranking.csv", ranked.Value?.Offerings ?? [],
                new("code", row => row.Code), new("score", row => row.Score), new("rank", row => row.Rank), new("share", row => row.Share)),
        ];
    }

    // The settled score has no scorer.
    private static async Task<List<ScoreLine>> Scores(ConsultDbContext db, StudyCodes codes, ExcerptTable excerpts, List<Criterion> criteria, CancellationToken cancellation)
    {
        var known = criteria.ToDictionary(criterion => criterion.Id, criterion => criterion.Code);
        var given = await db.Set<Score>().AsNoTracking().Include(score => score.Evidence).Where(score => score.StudyId == codes.StudyId).ToListAsync(cancellation);
        var settled = await db.Set<SettledScore>().AsNoTracking().Where(score => score.StudyId == codes.StudyId).ToListAsync(cancellation);
        var withheld = given.Where(score => score.Evidence.Any(one => one.ExcerptId is { } excerpt && !excerpts.Codes.ContainsKey(excerpt))).ToList();
        var (withheldScores, withheldCells) = (withheld.Select(score => score.Id).ToHashSet(), withheld.Select(score => (score.OfferingId, score.CriterionId)).ToHashSet());
        var scorers = given.Select(score => score.ScorerId).Distinct().Order().ToList();
        return
        [
            .. settled.Select(score => new ScoreLine(codes.Offerings[score.OfferingId], known[score.CriterionId], "", score.Value, score.Confidence, withheldCells.Contains((score.OfferingId, score.CriterionId)) ? "" : score.Rationale))
                .Concat(given.Select(score => new ScoreLine(codes.Offerings[score.OfferingId], known[score.CriterionId], $"S{scorers.IndexOf(score.ScorerId) + 1}", score.Value, score.Confidence, withheldScores.Contains(score.Id) ? "" : score.Rationale)))
                .OrderBy(line => line.Offering, StringComparer.Ordinal).ThenBy(line => line.Criterion, StringComparer.Ordinal).ThenBy(line => line.Scorer, StringComparer.Ordinal),
        ];
    }
}
