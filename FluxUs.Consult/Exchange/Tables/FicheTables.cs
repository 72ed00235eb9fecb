using FluxUs.Consult.Fiches;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Tables;

/// <summary>Where each fiche stands, and the editions that were published; what changed in one is left out when it used words that were withdrawn since.</summary>
internal static class FicheTables
{
    private sealed record EditionRow(Guid FicheId, int Number, Evidence.Audience Audience, DateTime PublishedAt, int Pages, string Sha256, string Changes, DateTime? FlaggedAt, DateTime? WithdrawnAt);

    public static async Task<IReadOnlyList<ITable>> Read(ConsultDbContext db, StudyCodes codes, CancellationToken cancellation)
    {
        var fiches = await db.Set<Fiche>().AsNoTracking().Where(found => found.StudyId == codes.StudyId).ToListAsync(cancellation);
        fiches = [.. fiches.OrderBy(fiche => codes.Offerings[fiche.OfferingId], StringComparer.Ordinal).ThenBy(fiche => fiche.Language, StringComparer.Ordinal)];
        var known = fiches.ToDictionary(fiche => fiche.Id);
        var editions = await db.Set<Edition>().AsNoTracking().Where(found => found.StudyId == codes.StudyId).OrderBy(found => found.PublishedAt)
            .Select(found => new EditionRow(found.FicheId, found.Number, found.Audience, found.PublishedAt, found.Pages, found.Sha256, found.Changes, found.FlaggedAt, found.WithdrawnAt)).ToListAsync(cancellation);

        return
        [
            new Table<Fiche>(
                "fiches.csv", fiches,
                new("offering", row => codes.Offerings[row.OfferingId]), new("language", row => row.Language), new("template", row => row.Template), new("state", row => row.State),
                new("round", row => row.Round), new("in_review_since", row => row.InReviewSince)),
            new Table<EditionRow>(
                "editions.csv", editions,
                new("offering", row => codes.Offerings[known[row.FicheId].OfferingId]), new("language", row => known[row.FicheId].Language), new("number", row => row.Number),
                new("audience", row => row.Audience), new("published_at", row => row.PublishedAt), new("pages", row => row.Pages), new("sha256", row => row.Sha256), new("changes", row => row.FlaggedAt is null ? row.Changes : ""), new("withdrawn_at", row => row.WithdrawnAt)),
        ];
    }
}
