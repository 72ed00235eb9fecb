using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Editions;

/// <summary>What the page shows before an edition is withdrawn.</summary>
/// <param name="Name">To be typed again: "P01 fr 2".</param>
/// <param name="IsLast">Whether it is the last edition of its fiche, which then opens again.</param>
public sealed record EditionToWithdraw(Guid Id, string Name, LocalText OfferingName, DateTime PublishedAt, string Sha256, bool IsFlagged, bool IsLast, DateTime? WithdrawnAt);

public sealed class ReadEditionToWithdraw(ConsultDbContext db)
{
    public async Task<Outcome<EditionToWithdraw>> Run(StudyAccess access, FicheName name, int number, CancellationToken cancellation)
    {
        if (!access.May(Permission.WithdrawEditions)) return Outcome.Forbidden;
        var edition = await db.Fiche(access, name)
            .Join(db.Set<Edition>().Where(edition => edition.Number == number), fiche => fiche.Id, edition => edition.FicheId, (fiche, edition) => new { fiche.OfferingId, edition })
            .Join(db.Set<Offering>(), both => both.OfferingId, offering => offering.Id, (both, offering) => new
            {
                both.edition.Id,
                offering.Name,
                both.edition.PublishedAt,
                both.edition.Sha256,
                both.edition.FlaggedAt,
                both.edition.WithdrawnAt,
                IsLast = !db.Set<Edition>().Any(other => other.FicheId == both.edition.FicheId && other.Number > number),
            })
            .FirstOrDefaultAsync(cancellation);
        if (edition is null) return Outcome.NotFound;
        return new EditionToWithdraw(edition.Id, WithdrawEdition.EditionName(name, number), edition.Name, edition.PublishedAt, edition.Sha256,
            edition.FlaggedAt is not null, edition.IsLast, edition.WithdrawnAt);
    }
}
