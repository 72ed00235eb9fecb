using FluxUs.Consult.Fiches;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview.Ecosystem.Tables;

/// <summary>An offering with how far the work on it has come.</summary>
/// <param name="ByConfidence">Findings per level, from very low to high; those without a level are only in <paramref name="Findings"/>.</param>
/// <param name="Fiches">Its fiches: language, state, last edition (0 while none).</param>
public sealed record OfferingLine(EcosystemOffering Offering, int Findings, IReadOnlyList<int> ByConfidence, IReadOnlyList<FicheStanding> Fiches);

public sealed class OfferingLines(ConsultDbContext db)
{
    private static readonly Dictionary<string, Func<OfferingLine, object?>> Columns = new()
    {
        ["code"] = line => line.Offering.Code,
        ["name"] = line => line.Offering.Name.ToString(),
        ["rung"] = line => CircularityLadder.LevelOf(line.Offering.Circularity),
        ["stages"] = line => line.Offering.Stages.Count,
        ["findings"] = line => line.Findings,
    };

    public async Task<IReadOnlyList<OfferingLine>> Of(StudyAccess access, EcosystemContents contents, EcosystemFilter filter, CancellationToken cancellation)
    {
        var study = access.StudyId;
        var findings = (await db.Set<Finding>().AsNoTracking().Where(finding => finding.StudyId == study)
            .SelectMany(finding => finding.Offerings, (finding, offering) => new { offering.OfferingId, finding.Confidence.Level })
            .GroupBy(finding => new { finding.OfferingId, finding.Level }).Select(group => new { group.Key.OfferingId, group.Key.Level, Count = group.Count() })
            .ToListAsync(cancellation)).ToLookup(finding => finding.OfferingId);
        var fiches = (await FicheStandings.Of(db, study, null, cancellation)).ToLookup(fiche => fiche.OfferingId, fiche => fiche.Standing);
        return filter.Sorted(
            contents.Offerings.Where(filter.Takes).Select(offering =>
            {
                var own = findings[offering.Id].ToList();
                return new OfferingLine(
                    offering, own.Sum(level => level.Count), [.. Enum.GetValues<ConfidenceLevel>().Select(level => own.Where(group => group.Level == level).Sum(group => group.Count))], [.. fiches[offering.Id]]);
            }), Columns);
    }
}
