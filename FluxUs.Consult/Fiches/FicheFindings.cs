using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Fiches;

/// <summary>Tells what fiches make of findings: the messages and recommendations that rest on them, the sections that point at them.</summary>
public sealed class FicheFindings(ConsultDbContext db, IStringLocalizer<FichesTexts> texts) : IRestsOnFindings
{
    public async Task<IReadOnlyList<FindingUse>> UsesOf(StudyAccess access, IReadOnlyCollection<Guid> findingIds, CancellationToken cancellation)
    {
        var codes = await db.Set<Finding>().AsNoTracking().Where(finding => finding.StudyId == access.StudyId && (findingIds.Count == 0 || findingIds.Contains(finding.Id)))
            .ToDictionaryAsync(finding => finding.Id, finding => finding.Code, cancellation);
        var fiches = await db.Set<Fiche>().AsNoTracking().AsSplitQuery().Where(fiche => fiche.StudyId == access.StudyId)
            .Include(fiche => fiche.Sections).Include(fiche => fiche.Messages).ThenInclude(message => message.Findings).ToListAsync(cancellation);
        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == access.StudyId).ToDictionaryAsync(offering => offering.Id, offering => offering.Code, cancellation);
        var measures = (await db.Set<Recommendation>().AsNoTracking().AsSplitQuery().Where(one => one.StudyId == access.StudyId && one.Measure.Strength != Strength.DoNot)
            .Include(one => one.Findings).Include(one => one.Offerings).OrderBy(one => one.Code).ToListAsync(cancellation))
            .SelectMany(one => one.Offerings, (one, offering) => (one, offering.OfferingId)).ToLookup(both => both.OfferingId, both => both.one);
        var reserves = await db.FichesWithReserve(access.StudyId).Distinct().ToListAsync(cancellation);
        var uses = new List<FindingUse>();
        foreach (var fiche in fiches.OrderBy(fiche => offerings[fiche.OfferingId], StringComparer.Ordinal).ThenBy(fiche => fiche.Language, StringComparer.Ordinal))
        {
            var code = offerings[fiche.OfferingId];
            var title = texts["FicheUse", code, fiche.Language.ToUpperInvariant(), texts[FicheStateWords.Key(fiche.State, reserves.Contains(fiche.Id))].Value].Value;
            var address = $"fiches/{code}/{fiche.Language}";
            var number = 0;
            foreach (var message in fiche.Messages.OrderBy(message => message.Order))
            {
                number++;
                uses.AddRange(message.Findings.Select(bound => bound.FindingId).Where(codes.ContainsKey).Union(PointedAt(message.Text.Text, codes))
                    .Select(finding => new FindingUse(finding, title, texts["MessageUse", number], address)));
            }

            // Numbered as the fiche prints them.
            uses.AddRange(measures[fiche.OfferingId].SelectMany((measure, index) => measure.Findings.Where(bound => codes.ContainsKey(bound.FindingId))
                .Select(bound => new FindingUse(bound.FindingId, title, texts["MeasureUse", index + 1], address))));
            uses.AddRange(fiche.Sections.SelectMany(section => PointedAt(section.Text.Text, codes)).Select(finding => new FindingUse(finding, title, texts["TextUse"], address)));
        }

        return uses;
    }

    private static IEnumerable<Guid> PointedAt(string text, Dictionary<Guid, string> codes)
    {
        var tokens = FicheTokens.Of(text);
        return tokens.Count == 0 ? [] : codes.Where(finding => tokens.Contains(new FactToken(FactKind.Finding, finding.Value))).Select(finding => finding.Key);
    }
}
