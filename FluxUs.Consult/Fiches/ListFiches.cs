using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches;

/// <param name="Editions">How many were published.</param>
/// <param name="Flagged">The numbers of the editions to decide on, since a source agrees to less; for the team alone.</param>
/// <param name="IsWithdrawn">Whether the last of them was withdrawn.</param>
/// <param name="HasReserve">Whether a member whose word counts approves it with a reserve in its current round.</param>
/// <param name="OpenComments">Of its current round, not dealt with.</param>
public sealed record FicheRow(
    Guid Id, string OfferingCode, LocalText OfferingName, string Language, FicheState State, Audience Audience, DateTime? ChangedAt, int Editions, int OpenComments, IReadOnlyList<int> Flagged, bool IsWithdrawn, bool HasReserve);

/// <summary>The fiches of a study; a committee member sees those in review and those with an edition.</summary>
public sealed class ListFiches(ConsultDbContext db)
{
    public async Task<Outcome<IReadOnlyList<FicheRow>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadFiches)) return Outcome.Forbidden;
        var isTeam = access.May(Permission.ReadStudy);
        var reserves = db.FichesWithReserve(access.StudyId);
        var rows = await db.Set<Fiche>().AsNoTracking().Where(fiche => fiche.StudyId == access.StudyId)
            .Join(db.Set<Offering>(), fiche => fiche.OfferingId, offering => offering.Id, (fiche, offering) => new
            {
                fiche.Id,
                offering.Code,
                offering.Name,
                fiche.Language,
                fiche.State,
                fiche.Audience,
                fiche.InReviewSince,
                Saved = fiche.Sections.Max(section => section.Text.SavedAt),
                Editions = db.Set<Edition>().Count(edition => edition.FicheId == fiche.Id && (isTeam || edition.Audience != Audience.Team)),
                Flagged = db.Set<Edition>().Where(edition => edition.FicheId == fiche.Id && edition.FlaggedAt != null && edition.WithdrawnAt == null).OrderBy(edition => edition.Number).Select(edition => edition.Number).ToList(),
                IsWithdrawn = db.Set<Edition>().Where(edition => edition.FicheId == fiche.Id && (isTeam || edition.Audience != Audience.Team))
                    .OrderByDescending(edition => edition.Number).Select(edition => edition.WithdrawnAt != null).FirstOrDefault(),
                HasReserve = reserves.Contains(fiche.Id),
                Comments = db.Set<FicheComment>().Count(comment => comment.FicheId == fiche.Id && comment.ResolvedAt == null),
            })
            .OrderBy(row => row.Code).ThenBy(row => row.Language).ToListAsync(cancellation);
        return Outcome.Done<IReadOnlyList<FicheRow>>([.. rows
            .Where(row => isTeam || row.State is FicheState.InReview or FicheState.Approved || row.Editions > 0)
            .Select(row => new FicheRow(row.Id, row.Code, row.Name, row.Language, row.State, row.Audience,
                row.Saved > row.InReviewSince || row.InReviewSince is null ? row.Saved : row.InReviewSince, row.Editions, isTeam ? row.Comments : 0, isTeam ? row.Flagged : [], row.IsWithdrawn, row.HasReserve))]);
    }
}
