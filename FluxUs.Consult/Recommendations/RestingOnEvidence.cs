using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Recommendations;

/// <summary>Says to Evidence what leans on excerpts: findings, the recommendations founded on these, and through
/// <see cref="IRestsOnFindings"/> the fiches.</summary>
internal sealed class RestingOnEvidence(ConsultDbContext db, IEnumerable<IRestsOnFindings> above, IStringLocalizer<RecommendationsTexts> texts) : IRestsOnEvidence
{
    public async Task<IReadOnlyList<Resting>> WhatRestsOn(StudyAccess access, IReadOnlyCollection<Guid> excerptIds, CancellationToken cancellation)
    {
        if (excerptIds.Count == 0) return [];
        var reader = Foundation.Ui.Languages.Current.Code;
        var bound = await db.Set<Finding>().AsNoTracking().Where(finding => finding.StudyId == access.StudyId)
            .SelectMany(finding => finding.Evidence, (finding, evidence) => new { finding.Id, finding.Code, finding.Statement, finding.Language, finding.Translations, finding.Confidence.Level, evidence.ExcerptId, evidence.IsFor })
            .Where(one => excerptIds.Contains(one.ExcerptId)).OrderBy(one => one.Code).ToListAsync(cancellation);
        if (bound.Count == 0) return [];
        var findings = bound.Select(one => one.Id).ToHashSet();
        var measures = await db.Set<Recommendation>().AsNoTracking().Where(one => one.StudyId == access.StudyId)
            .SelectMany(one => one.Findings, (one, on) => new { one.Code, Statement = one.Translations.Where(translation => translation.Language == reader && one.Language != reader && translation.Wording.Statement != "").Select(translation => translation.Wording.Statement).FirstOrDefault() ?? one.Statement, on.FindingId })
            .Where(one => findings.Contains(one.FindingId)).OrderBy(one => one.Code).ToListAsync(cancellation);
        var uses = new List<FindingUse>();
        foreach (var room in above) uses.AddRange(await room.UsesOf(access, findings, cancellation));

        return [.. bound.SelectMany(one => measures.Where(measure => measure.FindingId == one.Id)
                .Select(measure => new Resting(one.ExcerptId, RestingKind.Recommendation, measure.Code, measure.Statement, "", $"recommendations/{measure.Code}"))
                .Concat(uses.Where(use => use.FindingId == one.Id).Select(use => new Resting(one.ExcerptId, RestingKind.Fiche, use.Title, use.Where, "", use.Address)))
                .Prepend(new Resting(one.ExcerptId, RestingKind.Finding, one.Code, Worded.In(reader, one.Statement, one.Language, one.Translations).Text,
                    one.Level is { } level ? texts["ConfidenceIs", texts[$"ConfidenceLevel.{level}"]] : texts["ConfidenceOpen"], $"findings/{one.Code}", one.IsFor)))
            .DistinctBy(resting => (resting.ExcerptId, resting.Kind, resting.Code, resting.Address, resting.Statement))];
    }
}
