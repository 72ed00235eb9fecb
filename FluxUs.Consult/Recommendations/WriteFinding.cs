using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

/// <param name="Operation">The operation id of the form.</param>
/// <param name="Code">K-07, or null for a new finding; with version 0 it is the code that an import brings.</param>
/// <param name="Version">The version that the person saw; 0 for a new finding.</param>
/// <param name="Language">Of the statement: fr, nl or en.</param>
/// <param name="ExcerptIds">Excerpts that support a new finding from the start; those bound before stay.</param>
/// <param name="Translations">The statement in the other languages; null leaves them as they stand.</param>
public sealed record WriteFindingRequest(
    Guid Operation, string? Code, int Version, string Statement, string Language, IReadOnlyList<Guid> OfferingIds, IReadOnlyList<Guid> ExcerptIds,
    LocalText? Translations = null);

/// <summary>Words a finding, or makes a new one from excerpts.</summary>
public sealed class WriteFinding(ConsultDbContext db, CodeSequences codes)
{
    /// <summary>A finding is one claim: longer than this it is several.</summary>
    public const int MaximumLength = 500;

    /// <returns>The code of the finding.</returns>
    public async Task<Outcome<string>> Handle(StudyAccess access, WriteFindingRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFindings)) return Outcome.Forbidden;
        if (string.IsNullOrWhiteSpace(request.Statement)) return Outcome.Refused<RecommendationsTexts>("FindingNeedsStatement", nameof(request.Statement));
        if (request.Statement.Trim().Length > MaximumLength)
            return Outcome.Refused<RecommendationsTexts>("FindingTooLong", nameof(request.Statement), request.Statement.Trim().Length, MaximumLength);
        if (request.Language is not ("fr" or "nl" or "en")) return Outcome.Refused<RecommendationsTexts>("LanguageUnknown", nameof(request.Language));
        if (TooLong(request.Translations) is { } language) return Outcome.Refused<RecommendationsTexts>("TranslationTooLong", $"Translations.{language}", language, MaximumLength);
        var offerings = request.OfferingIds.Distinct().ToList();
        var excerpts = request.ExcerptIds.Distinct().ToList();
        return await db.Write<string>(access.Actor, request.Operation, async () =>
        {
            if (await db.Set<Offering>().CountAsync(offering => offering.StudyId == access.StudyId && offerings.Contains(offering.Id), cancellation) != offerings.Count)
                return Outcome.NotFound;
            if (await db.Set<Excerpt>().CountAsync(excerpt => excerpt.StudyId == access.StudyId && excerpts.Contains(excerpt.Id), cancellation) != excerpts.Count)
                return Outcome.NotFound;

            Finding? finding;
            if (string.IsNullOrEmpty(request.Code) || request.Version == 0)
            {
                var code = request.Code is { Length: > 0 } brought ? brought : await codes.Next(access.StudyId, "K-", cancellation);
                if (await db.Set<Finding>().AnyAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation)) return Outcome.Changed;
                await codes.Reserve(access.StudyId, "K-", code, cancellation);
                finding = new Finding(access.StudyId, code, request.Statement, request.Language);
                db.Add(finding);
            }
            else
            {
                finding = await db.Set<Finding>().Include(found => found.Offerings).Include(found => found.Evidence)
                    .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
                if (finding is null) return Outcome.NotFound;
                db.Expect(finding, request.Version);
                finding.Word(request.Statement, request.Language);
            }

            if (request.Translations is { } translations) finding.Translate(translations);
            finding.Concern(offerings);
            foreach (var excerpt in excerpts.Where(id => finding.Evidence.All(evidence => evidence.ExcerptId != id))) finding.Bind(excerpt, isFor: true);
            return finding.Code;
        }, cancellation);
    }

    private static string? TooLong(LocalText? translations) =>
        translations is null ? null : Foundation.Ui.Languages.All.Select(language => language.Code).FirstOrDefault(code => translations.Own(code).Length > MaximumLength);
}
