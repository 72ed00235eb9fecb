using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Review;

public sealed record TakeBackRequest(Guid Operation, FicheName Fiche, int Version);

/// <summary>Takes a fiche back from review to work on it, or opens a published one again for its next edition. What was
/// approved has to be approved again.</summary>
public sealed class TakeBack(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, TakeBackRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFiches)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var fiche = await db.Fiche(access, request.Fiche).FirstOrDefaultAsync(cancellation);
            if (fiche is null) return Outcome.NotFound;
            if (fiche.IsOpenToWriting) return Outcome.Refused<FichesTexts>("AlreadyOpen");
            db.Expect(fiche, request.Version);
            if (fiche.State == FicheState.Published) fiche.Reopen();
            else fiche.TakeBack();
            return Nothing.Value;
        }, cancellation);
    }
}
