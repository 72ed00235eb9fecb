using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

/// <param name="Code">R-03, or null for a new recommendation; with version 0 it is the code that an import brings.</param>
/// <param name="Version">The version that the person saw; 0 for a new one.</param>
/// <param name="Statement">Verb first.</param>
/// <param name="Language">Of its words: fr, nl or en.</param>
/// <param name="Translations">Its words in the other languages, by language; null leaves them as they stand.</param>
public sealed record WriteRecommendationRequest(
    Guid Operation, string? Code, int Version, string Statement, string Language, Measure Measure,
    IReadOnlyList<Guid> FindingIds, IReadOnlyList<Guid> OfferingIds, IReadOnlyDictionary<string, MeasureWording>? Translations = null);

/// <summary>Writes a recommendation. It may lack anything but its statement while it is drafted: what lacks is shown, and
/// refused only before an edition.</summary>
public sealed class WriteRecommendation(ConsultDbContext db, CodeSequences codes)
{
    public const int MaximumLength = 300;

    /// <returns>The code of the recommendation.</returns>
    public async Task<Outcome<string>> Handle(StudyAccess access, WriteRecommendationRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteRecommendations)) return Outcome.Forbidden;
        var refusals = Check(request).ToList();
        if (refusals.Count > 0) return Outcome.Refused(refusals);
        var findings = request.FindingIds.Distinct().ToList();
        var offerings = request.OfferingIds.Distinct().ToList();
        return await db.Write<string>(access.Actor, request.Operation, async () =>
        {
            if (await db.Set<Finding>().CountAsync(finding => finding.StudyId == access.StudyId && findings.Contains(finding.Id), cancellation) != findings.Count)
                return Outcome.NotFound;
            if (await db.Set<Offering>().CountAsync(offering => offering.StudyId == access.StudyId && offerings.Contains(offering.Id), cancellation) != offerings.Count)
                return Outcome.NotFound;

            Recommendation? recommendation;
            if (string.IsNullOrEmpty(request.Code) || request.Version == 0)
            {
                var code = request.Code is { Length: > 0 } brought ? brought : await codes.Next(access.StudyId, "R-", cancellation);
                if (await db.Set<Recommendation>().AnyAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation)) return Outcome.Changed;
                await codes.Reserve(access.StudyId, "R-", code, cancellation);
                recommendation = new Recommendation(access.StudyId, code, request.Statement, request.Language);
                db.Add(recommendation);
            }
            else
            {
                recommendation = await db.Set<Recommendation>().AsSplitQuery().Include(found => found.Findings).Include(found => found.Offerings).Include(found => found.Translations)
                    .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
                if (recommendation is null) return Outcome.NotFound;
                db.Expect(recommendation, request.Version);
                recommendation.Word(request.Statement, request.Language);
            }

            recommendation.Shape(request.Measure);
            if (request.Translations is { } translations) recommendation.Translate(translations);
            recommendation.RestOn(findings);
            recommendation.Concern(offerings);
            return recommendation.Code;
        }, cancellation);
    }

    private static IEnumerable<Refusal> Check(WriteRecommendationRequest request)
    {
        static Refusal No(string key, string field, params object[] arguments) => new(typeof(RecommendationsTexts), key, field, arguments);
        if (string.IsNullOrWhiteSpace(request.Statement)) yield return No("RecommendationNeedsStatement", nameof(request.Statement));
        else if (request.Statement.Trim().Length > MaximumLength)
            yield return No("RecommendationTooLong", nameof(request.Statement), request.Statement.Trim().Length, MaximumLength);
        if (request.Language is not ("fr" or "nl" or "en")) yield return No("LanguageUnknown", nameof(request.Language));
        foreach (var (language, wording) in request.Translations ?? new Dictionary<string, MeasureWording>())
        {
            if (language is not ("fr" or "nl" or "en")) yield return No("LanguageUnknown", nameof(request.Language));
            if (wording.Statement.Length > MaximumLength) yield return No("TranslationTooLong", $"Statement.{language}", language, MaximumLength);
        }

        var measure = request.Measure;
        foreach (var (value, field) in new[]
        {
            (measure.PoliticalFeasibility, nameof(measure.PoliticalFeasibility)), (measure.LegalFeasibility, nameof(measure.LegalFeasibility)),
            (measure.TechnicalFeasibility, nameof(measure.TechnicalFeasibility)), (measure.AdministrativeFeasibility, nameof(measure.AdministrativeFeasibility)),
        })
        {
            if (value is < 0 or > 4) yield return No("FeasibilityOutOfRange", field);
        }
    }
}
