using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Editions;

public sealed record RenderPackRequest(string Language);

/// <summary>The latest edition of every fiche in one language that the reader may open, in one PDF with cover and contents, after
/// the chapters of other rooms.</summary>
public sealed class RenderPack(ConsultDbContext db, IPdfEngine engine, IEnumerable<IPackChapter> rooms)
{
    public async Task<Outcome<RenderedFile>> Run(StudyAccess access, RenderPackRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadFiches)) return Outcome.Forbidden;
        var isTeam = access.May(Permission.ReadStudy);
        var study = await db.Set<Study>().AsNoTracking().FirstAsync(found => found.Id == access.StudyId, cancellation);
        var editions = await db.Set<Edition>().AsNoTracking().Where(edition => edition.StudyId == access.StudyId && (isTeam || edition.Audience != Audience.Team))
            .Join(db.Set<Fiche>().Where(fiche => fiche.Language == request.Language), edition => edition.FicheId, fiche => fiche.Id, (edition, fiche) => new { edition, fiche.OfferingId })
            .Join(db.Set<Offering>(), both => both.OfferingId, offering => offering.Id, (both, offering) => new { offering.Code, both.edition.FicheId, both.edition.Number, both.edition.Document, both.edition.PageStyle, both.edition.PublishedAt, both.edition.WithdrawnAt })
            .ToListAsync(cancellation);
        // One that was replaced does not come back when its successor is withdrawn.
        var latest = editions.GroupBy(edition => edition.FicheId).Select(group => group.MaxBy(edition => edition.Number)!).Where(edition => edition.WithdrawnAt is null).OrderBy(edition => edition.Code, StringComparer.Ordinal).ToList();
        if (latest.Count == 0) return Outcome.Refused<FichesTexts>("NoEditionAtAll", null, request.Language);

        var chapters = new List<FicheDocument>();
        foreach (var room in rooms)
        {
            if (await room.Compose(access, request.Language, cancellation) is { } chapter) chapters.Add(chapter);
        }

        var words = new FicheWords(request.Language);
        var day = latest.Max(edition => edition.PublishedAt);
        var name = study.Name.In(request.Language);
        var pack = new PackDocument(
            new DocumentDetails
            {
                Title = words.Say("PackTitle", name),
                Language = request.Language,
                Identifier = study.Id,
                Date = new DateTimeOffset(day, TimeSpan.Zero),
                Author = study.Funder,
                Footer = name,
            },
            [.. chapters, .. latest.Select(edition => Paper.Of(DocumentJson.Read(edition.Document)))])
        {
            Cover =
            [
                new ParagraphBlock([words.Count("PackCount", latest.Count)], ParagraphRole.Lead),
                new ParagraphBlock([words.Say("PackDate", Formatting.Date(DateOnly.FromDateTime(day), words.Culture))]),
            ],
            ContentsTitle = words.Say("PackContents"),
        };
        using var output = new MemoryStream();
        engine.Render(pack, DocumentJson.ReadStyle(latest[0].PageStyle), output);
        return new RenderedFile($"{study.Slug}-fiches-{request.Language}.pdf", "application/pdf", output.ToArray());
    }
}
