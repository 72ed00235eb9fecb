using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview;

/// <summary>The chain of evidence in figures, of a study or of one offering: how much there is of each link and what is wrong
/// with it. People and classes of role are those of the interviews counted, excerpts those that this person may read, as in their
/// list.</summary>
public sealed record ChainCounts(
    int Interviews, int People, int RoleClasses,
    int Documents, int DisputedFigures,
    int Excerpts, int ExcerptsWithoutOffering, int ExcerptsToPlace,
    int Findings, int SingleVoiceFindings, int UnsupportedFindings,
    int Recommendations, int RecommendationsWithoutFinding,
    int Fiches, int FichesPublished, int FichesInReview);

public sealed class CountChain(ConsultDbContext db, FindingSupport support)
{
    /// <param name="offeringId">One offering, or null for the whole study.</param>
    public async Task<Outcome<ChainCounts>> Run(StudyAccess access, Guid? offeringId, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadStudy)) return Outcome.Forbidden;
        var study = access.StudyId;

        var interviews = db.Set<Interview>().AsNoTracking()
            .Where(interview => interview.StudyId == study && interview.Status != InterviewStatus.Cancelled)
            .Where(interview => offeringId == null || interview.Offerings.Any(offering => offering.OfferingId == offeringId));
        var people = interviews.SelectMany(interview => interview.Experts).Select(expert => expert.ExpertId).Distinct();
        var references = db.Set<Reference>().AsNoTracking()
            .Where(reference => reference.StudyId == study)
            .Where(reference => offeringId == null || reference.Offerings.Any(offering => offering.OfferingId == offeringId));
        var excerpts = db.Set<Excerpt>().AsNoTracking()
            .Where(excerpt => excerpt.StudyId == study && db.Set<SourceText>().Where(SourceReading.OpenTo(access)).Any(text => text.Id == excerpt.SourceTextId))
            .Where(excerpt => offeringId == null || excerpt.Offerings.Any(offering => offering.OfferingId == offeringId));
        var findings = await db.Set<Finding>().AsNoTracking()
            .Where(finding => finding.StudyId == study)
            .Where(finding => offeringId == null || finding.Offerings.Any(offering => offering.OfferingId == offeringId))
            .Select(finding => finding.Id).ToListAsync(cancellation);
        var recommendations = db.Set<Recommendation>().AsNoTracking()
            .Where(recommendation => recommendation.StudyId == study)
            .Where(recommendation => offeringId == null || recommendation.Offerings.Any(offering => offering.OfferingId == offeringId));
        var fiches = db.Set<Fiche>().AsNoTracking()
            .Where(fiche => fiche.StudyId == study && (offeringId == null || fiche.OfferingId == offeringId));

        var supports = findings.Count == 0 ? null : (await support.Run(access, offeringId is null ? [] : findings, cancellation)).Value;
        SupportCount SupportOf(Guid finding) => supports?.GetValueOrDefault(finding) ?? SupportCount.None;
        return new ChainCounts(
            await interviews.CountAsync(cancellation),
            await people.CountAsync(cancellation),
            await db.Set<Experts.Expert>().Where(expert => people.Contains(expert.Id)).Select(expert => expert.RoleClassId).Distinct().CountAsync(cancellation),
            await references.CountAsync(cancellation),
            await DisputedFigures(study, offeringId, cancellation),
            await excerpts.CountAsync(cancellation),
            await excerpts.CountAsync(excerpt => !excerpt.Offerings.Any(), cancellation),
            await excerpts.CountAsync(excerpt => excerpt.Place != ExcerptPlace.Placed, cancellation),
            findings.Count,
            findings.Count(finding => SupportOf(finding).IsSingleVoice),
            findings.Count(finding => SupportOf(finding).HasNoExcerpt),
            await recommendations.CountAsync(cancellation),
            await recommendations.CountAsync(recommendation => !recommendation.Findings.Any(), cancellation),
            await fiches.CountAsync(cancellation),
            await fiches.CountAsync(fiche => db.Set<Edition>().Any(edition => edition.FicheId == fiche.Id && edition.WithdrawnAt == null), cancellation),
            await fiches.CountAsync(fiche => fiche.State == FicheState.InReview, cancellation));
    }

    private async Task<int> DisputedFigures(Guid study, Guid? offeringId, CancellationToken cancellation) => (await db.Set<Quantity>().AsNoTracking()
        .Where(quantity => quantity.StudyId == study)
        .Where(quantity => offeringId == null || quantity.OfferingId == offeringId
            || db.Set<Offering>().Any(offering => offering.Id == offeringId && offering.Flows.Any(flow => flow.FlowId == quantity.FlowId)))
        .Select(quantity => new { quantity.Key, quantity.Value, quantity.Unit }).ToListAsync(cancellation))
        .GroupBy(quantity => quantity.Key)
        .Count(group => QuantityGroup.Disagree(group.Select(quantity => (quantity.Value, quantity.Unit))));
}
