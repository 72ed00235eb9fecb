using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Quotes;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Editor;

/// <summary>One fact that prose may point at.</summary>
/// <param name="Token">As it is typed: <c>[@finding:K-07]</c>.</param>
/// <param name="Label">What it says, short enough for a list.</param>
public sealed record TokenLine(string Token, string Label);

/// <summary>What the prose of a fiche may point at: what concerns its offering first.</summary>
public sealed class ListTokens(ConsultDbContext db)
{
    private const int LabelLength = 110;

    public async Task<Outcome<IReadOnlyList<TokenLine>>> Run(StudyAccess access, FicheName name, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFiches)) return Outcome.Forbidden;
        var offeringId = await db.Fiche(access, name).AsNoTracking().Select(fiche => (Guid?)fiche.OfferingId).FirstOrDefaultAsync(cancellation);
        if (offeringId is null) return Outcome.NotFound;
        var findings = await db.Set<Finding>().AsNoTracking().Where(finding => finding.StudyId == access.StudyId)
            .OrderByDescending(finding => finding.Offerings.Any(one => one.OfferingId == offeringId)).ThenBy(finding => finding.Code)
            .Select(finding => new { finding.Code, finding.Statement }).ToListAsync(cancellation);
        var quotes = await db.Set<Quote>().AsNoTracking().Include(quote => quote.Approvals)
            .Where(quote => quote.StudyId == access.StudyId && db.Set<Excerpt>().Any(excerpt => excerpt.Id == quote.ExcerptId && excerpt.Offerings.Any(one => one.OfferingId == offeringId)))
            .OrderBy(quote => quote.Code)
            .Select(quote => new { Quote = quote, quote.Approvals, IsFree = db.Set<Excerpt>().Any(excerpt => excerpt.Id == quote.ExcerptId && db.Set<SourceText>().Any(text => text.Id == excerpt.SourceTextId && text.FreeOfNamesAt != null)) })
            .ToListAsync(cancellation);
        var quantities = await db.Set<Quantity>().AsNoTracking().Where(quantity => quantity.StudyId == access.StudyId)
            .OrderByDescending(quantity => quantity.OfferingId == offeringId || db.Set<OfferingFlow>().Any(flow => flow.OfferingId == offeringId && flow.FlowId == quantity.FlowId)).ThenBy(quantity => quantity.Key)
            .Select(quantity => new { quantity.Key, quantity.Label, quantity.Value, quantity.Unit, quantity.Year }).ToListAsync(cancellation);
        var texts = await db.Set<SourceText>().AsNoTracking().Where(text => text.StudyId == access.StudyId && text.Offerings.Any(one => one.OfferingId == offeringId))
            .Where(text => text.Kind == SourceKind.Transcript || text.Kind == SourceKind.InterviewNotes).Select(text => text.Code).Distinct().ToListAsync(cancellation);
        var documents = await db.Set<Reference>().AsNoTracking().Where(reference => reference.StudyId == access.StudyId)
            .OrderByDescending(reference => reference.Offerings.Any(one => one.OfferingId == offeringId)).ThenBy(reference => reference.Code)
            .Select(reference => new { reference.Code, reference.Title }).ToListAsync(cancellation);
        return Outcome.Done<IReadOnlyList<TokenLine>>(
        [
            .. findings.Select(finding => Line(FactKind.Finding, finding.Code, finding.Statement)),
            .. quantities.Select(quantity => Line(FactKind.Number, quantity.Key, $"{quantity.Label}: {Foundation.Ui.Formatting.Number(quantity.Value, 3)} {quantity.Unit} {quantity.Year}")),
            .. quotes.Select(row => Line(FactKind.Quote, row.Quote.Code, QuoteReading.IsOpenTo(access, row.Quote, row.IsFree) ? row.Quote.Text : "")),
            .. texts.Order(StringComparer.Ordinal).Select(code => Line(FactKind.Source, code, "")),
            .. documents.Select(document => Line(FactKind.Source, document.Code, document.Title)),
        ]);
    }

    private static TokenLine Line(FactKind kind, string key, string label) =>
        new(new FactToken(kind, key).ToString(), label.Length <= LabelLength ? label : label[..LabelLength].TrimEnd() + "…");
}
