using System.Globalization;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches;

/// <summary>What an expert's withdrawal does here: quotes leave what is not published, and editions that cited or quoted the
/// expert are marked; their bytes stay as published.</summary>
internal sealed class WordsInFiches(ConsultDbContext db, TimeProvider time) : IHoldsExpertWords
{
    public int Floor => 9;

    public async Task<IReadOnlyList<HeldWords>> Find(Guid studyId, Guid expertId, CancellationToken cancellation)
    {
        var held = new List<HeldWords>();
        var quoting = await Quoting(studyId, expertId).Join(db.Set<Offering>(), fiche => fiche.OfferingId, offering => offering.Id, (fiche, offering) => new { offering.Code, fiche.Language })
            .OrderBy(fiche => fiche.Code).ToListAsync(cancellation);
        if (quoting.Count > 0) held.Add(new HeldWords(typeof(FichesTexts), "HeldQuotes", WordsFate.Removed, [.. quoting.Select(fiche => $"{fiche.Code} {fiche.Language}")]));
        var editions = await Citing(studyId, expertId).Join(db.Set<Fiche>(), edition => edition.FicheId, fiche => fiche.Id, (edition, fiche) => new { edition.Number, fiche.OfferingId, fiche.Language })
            .Join(db.Set<Offering>(), both => both.OfferingId, offering => offering.Id, (both, offering) => new { offering.Code, both.Language, both.Number })
            .OrderBy(edition => edition.Code).ThenBy(edition => edition.Number).ToListAsync(cancellation);
        if (editions.Count > 0)
            held.Add(new HeldWords(typeof(FichesTexts), "HeldEditions", WordsFate.Flagged, [.. editions.Select(edition => string.Create(CultureInfo.InvariantCulture, $"{edition.Code} {edition.Language} {edition.Number}"))]));
        return held;
    }

    public async Task Remove(Guid studyId, Guid expertId, CancellationToken cancellation)
    {
        var quotes = await QuotesOf(studyId, expertId).ToListAsync(cancellation);
        foreach (var fiche in await Quoting(studyId, expertId).Include(fiche => fiche.Quotes).ToListAsync(cancellation))
            fiche.Choose(fiche.Quotes.OrderBy(quote => quote.Order).Select(quote => quote.QuoteId).Where(id => !quotes.Contains(id)).ToList());
        await Flag(studyId, expertId, cancellation);
    }

    public async Task Flag(Guid studyId, Guid expertId, CancellationToken cancellation)
    {
        var at = time.GetUtcNow().UtcDateTime;
        foreach (var edition in await Citing(studyId, expertId).ToListAsync(cancellation)) edition.Flag(at);
    }

    private IQueryable<Guid> QuotesOf(Guid studyId, Guid expertId)
    {
        var texts = db.TextsOf(studyId, expertId).Select(text => text.Id);
        return db.Set<Quote>().Where(quote => db.Set<Excerpt>().Any(excerpt => excerpt.Id == quote.ExcerptId && texts.Contains(excerpt.SourceTextId))).Select(quote => quote.Id);
    }

    private IQueryable<Fiche> Quoting(Guid studyId, Guid expertId)
    {
        var quotes = QuotesOf(studyId, expertId);
        return db.Set<Fiche>().Where(fiche => fiche.StudyId == studyId && fiche.Quotes.Any(quote => quotes.Contains(quote.QuoteId)));
    }

    private IQueryable<Edition> Citing(Guid studyId, Guid expertId)
    {
        var texts = db.TextsOf(studyId, expertId).Select(text => text.Id);
        return db.Set<Edition>().Where(edition => edition.StudyId == studyId && db.Set<EditionSource>().Any(source => source.EditionId == edition.Id && texts.Contains(source.SourceTextId)));
    }
}
