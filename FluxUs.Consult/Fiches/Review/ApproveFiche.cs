using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Review;

/// <param name="Opinion">Null when none was chosen.</param>
/// <param name="Reason">Obligatory with a reserve or an objection: what would have to change.</param>
/// <param name="Interest">An interest that the member declares: then the word is on record and does not count. Empty for none.</param>
public sealed record ApproveFicheRequest(Guid Operation, FicheName Fiche, Opinion? Opinion, string Reason, string Interest = "");

/// <summary>A committee member's word on a fiche under review. It is approved while at least one member approves and nobody
/// objects, those with an interest aside; a member may change their word as long as the round lasts.</summary>
public sealed class ApproveFiche(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, ApproveFicheRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.ApproveFiches)) return Outcome.Forbidden;
        if (request.Opinion is not { } opinion) return Outcome.Refused<FichesTexts>("OpinionNeeded", nameof(request.Opinion));
        if (opinion != Opinion.WithoutReserve && string.IsNullOrWhiteSpace(request.Reason))
            return Outcome.Refused<FichesTexts>(opinion == Opinion.Against ? "ObjectionNeedsReason" : "ReserveNeedsReason", nameof(request.Reason));
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var fiche = await db.Fiche(access, request.Fiche).FirstOrDefaultAsync(cancellation);
            if (fiche is null || !fiche.IsOpenToCommittee) return Outcome.NotFound;
            if (fiche.State == FicheState.Published) return Outcome.Refused<FichesTexts>("AlreadyPublished");
            // Declared once for the offering, it holds for its fiche too.
            var interest = !string.IsNullOrWhiteSpace(request.Interest) ? request.Interest
                : await db.Set<DeclaredInterest>().Where(declared => declared.MemberId == access.Actor.Id && declared.OfferingId == fiche.OfferingId && declared.TakenBackAt == null).Select(declared => declared.Words).FirstOrDefaultAsync(cancellation) ?? "";
            var words = await db.WordsOn(fiche, cancellation);
            var at = time.GetUtcNow().UtcDateTime;
            if (words.Find(word => word.AccountId == access.Actor.Id) is { } own)
            {
                // A reserve that is lifted takes along the words that asked for something.
                var lifted = opinion == Opinion.WithoutReserve && own.Opinion != Opinion.WithoutReserve && request.Reason.Trim() == own.Reason.Trim();
                own.Change(opinion, lifted ? "" : request.Reason, at, interest);
            }
            else
            {
                var word = new FicheApproval(fiche.Id, fiche.Round, access.Actor.Id, opinion, request.Reason, at, interest);
                db.Add(word);
                words.Add(word);
            }

            fiche.Hear(words);
            return Nothing.Value;
        }, cancellation);
    }
}
