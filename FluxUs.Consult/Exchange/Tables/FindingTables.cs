using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Tables;

/// <summary>Findings in the words of the team, with those of the excerpts behind them that may be pointed at, and recommendations with every field.</summary>
internal static class FindingTables
{
    public static async Task<IReadOnlyList<ITable>> Read(ConsultDbContext db, StudyCodes codes, ExcerptTable excerpts, CancellationToken cancellation)
    {
        var findings = await db.Set<Finding>().AsNoTracking().Where(found => found.StudyId == codes.StudyId).Include(found => found.Evidence).Include(found => found.Offerings)
            .OrderBy(found => found.Code.Length).ThenBy(found => found.Code).AsSplitQuery().ToListAsync(cancellation);
        var known = findings.ToDictionary(finding => finding.Id, finding => finding.Code);
        var recommendations = await db.Set<Recommendation>().AsNoTracking().Where(found => found.StudyId == codes.StudyId).Include(found => found.Findings).Include(found => found.Offerings).Include(found => found.Translations)
            .OrderBy(found => found.Code.Length).ThenBy(found => found.Code).AsSplitQuery().ToListAsync(cancellation);

        return
        [
            new Table<Finding>(
                "findings.csv", findings,
                new("code", row => row.Code), new("statement", row => row.Statement), new("language", row => row.Language),
                new("offerings", row => codes.OfferingsOf(row.Offerings.Select(offering => offering.OfferingId))),
                new("for", row => Bound(row, isFor: true)), new("against", row => Bound(row, isFor: false)),
                new("level", row => row.Confidence.Level), new("proposed_level", row => row.Confidence.Proposed),
                new("methods", row => row.Confidence.Methods), new("methods_reason", row => row.Confidence.MethodsReason),
                new("coherence", row => row.Confidence.Coherence), new("coherence_reason", row => row.Confidence.CoherenceReason),
                new("adequacy", row => row.Confidence.Adequacy), new("adequacy_reason", row => row.Confidence.AdequacyReason),
                new("relevance", row => row.Confidence.Relevance), new("relevance_reason", row => row.Confidence.RelevanceReason),
                new("settled_at", row => row.Confidence.SettledAt),
                new("statement_fr", row => row.Translations.French), new("statement_nl", row => row.Translations.Dutch), new("statement_en", row => row.Translations.English)),
            new Table<Recommendation>(
                "recommendations.csv", recommendations,
                new("code", row => row.Code), new("statement", row => row.Statement), new("language", row => row.Language),
                new("offerings", row => codes.OfferingsOf(row.Offerings.Select(offering => offering.OfferingId))),
                new("findings", row => Cells.Join(row.Findings.Select(finding => known[finding.FindingId]))),
                new("instrument", row => row.Measure.Instrument), new("lead_actor", row => row.Measure.LeadActor), new("associated_actors", row => row.Measure.AssociatedActors),
                new("who_pays", row => row.Measure.WhoPays), new("who_loses", row => row.Measure.WhoLoses), new("power_level", row => row.Measure.PowerLevel),
                new("horizon", row => row.Measure.Horizon), new("cost", row => row.Measure.Cost),
                new("political_feasibility", row => row.Measure.PoliticalFeasibility), new("legal_feasibility", row => row.Measure.LegalFeasibility),
                new("technical_feasibility", row => row.Measure.TechnicalFeasibility), new("administrative_feasibility", row => row.Measure.AdministrativeFeasibility),
                new("strength", row => row.Measure.Strength), new("prerequisite", row => row.Measure.Prerequisite), new("indicator", row => row.Measure.Indicator)),
            new Table<(string Code, RecommendationTranslation Translation)>(
                "recommendation-translations.csv",
                [.. recommendations.SelectMany(recommendation => recommendation.Translations.OrderBy(one => one.Language, StringComparer.Ordinal), (recommendation, one) => (recommendation.Code, one))],
                new("code", row => row.Code), new("language", row => row.Translation.Language), new("statement", row => row.Translation.Wording.Statement),
                new("lead_actor", row => row.Translation.Wording.LeadActor), new("associated_actors", row => row.Translation.Wording.AssociatedActors),
                new("who_pays", row => row.Translation.Wording.WhoPays), new("who_loses", row => row.Translation.Wording.WhoLoses),
                new("prerequisite", row => row.Translation.Wording.Prerequisite), new("indicator", row => row.Translation.Wording.Indicator)),
        ];

        string Bound(Finding finding, bool isFor) => Cells.Join(finding.Evidence.Where(evidence => evidence.IsFor == isFor && excerpts.Codes.ContainsKey(evidence.ExcerptId)).Select(evidence => excerpts.Codes[evidence.ExcerptId]));
    }
}
