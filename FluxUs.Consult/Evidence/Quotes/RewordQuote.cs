using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Quotes;

/// <param name="Version">Of the quote as the person saw it.</param>
public sealed record RewordQuoteRequest(Guid Operation, string Code, int Version, string Text, string Language, QuoteForm Form);

/// <summary>Shortens or translates a quote, or gives it back its whole words. Its expert has to be asked again.</summary>
public sealed class RewordQuote(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RewordQuoteRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.ChooseQuotes)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var quote = await db.Set<Quote>().Include(found => found.Approvals)
                .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (quote is null) return Outcome.NotFound;
            var original = await db.Set<Excerpt>().AsNoTracking().Where(excerpt => excerpt.Id == quote.ExcerptId)
                .Join(db.Set<SourceText>(), excerpt => excerpt.SourceTextId, text => text.Id, (excerpt, text) => new { excerpt.Quote, text.Language, IsClear = text.FreeOfNamesAt != null })
                .FirstAsync(cancellation);
            if (!QuoteReading.IsOpenTo(access, quote, original.IsClear)) return Outcome.NotFound;
            var check = QuoteWords.Check(request.Text, request.Language, request.Form, original.Quote, original.Language);
            if (!check.IsDone) return check.Failure;
            db.Expect(quote, request.Version);
            quote.Reword(request.Text, request.Language, request.Form);
            return Nothing.Value;
        }, cancellation);
    }
}
