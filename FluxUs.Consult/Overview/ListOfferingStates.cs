using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Overview.Ecosystem;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview;

/// <summary>What an offering lacks, from the most to the least pressing.</summary>
public enum Lack { NoInterview, NoDocument, OneDocument, NoFinding, SingleVoice, NoRecommendation, RecommendationWithoutFinding }

/// <summary>How far one offering has come along the chain.</summary>
/// <param name="ByConfidence">Findings per level, from very low to high; those without a level are not in it.</param>
/// <param name="Fiches">Its fiches: language, state, last edition (0 while none).</param>
public sealed record OfferingState(
    Guid Id, string Code, LocalText Name, bool IsRetained, IReadOnlyList<Lack> Lacks, int Interviews, int Documents,
    int Findings, IReadOnlyList<int> ByConfidence, int Recommendations, IReadOnlyList<FicheStanding> Fiches);

/// <summary>The offerings of the study with what each has and lacks; the queries do not grow with the offerings.</summary>
public sealed class ListOfferingStates(ConsultDbContext db, FindingSupport support, RetainedOfferings retained)
{
    public async Task<Outcome<IReadOnlyList<OfferingState>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadStudy)) return Outcome.Forbidden;
        var study = access.StudyId;
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == study).OrderBy(offering => offering.Code.Length).ThenBy(offering => offering.Code)
            .Select(offering => new { offering.Id, offering.Code, offering.Name }).ToListAsync(cancellation);
        var interviews = await db.Set<Interview>().AsNoTracking().Where(interview => interview.StudyId == study && interview.Status != InterviewStatus.Cancelled)
            .SelectMany(interview => interview.Offerings).GroupBy(offering => offering.OfferingId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var documents = await db.Set<Reference>().AsNoTracking().Where(reference => reference.StudyId == study)
            .SelectMany(reference => reference.Offerings).GroupBy(offering => offering.OfferingId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        var findings = await db.Set<Finding>().AsNoTracking().Where(finding => finding.StudyId == study)
            .SelectMany(finding => finding.Offerings, (finding, offering) => new { offering.OfferingId, finding.Id, finding.Confidence.Level }).ToListAsync(cancellation);
        var recommendations = await db.Set<Recommendation>().AsNoTracking().Where(recommendation => recommendation.StudyId == study)
            .SelectMany(recommendation => recommendation.Offerings, (recommendation, offering) => new { offering.OfferingId, HasFinding = recommendation.Findings.Any() }).ToListAsync(cancellation);
        var fiches = await FicheStandings.Of(db, study, null, cancellation);
        var kept = (await retained.Of(study, cancellation)).Offerings;
        var supports = findings.Count == 0 ? null : (await support.Run(access, [], cancellation)).Value;

        var (findingsOf, recommendationsOf, fichesOf) = (findings.ToLookup(found => found.OfferingId), recommendations.ToLookup(found => found.OfferingId), fiches.ToLookup(found => found.OfferingId));
        return offerings.ConvertAll(offering =>
        {
            var own = findingsOf[offering.Id].ToList();
            var measures = recommendationsOf[offering.Id].ToList();
            var (spoken, read) = (interviews.GetValueOrDefault(offering.Id), documents.GetValueOrDefault(offering.Id));
            List<Lack> lacks = [];
            if (spoken == 0) lacks.Add(Lack.NoInterview);
            if (read == 0) lacks.Add(Lack.NoDocument);
            if (spoken + read > 0 && own.Count == 0) lacks.Add(Lack.NoFinding);
            if (own.Any(finding => (supports?.GetValueOrDefault(finding.Id) ?? SupportCount.None).IsSingleVoice)) lacks.Add(Lack.SingleVoice);
            if (own.Count > 0 && measures.Count == 0) lacks.Add(Lack.NoRecommendation);
            if (measures.Any(measure => !measure.HasFinding)) lacks.Add(Lack.RecommendationWithoutFinding);
            if (read == 1) lacks.Add(Lack.OneDocument);
            return new OfferingState(
                offering.Id, offering.Code, offering.Name, kept.Contains(offering.Id), lacks, spoken, read, own.Count,
                [.. Enum.GetValues<ConfidenceLevel>().Select(level => own.Count(finding => finding.Level == level))],
                measures.Count,
                [.. fichesOf[offering.Id].Select(fiche => fiche.Standing)]);
        });
    }
}
