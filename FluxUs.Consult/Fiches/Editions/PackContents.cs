using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Editions;

/// <summary>An edition as it comes into a pack; its document and its bytes are read when their turn comes.</summary>
internal sealed record PackedEdition(Guid Id, string OfferingCode, LocalText OfferingName, int Number, DateTime PublishedAt);

/// <summary>Which editions a pack holds: the latest of every fiche in one language that the reader may open.</summary>
internal static class PackContents
{
    public static async Task<List<PackedEdition>> Of(ConsultDbContext db, StudyAccess access, string language, CancellationToken cancellation)
    {
        var isTeam = access.May(Permission.ReadStudy);
        var editions = await db.Set<Edition>().AsNoTracking().Where(edition => edition.StudyId == access.StudyId && (isTeam || edition.Audience != Audience.Team))
            .Join(db.Set<Fiche>().Where(fiche => fiche.Language == language), edition => edition.FicheId, fiche => fiche.Id, (edition, fiche) => new { edition, fiche.OfferingId })
            .Join(db.Set<Offering>(), both => both.OfferingId, offering => offering.Id, (both, offering) => new { offering.Code, offering.Name, both.edition.Id, both.edition.FicheId, both.edition.Number, both.edition.PublishedAt, both.edition.WithdrawnAt })
            .ToListAsync(cancellation);
        // One that was replaced does not come back when its successor is withdrawn.
        return
        [
            .. editions.GroupBy(edition => edition.FicheId).Select(group => group.MaxBy(edition => edition.Number)!).Where(edition => edition.WithdrawnAt is null)
                .OrderBy(edition => edition.Code, StringComparer.Ordinal)
                .Select(edition => new PackedEdition(edition.Id, edition.Code, edition.Name, edition.Number, edition.PublishedAt)),
        ];
    }
}
