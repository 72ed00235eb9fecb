using FluxUs.Consult.Fiches;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview;

/// <param name="Edition">The last one that was not withdrawn; 0 while there is none.</param>
/// <param name="HasReserve">Whether a member of the committee approves it with a reserve.</param>
public sealed record FicheStanding(string Language, FicheState State, int Edition, bool HasReserve);

internal static class FicheStandings
{
    /// <param name="offeringId">One offering, or null for all of the study.</param>
    public static async Task<IReadOnlyList<(Guid OfferingId, FicheStanding Standing)>> Of(ConsultDbContext db, Guid studyId, Guid? offeringId, CancellationToken cancellation)
    {
        var reserves = db.FichesWithReserve(studyId);
        var fiches = await db.Set<Fiche>().AsNoTracking().Where(fiche => fiche.StudyId == studyId && (offeringId == null || fiche.OfferingId == offeringId)).OrderBy(fiche => fiche.Language)
            .Select(fiche => new
            {
                fiche.OfferingId,
                fiche.Language,
                fiche.State,
                Edition = db.Set<Edition>().Where(edition => edition.FicheId == fiche.Id && edition.WithdrawnAt == null).Max(edition => (int?)edition.Number) ?? 0,
                HasReserve = reserves.Contains(fiche.Id),
            }).ToListAsync(cancellation);
        return fiches.ConvertAll(fiche => (fiche.OfferingId, new FicheStanding(fiche.Language, fiche.State, fiche.Edition, fiche.HasReserve)));
    }
}
