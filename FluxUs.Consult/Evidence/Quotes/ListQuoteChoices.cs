using FluxUs.Consult.Evidence.Listing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Quotes;

public sealed record QuoteOffering(string Code, LocalText Name);

/// <param name="Sources">Codes of interviews and documents whose texts this person may read.</param>
public sealed record QuoteChoices(IReadOnlyList<QuoteOffering> Offerings, IReadOnlyList<string> Sources);

/// <summary>What quotes can be looked for by, besides their expert's word.</summary>
public sealed class ListQuoteChoices(ConsultDbContext db)
{
    public async Task<Outcome<QuoteChoices>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadQuotes)) return Outcome.Forbidden;
        return new QuoteChoices(
            await db.Set<Offering>().AsNoTracking().Where(offering => offering.StudyId == access.StudyId).OrderBy(offering => offering.Code).Select(offering => new QuoteOffering(offering.Code, offering.Name)).ToListAsync(cancellation),
            await ListExcerptChoices.Sources(db, access, cancellation));
    }
}
