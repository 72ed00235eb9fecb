using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence;

/// <summary>What an expert's withdrawal takes out of this room: the texts that hold the expert's words, with their excerpts and
/// quotes. Of a conversation with several people all goes, as Interviews lets its notes and files go.</summary>
internal sealed class WordsInEvidence(ConsultDbContext db) : IHoldsExpertWords
{
    public int Floor => 6;

    public async Task<IReadOnlyList<HeldWords>> Find(Guid studyId, Guid expertId, CancellationToken cancellation)
    {
        var texts = db.TextsOf(studyId, expertId);
        var codes = await texts.OrderBy(text => text.Code).Select(text => text.Code).ToListAsync(cancellation);
        var excerpts = await db.Set<Excerpt>().Join(texts, excerpt => excerpt.SourceTextId, text => text.Id, (excerpt, text) => new { excerpt.Id, text.Code, excerpt.Number })
            .OrderBy(excerpt => excerpt.Code).ThenBy(excerpt => excerpt.Number).ToListAsync(cancellation);
        var quotes = await Quotes(texts).OrderBy(quote => quote.Code).Select(quote => quote.Code).ToListAsync(cancellation);
        HeldWords[] held =
        [
            new(typeof(EvidenceTexts), "HeldTexts", WordsFate.Removed, codes),
            new(typeof(EvidenceTexts), "HeldExcerpts", WordsFate.Removed, [.. excerpts.Select(excerpt => $"{excerpt.Code}/{excerpt.Number}")]),
            new(typeof(EvidenceTexts), "HeldQuotes", WordsFate.Removed, quotes),
        ];
        return [.. held.Where(one => one.Codes.Count > 0)];
    }

    public async Task Remove(Guid studyId, Guid expertId, CancellationToken cancellation)
    {
        var texts = db.TextsOf(studyId, expertId);
        db.RemoveRange(await Quotes(texts).Include(quote => quote.Approvals).ToListAsync(cancellation));
        db.RemoveRange(await db.Set<Excerpt>().Include(excerpt => excerpt.Tags).Include(excerpt => excerpt.Offerings)
            .Where(excerpt => texts.Any(text => text.Id == excerpt.SourceTextId)).AsSplitQuery().ToListAsync(cancellation));
        // What was coded could be put back from the acts.
        db.RemoveRange(await db.Set<CodingAct>().Where(act => texts.Any(text => text.Id == act.SourceTextId)).ToListAsync(cancellation));
        db.RemoveRange(await texts.Include(text => text.Voices).Include(text => text.Offerings).Include(text => text.Versions).ThenInclude(version => version.Segments)
            .AsSplitQuery().ToListAsync(cancellation));
    }

    private IQueryable<Quote> Quotes(IQueryable<SourceText> texts) =>
        db.Set<Quote>().Where(quote => db.Set<Excerpt>().Any(excerpt => excerpt.Id == quote.ExcerptId && texts.Any(text => text.Id == excerpt.SourceTextId)));
}
