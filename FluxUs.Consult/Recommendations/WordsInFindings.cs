using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

/// <summary>What an expert's withdrawal does to findings: they stay, lean on one voice less, and are to be weighed again.</summary>
internal sealed class WordsInFindings(ConsultDbContext db, TimeProvider time) : IHoldsExpertWords
{
    public int Floor => 8;

    public async Task<IReadOnlyList<HeldWords>> Find(Guid studyId, Guid expertId, CancellationToken cancellation)
    {
        var excerpts = ExcerptsOf(studyId, expertId);
        var codes = await db.Set<Finding>().Where(finding => finding.StudyId == studyId && finding.Evidence.Any(evidence => excerpts.Contains(evidence.ExcerptId)))
            .OrderBy(finding => finding.Code).Select(finding => finding.Code).ToListAsync(cancellation);
        return codes.Count == 0 ? [] : [new HeldWords(typeof(RecommendationsTexts), "Findings", WordsFate.Weakened, codes)];
    }

    public async Task Remove(Guid studyId, Guid expertId, CancellationToken cancellation)
    {
        var excerpts = (await ExcerptsOf(studyId, expertId).ToListAsync(cancellation)).ToHashSet();
        var findings = await db.Set<Finding>().Include(finding => finding.Evidence)
            .Where(finding => finding.StudyId == studyId && finding.Evidence.Any(evidence => excerpts.Contains(evidence.ExcerptId))).ToListAsync(cancellation);
        var at = time.GetUtcNow().UtcDateTime;
        foreach (var finding in findings)
        {
            finding.AskToWeighAgain(EvidenceLoss.Withdrawal, at);
            foreach (var excerpt in finding.Evidence.Select(evidence => evidence.ExcerptId).Where(excerpts.Contains).ToList()) finding.Unbind(excerpt);
        }
    }

    private IQueryable<Guid> ExcerptsOf(Guid studyId, Guid expertId) => db.TextsOf(studyId, expertId)
        .Join(db.Set<Excerpt>(), text => text.Id, excerpt => excerpt.SourceTextId, (_, excerpt) => excerpt.Id);
}
