using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

/// <summary>What a recommendation lacks before it can be printed in an edition.</summary>
public enum RecommendationLack { NoFinding, NoInstrument, NoActor, NoHorizon, NoStrength, NoOffering }

public sealed record RecommendationRow(
    Guid Id, string Code, string Statement, string Language, Measure Measure, IReadOnlyList<OfferingName> Offerings,
    IReadOnlyList<Guid> FindingIds, ConfidenceLevel? Confidence, IReadOnlyList<RecommendationLack> Lacks, int Version)
{
    /// <summary>Its words in the other languages, by language.</summary>
    public IReadOnlyDictionary<string, MeasureWording> Translations { get; init; } = new Dictionary<string, MeasureWording>();

    public MeasureWording Wording => MeasureWording.Of(Statement, Measure);

    /// <summary>One of its texts in a language, or in its own where nobody has translated it.</summary>
    public Worded In(string language, Func<MeasureWording, string> text) =>
        Worded.In(language, text(Wording), Language, Translations.TryGetValue(language, out var translation) ? text(translation) : "");

    /// <summary>The statement in the language of the reader.</summary>
    public Worded Read => In(Foundation.Ui.Languages.Current.Code, wording => wording.Statement);

    /// <summary>The translations that its words have moved away from.</summary>
    public IReadOnlyList<StaleTranslation> Stale { get; init; } = [];

    public bool IsStaleIn(string language) => Stale.Any(translation => translation.Language == language);

    /// <summary>Whether all it says in words is said in this language too.</summary>
    public bool IsSaidIn(string language) => MeasureWording.Texts.All(text => text.Of(Wording).Length == 0 || In(language, text.Of).Language == language);
}

/// <param name="OfferingCode">P01, or null for all.</param>
/// <param name="IsStale">Only those with a translation that their words have moved away from.</param>
public sealed record RecommendationFilter(string? OfferingCode = null, RecommendationLack? Lack = null, string? Code = null, bool IsStale = false);

/// <summary>The recommendations of a study with what they lack, in few queries whatever their number.</summary>
public sealed class ListRecommendations(ConsultDbContext db)
{
    public async Task<Outcome<IReadOnlyList<RecommendationRow>>> Run(StudyAccess access, RecommendationFilter filter, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadRecommendations)) return Outcome.Forbidden;
        return Outcome.Done(await RowsOf(access.StudyId, filter, cancellation));
    }

    internal async Task<IReadOnlyList<RecommendationRow>> RowsOf(Guid studyId, RecommendationFilter filter, CancellationToken cancellation)
    {
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == studyId)
            .Select(offering => new OfferingName(offering.Id, offering.Code, offering.Name)).ToDictionaryAsync(offering => offering.Id, cancellation);
        var levels = await db.Set<Finding>().AsNoTracking().Where(finding => finding.StudyId == studyId)
            .Select(finding => new { finding.Id, finding.Confidence.Level }).ToDictionaryAsync(finding => finding.Id, finding => finding.Level, cancellation);
        var recommendations = db.Set<Recommendation>().AsNoTracking().AsSplitQuery().Where(recommendation => recommendation.StudyId == studyId);
        if (filter.Code is { Length: > 0 } wanted) recommendations = recommendations.Where(recommendation => recommendation.Code == wanted);
        if (filter.OfferingCode is { Length: > 0 } code)
        {
            var ids = offerings.Values.Where(offering => offering.Code == code).Select(offering => offering.Id).ToList();
            recommendations = recommendations.Where(recommendation => recommendation.Offerings.Any(bound => ids.Contains(bound.OfferingId)));
        }

        var loaded = await recommendations.OrderBy(recommendation => recommendation.Code)
            .Include(recommendation => recommendation.Findings).Include(recommendation => recommendation.Offerings).Include(recommendation => recommendation.Translations).ToListAsync(cancellation);
        var rows = loaded.Select(found => new RecommendationRow(
            found.Id, found.Code, found.Statement, found.Language, found.Measure,
            [.. found.Offerings.Select(bound => bound.OfferingId).Where(offerings.ContainsKey).Select(id => offerings[id]).OrderBy(offering => offering.Code, StringComparer.Ordinal)],
            [.. found.Findings.Select(bound => bound.FindingId)],
            ConfidenceOf(found.Findings.Select(bound => levels.GetValueOrDefault(bound.FindingId))), [.. LacksOf(found)], found.Version)
        {
            Translations = found.Translations.ToDictionary(translation => translation.Language, translation => translation.Wording),
            Stale = StaleTranslation.Of(found),
        });
        if (filter.IsStale) rows = rows.Where(row => row.Stale.Count > 0);
        return [.. filter.Lack is { } lack ? rows.Where(row => row.Lacks.Contains(lack)) : rows];
    }

    /// <summary>A recommendation is as sure as the weakest finding that carries it; unknown while one is not assessed.</summary>
    internal static ConfidenceLevel? ConfidenceOf(IEnumerable<ConfidenceLevel?> levels)
    {
        var all = levels.ToList();
        return all.Count == 0 || all.Contains(null) ? null : all.Min();
    }

    internal static IEnumerable<RecommendationLack> LacksOf(Recommendation recommendation)
    {
        if (recommendation.Findings.Count == 0) yield return RecommendationLack.NoFinding;
        if (recommendation.Measure.Instrument is null) yield return RecommendationLack.NoInstrument;
        if (string.IsNullOrWhiteSpace(recommendation.Measure.LeadActor)) yield return RecommendationLack.NoActor;
        if (recommendation.Measure.Horizon is null) yield return RecommendationLack.NoHorizon;
        if (recommendation.Measure.Strength is null) yield return RecommendationLack.NoStrength;
        if (recommendation.Offerings.Count == 0) yield return RecommendationLack.NoOffering;
    }
}
