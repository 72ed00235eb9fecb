using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Writing;

/// <param name="Language">fr, nl or en.</param>
/// <param name="Audience">For whom its editions are meant; null for whom the fiche that it translates is meant, the committee when it translates none.</param>
/// <param name="SourceLanguage">The language of the offering's fiche that this one translates; empty for one written for itself.</param>
public sealed record CreateFicheRequest(Guid Operation, string OfferingCode, string Language, Audience? Audience, string SourceLanguage = "");

/// <summary>Begins the fiche of an offering in one language.</summary>
public sealed class CreateFiche(ConsultDbContext db, FicheTemplates templates)
{
    /// <returns>The id of the fiche.</returns>
    public async Task<Outcome<Guid>> Handle(StudyAccess access, CreateFicheRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFiches)) return Outcome.Forbidden;
        if (request.Language is not ("fr" or "nl" or "en")) return Outcome.Refused<FichesTexts>("LanguageUnknown", nameof(request.Language));
        if (templates.Find(FicheTemplates.Default) is not { } template) return TemplateRefusals.NoTemplate(templates);
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var offering = await db.Set<Offering>().AsNoTracking().Where(found => found.StudyId == access.StudyId && found.Code == request.OfferingCode)
                .Select(found => (Guid?)found.Id).FirstOrDefaultAsync(cancellation);
            if (offering is not { } offeringId) return Outcome.Refused<FichesTexts>("OfferingUnknown", nameof(request.OfferingCode));
            if (await db.Set<Fiche>().AnyAsync(fiche => fiche.OfferingId == offeringId && fiche.Language == request.Language, cancellation))
                return Outcome.Refused<FichesTexts>("FicheExists", nameof(request.Language), request.OfferingCode);
            var fiche = new Fiche(access.StudyId, offeringId, request.Language, template.Code);
            fiche.MeantFor(request.Audience ?? Audience.Committee);
            if (request.SourceLanguage.Length > 0)
            {
                var source = await db.Set<Fiche>().AsNoTracking().Include(found => found.Messages).ThenInclude(message => message.Findings).Include(found => found.Quotes).AsSplitQuery()
                    .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.OfferingId == offeringId && found.Language == request.SourceLanguage, cancellation);
                if (source is null) return Outcome.Refused<FichesTexts>("SourceFicheUnknown", nameof(request.SourceLanguage), request.OfferingCode);
                Translate(fiche, source);
                fiche.MeantFor(request.Audience ?? source.Audience);
            }

            db.Add(fiche);
            return fiche.Id;
        }, cancellation);
    }

    // The same messages on the same findings, their words to be written beside those of the source.
    private static void Translate(Fiche fiche, Fiche source)
    {
        fiche.Translates(source.Id);
        fiche.Choose(source.Quotes.OrderBy(quote => quote.Order).Select(quote => quote.QuoteId));
        foreach (var message in source.Messages.OrderBy(message => message.Order))
        {
            var translated = fiche.AddMessage();
            translated.Translates(message.Id);
            translated.RestOn(message.Findings.Select(finding => finding.FindingId));
        }
    }
}
