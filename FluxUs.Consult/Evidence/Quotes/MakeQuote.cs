using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Quotes;

/// <param name="Text">As it would be printed.</param>
/// <param name="Language">Of the text: fr, nl or en.</param>
/// <param name="Code">That an import brings; null gives the next.</param>
public sealed record MakeQuoteRequest(Guid Operation, Guid ExcerptId, string Text, string Language, QuoteForm Form, string? Code = null);

/// <summary>Makes a quote of an excerpt: what may be printed once its expert agreed.</summary>
public sealed class MakeQuote(ConsultDbContext db, CodeSequences codes)
{
    /// <returns>The code: Q-12.</returns>
    public async Task<Outcome<string>> Handle(StudyAccess access, MakeQuoteRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteQuotes)) return Outcome.Forbidden;
        return await db.Write<string>(access.Actor, request.Operation, async () =>
        {
            var excerpt = await db.Set<Excerpt>().AsNoTracking().Where(found => found.StudyId == access.StudyId && found.Id == request.ExcerptId)
                .Join(db.Set<SourceText>(), found => found.SourceTextId, text => text.Id, (found, text) => new { found.Id, found.Quote, text.Language })
                .FirstOrDefaultAsync(cancellation);
            if (excerpt is null) return Outcome.NotFound;
            var check = QuoteWords.Check(request.Text, request.Language, request.Form, excerpt.Quote, excerpt.Language);
            if (!check.IsDone) return check.Failure;
            if (request.Code is { } brought)
            {
                if (await db.Set<Quote>().AnyAsync(quote => quote.StudyId == access.StudyId && quote.Code == brought, cancellation))
                    return Outcome.Refused<EvidenceTexts>("QuoteExists", nameof(request.Code), brought);
                await codes.Reserve(access.StudyId, "Q-", brought, cancellation);
            }

            var code = request.Code ?? await codes.Next(access.StudyId, "Q-", cancellation);
            db.Add(new Quote(access.StudyId, code, excerpt.Id, request.Text, request.Language, request.Form));
            return code;
        }, cancellation);
    }
}
