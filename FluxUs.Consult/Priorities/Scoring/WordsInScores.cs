using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <summary>What an expert's withdrawal does to scores: their values stay, since they are the judgement of who scored; they lean on one
/// excerpt less, and their reasons, which may quote it, go with it.</summary>
internal sealed class WordsInScores(ConsultDbContext db) : IHoldsExpertWords
{
    public int Floor => 8;

    public async Task<IReadOnlyList<HeldWords>> Find(Guid studyId, Guid expertId, CancellationToken cancellation)
    {
        // Before the release not even that somebody has scored is told.
        if (!await db.Set<Scoring>().AnyAsync(scoring => scoring.StudyId == studyId && scoring.ReleasedAt != null, cancellation)) return [];
        var resting = await RestingOn(studyId, expertId).AsNoTracking().Select(score => new { score.OfferingId, score.CriterionId, HasReason = score.Rationale != "" }).ToListAsync(cancellation);
        if (resting.Count == 0) return [];
        var settled = await SettledOf(studyId, expertId).AsNoTracking().Where(score => score.Rationale != "").Select(score => new { score.OfferingId, score.CriterionId }).ToListAsync(cancellation);
        var offerings = await db.Set<Offering>().Where(offering => offering.StudyId == studyId).ToDictionaryAsync(offering => offering.Id, offering => offering.Code, cancellation);
        var criteria = await db.Set<Criterion>().Where(criterion => criterion.StudyId == studyId).ToDictionaryAsync(criterion => criterion.Id, criterion => criterion.Code, cancellation);
        List<string> Cells(IEnumerable<(Guid Offering, Guid Criterion)> cells) =>
            [.. cells.Distinct().Select(cell => $"{offerings[cell.Offering]} × {criteria[cell.Criterion]}").Order(StringComparer.Ordinal)];

        HeldWords[] held =
        [
            new(typeof(PrioritiesTexts), "Scores", WordsFate.Weakened, Cells(resting.Select(score => (score.OfferingId, score.CriterionId)))),
            new(typeof(PrioritiesTexts), "HeldReasons", WordsFate.Removed, Cells(
                resting.Where(score => score.HasReason).Select(score => (score.OfferingId, score.CriterionId)).Concat(settled.Select(score => (score.OfferingId, score.CriterionId))))),
        ];
        return [.. held.Where(one => one.Codes.Count > 0)];
    }

    public async Task Remove(Guid studyId, Guid expertId, CancellationToken cancellation)
    {
        var excerpts = (await ExcerptsOf(studyId, expertId).ToListAsync(cancellation)).ToHashSet();
        foreach (var settled in await SettledOf(studyId, expertId).ToListAsync(cancellation)) settled.ForgetReason();
        foreach (var score in await RestingOn(studyId, expertId).Include(score => score.Evidence).ToListAsync(cancellation))
        {
            score.ForgetReason();
            score.RestNoMoreOn(excerpts);
        }
    }

    private IQueryable<Score> RestingOn(Guid studyId, Guid expertId)
    {
        var excerpts = ExcerptsOf(studyId, expertId);
        return db.Set<Score>().Where(score => score.StudyId == studyId && score.Evidence.Any(evidence => evidence.ExcerptId != null && excerpts.Contains(evidence.ExcerptId.Value)));
    }

    // What a cell was settled at rests on what its scores do: its reason is theirs, or was written from them.
    private IQueryable<SettledScore> SettledOf(Guid studyId, Guid expertId)
    {
        var resting = RestingOn(studyId, expertId);
        return db.Set<SettledScore>().Where(settled => settled.StudyId == studyId
            && resting.Any(score => score.OfferingId == settled.OfferingId && score.CriterionId == settled.CriterionId));
    }

    private IQueryable<Guid> ExcerptsOf(Guid studyId, Guid expertId)
    {
        var texts = db.TextsOf(studyId, expertId);
        return db.Set<Excerpt>().Where(excerpt => texts.Any(text => text.Id == excerpt.SourceTextId)).Select(excerpt => excerpt.Id);
    }
}
