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
        var reader = Foundation.Ui.Languages.Current.Code;
        var bound = await Bound(access, excerptIds, cancellation);
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
                .Prepend(Finding(one, reader)))
            .DistinctBy(resting => (resting.ExcerptId, resting.Kind, resting.Code, resting.Address, resting.Statement))];
    }

    public async Task<IReadOnlyList<Resting>> FindingsOn(StudyAccess access, IReadOnlyCollection<Guid> excerptIds, CancellationToken cancellation)
    {
        var reader = Foundation.Ui.Languages.Current.Code;
        return [.. (await Bound(access, excerptIds, cancellation)).Select(one => Finding(one, reader))];
    }

    private Resting Finding(BoundExcerpt one, string reader) => new(
        one.ExcerptId, RestingKind.Finding, one.Code, Worded.In(reader, one.Statement, one.Language, one.Translations).Text,
        one.Level is { } level ? texts["ConfidenceIs", texts[$"ConfidenceLevel.{level}"]] : texts["ConfidenceOpen"], $"findings/{one.Code}", one.IsFor);

    private async Task<List<BoundExcerpt>> Bound(StudyAccess access, IReadOnlyCollection<Guid> excerptIds, CancellationToken cancellation) => excerptIds.Count == 0 ? [] : await db.Set<Finding>().AsNoTracking()
        .Where(finding => finding.StudyId == access.StudyId)
        .SelectMany(finding => finding.Evidence, (finding, evidence) => new { finding, evidence })
        .Where(both => excerptIds.Contains(both.evidence.ExcerptId)).OrderBy(both => both.finding.Code)
        .Select(both => new BoundExcerpt(
            both.finding.Id, both.finding.Code, both.finding.Statement, both.finding.Language, both.finding.Translations, both.finding.Confidence.Level, both.evidence.ExcerptId, both.evidence.IsFor))
        .ToListAsync(cancellation);

    private sealed record BoundExcerpt(Guid Id, string Code, string Statement, string Language, LocalText Translations, ConfidenceLevel? Level, Guid ExcerptId, bool IsFor);
}
