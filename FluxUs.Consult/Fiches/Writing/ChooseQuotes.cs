using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Writing;

/// <param name="QuoteCodes">In the order in which they are printed.</param>
public sealed record ChooseQuotesRequest(Guid Operation, FicheName Fiche, IReadOnlyList<string> QuoteCodes);

/// <summary>Chooses the quotes that a fiche prints, once their experts have released them.</summary>
public sealed class ChooseQuotes(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, ChooseQuotesRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFiches) || !access.May(Permission.ChooseQuotes)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var fiche = await db.Fiche(access, request.Fiche).Include(found => found.Quotes).FirstOrDefaultAsync(cancellation);
            if (fiche is null) return Outcome.NotFound;
            if (!fiche.IsOpenToWriting) return Outcome.Refused<FichesTexts>("NotOpenToWriting");
            var codes = request.QuoteCodes.Distinct().ToList();
            var quotes = await db.Set<Quote>().Where(quote => quote.StudyId == access.StudyId && codes.Contains(quote.Code))
                .Select(quote => new { quote.Id, quote.Code }).ToDictionaryAsync(quote => quote.Code, quote => quote.Id, cancellation);
            if (codes.FirstOrDefault(code => !quotes.ContainsKey(code)) is { } unknown) return Outcome.Refused<FichesTexts>("QuoteUnknown", "quotes", unknown);
            fiche.Choose(codes.Select(code => quotes[code]));
            return Nothing.Value;
        }, cancellation);
    }
}
