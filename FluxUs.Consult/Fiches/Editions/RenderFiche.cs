using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Docx;
using FluxUs.Consult.Foundation.Documents.Html;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Editions;

public enum FicheFormat { Pdf, Html, Docx }

/// <param name="Draft">The fiche as it stands, or its latest edition; null for what its page shows: the edition once it is
/// published, else how it stands.</param>
public sealed record RenderFicheRequest(string OfferingCode, string Language, bool? Draft, FicheFormat Format);

/// <param name="FileName">As a download names itself.</param>
public sealed record RenderedFile(string FileName, string MediaType, byte[] Content);

/// <summary>One fiche as a file: its latest edition, whose PDF is the bytes that were published, or the draft.</summary>
public sealed class RenderFiche(ConsultDbContext db, ComposeFiche compose, IPdfEngine engine)
{
    internal const string DocxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public async Task<Outcome<RenderedFile>> Run(StudyAccess access, RenderFicheRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadFiches)) return Outcome.Forbidden;
        if (!await db.Set<Offering>().AnyAsync(offering => offering.StudyId == access.StudyId && offering.Code == request.OfferingCode, cancellation))
            return request.Draft is null ? Outcome.NotFound : Outcome.Refused<FichesTexts>("OfferingUnknown", null, request.OfferingCode);
        var draft = request.Draft ?? !await db.Fiche(access, new FicheName(request.OfferingCode, request.Language)).AnyAsync(fiche => fiche.State == FicheState.Published, cancellation);
        if (draft)
        {
            var composed = await compose.Run(access, request.OfferingCode, request.Language, null, cancellation);
            if (!composed.IsDone) return composed.Failure;
            var (document, material, _) = composed.Value;
            return File(document, composed.Value.Style, request.Format, FileNames.Draft(material.OfferingCode, material.OfferingName, material.Language, Ending(request.Format)), null);
        }

        var isTeam = access.May(Permission.ReadStudy);
        var latest = await db.Set<Edition>().AsNoTracking().Where(edition => edition.StudyId == access.StudyId && (isTeam || edition.Audience != Audience.Team))
            .Join(db.Set<Fiche>().Where(fiche => fiche.Language == request.Language), edition => edition.FicheId, fiche => fiche.Id, (edition, fiche) => new { edition, fiche.OfferingId })
            .Join(db.Set<Offering>().Where(offering => offering.Code == request.OfferingCode), both => both.OfferingId, offering => offering.Id, (both, offering) => new { both.edition, offering.Code, offering.Name })
            .OrderByDescending(both => both.edition.Number).FirstOrDefaultAsync(cancellation);
        if (latest is null) return Outcome.Refused<FichesTexts>("NoEdition", null, request.OfferingCode, request.Language);
        if (latest.edition.IsWithdrawn) return Outcome.Refused<FichesTexts>("EditionHasNoFile", null, latest.edition.Number);
        var name = Path.ChangeExtension(FileNames.Edition(latest.Code, latest.Name, request.Language, latest.edition.Number), Ending(request.Format));
        return File(DocumentJson.Read(latest.edition.Document), DocumentJson.ReadStyle(latest.edition.PageStyle), request.Format, name, latest.edition.Pdf);
    }

    private RenderedFile File(FicheDocument document, PageStyle style, FicheFormat format, string name, byte[]? published)
    {
        using var output = new MemoryStream();
        switch (format)
        {
            case FicheFormat.Pdf when published is not null:
                return new RenderedFile(name, "application/pdf", published);
            case FicheFormat.Pdf:
                engine.Render(Paper.Of(document), style, output);
                return new RenderedFile(name, "application/pdf", output.ToArray());
            case FicheFormat.Docx:
                FicheDocx.Write(document, style, output);
                return new RenderedFile(name, DocxType, output.ToArray());
            default:
                return new RenderedFile(name, "text/html; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(WholePage(document)));
        }
    }

    // A page that stands alone, without styles: whoever takes it puts it into a house of their own.
    private static string WholePage(FicheDocument document) =>
        $"<!doctype html>\n<html lang=\"{document.Details.Language}\"><head><meta charset=\"utf-8\"><title>{System.Net.WebUtility.HtmlEncode(document.Details.Title)}</title></head>\n<body>{FicheHtml.Render(document)}</body></html>\n";

    private static string Ending(FicheFormat format) => format switch { FicheFormat.Pdf => ".pdf", FicheFormat.Docx => ".docx", _ => ".html" };
}
