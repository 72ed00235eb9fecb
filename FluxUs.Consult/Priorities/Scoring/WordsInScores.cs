using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <summary>What an expert's withdrawal does to scores: they stay, and lean on one excerpt less.</summary>
internal sealed class WordsInScores(ConsultDbContext db) : IHoldsExpertWords
{
    public int Floor => 8;

    public async Task<IReadOnlyList<HeldWords>> Find(Guid studyId, Guid expertId, CancellationToken cancellation)
    {
        // Before the release not even that somebody has scored is told.
        if (!await db.Set<Scoring>().AnyAsync(scoring => scoring.StudyId == studyId && scoring.ReleasedAt != null, cancellation)) return [];
        var excerpts = ExcerptsOf(studyId, expertId);
        var cells = await db.Set<Score>().Where(score => score.StudyId == studyId && score.Evidence.Any(evidence => evidence.ExcerptId != null && excerpts.Contains(evidence.ExcerptId.Value)))
            .Join(db.Set<Offering>(), score => score.OfferingId, offering => offering.Id, (score, offering) => new { offering.Code, score.CriterionId })
            .Join(db.Set<Criterion>(), one => one.CriterionId, criterion => criterion.Id, (one, criterion) => new { one.Code, Criterion = criterion.Code }).Distinct().ToListAsync(cancellation);
        return cells.Count == 0 ? [] : [new HeldWords(typeof(PrioritiesTexts), "Scores", WordsFate.Weakened, [.. cells.Select(cell => $"{cell.Code} × {cell.Criterion}").Order(StringComparer.Ordinal)])];
    }

    public async Task Remove(Guid studyId, Guid expertId, CancellationToken cancellation)
    {
        var excerpts = ExcerptsOf(studyId, expertId);
        db.RemoveRange(await db.Set<ScoreEvidence>().Where(evidence => evidence.ExcerptId != null && excerpts.Contains(evidence.ExcerptId.Value)).ToListAsync(cancellation));
    }

    private IQueryable<Guid> ExcerptsOf(Guid studyId, Guid expertId) => db.Set<SourceText>()
        .Where(text => text.StudyId == studyId && text.Voices.Any(voice => voice.ExpertId == expertId))
        .Join(db.Set<Excerpt>(), text => text.Id, excerpt => excerpt.SourceTextId, (_, excerpt) => excerpt.Id);
}
