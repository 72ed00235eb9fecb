using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Fiches;

/// <summary>Tells which fiches lean on excerpts: through findings, or by a quote that they print.</summary>
public sealed class FicheEvidence(ConsultDbContext db, FicheFindings findings, IStringLocalizer<FichesTexts> texts) : IRestsOnEvidence
{
    public async Task<IReadOnlyList<Resting>> WhatRestsOn(StudyAccess access, IReadOnlyCollection<Guid> excerptIds, CancellationToken cancellation)
    {
        if (excerptIds.Count == 0) return [];
        var bound = await db.Set<Finding>().AsNoTracking().Where(finding => finding.StudyId == access.StudyId).SelectMany(finding => finding.Evidence)
            .Where(evidence => excerptIds.Contains(evidence.ExcerptId)).Select(evidence => new { evidence.FindingId, evidence.ExcerptId }).ToListAsync(cancellation);
        var quoted = await db.Set<Quote>().AsNoTracking().Where(quote => quote.StudyId == access.StudyId && excerptIds.Contains(quote.ExcerptId))
            .Select(quote => new { quote.Id, quote.Code, quote.ExcerptId }).ToListAsync(cancellation);
        if (bound.Count + quoted.Count == 0) return [];

        var offerings = await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == access.StudyId)
            .Select(offering => new { offering.Id, offering.Code, offering.Name }).ToDictionaryAsync(offering => offering.Id, cancellation);
        var fiches = await db.Set<Fiche>().AsNoTracking().AsSplitQuery().Where(fiche => fiche.StudyId == access.StudyId)
            .Include(fiche => fiche.Sections).Include(fiche => fiche.Messages).Include(fiche => fiche.Quotes).ToListAsync(cancellation);
        var reserves = await db.FichesWithReserve(access.StudyId).Distinct().ToListAsync(cancellation);
        var uses = bound.Count == 0 ? [] : await findings.UsesOf(access, [.. bound.Select(one => one.FindingId).Distinct()], cancellation);
        var byAddress = uses.ToLookup(use => use.Address, use => use.FindingId);
        var resting = new List<Resting>();
        foreach (var fiche in fiches)
        {
            var offering = offerings[fiche.OfferingId];
            var address = $"fiches/{offering.Code}/{fiche.Language}";
            var carried = byAddress[address].ToHashSet();
            var pointed = fiche.Tokens();
            var prints = quoted.Where(quote => fiche.Quotes.Any(chosen => chosen.QuoteId == quote.Id) || pointed.Contains(new FactToken(FactKind.Quote, quote.Code))).Select(quote => quote.ExcerptId);
            resting.AddRange(bound.Where(one => carried.Contains(one.FindingId)).Select(one => one.ExcerptId).Concat(prints).Distinct()
                .Select(excerpt => new Resting(excerpt, RestingKind.Fiche, offering.Code, offering.Name.In(fiche.Language), texts[FicheStateWords.Key(fiche.State, reserves.Contains(fiche.Id))], address)));
        }

        return resting;
    }

    /// <summary>None: fiches lean on findings and bring none of their own.</summary>
    public Task<IReadOnlyList<Resting>> FindingsOn(StudyAccess access, IReadOnlyCollection<Guid> excerptIds, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Resting>>([]);
}
