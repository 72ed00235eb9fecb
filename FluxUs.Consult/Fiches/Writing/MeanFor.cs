using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Writing;

public sealed record MeanForRequest(Guid Operation, FicheName Fiche, Audience Audience);

/// <summary>Says for whom the next edition of a fiche is meant; labels and quotes follow.</summary>
public sealed class MeanFor(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, MeanForRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFiches)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var fiche = await db.Fiche(access, request.Fiche).FirstOrDefaultAsync(cancellation);
            if (fiche is null) return Outcome.NotFound;
            if (!fiche.IsOpenToWriting) return Outcome.Refused<FichesTexts>("NotOpenToWriting");
            fiche.MeantFor(request.Audience);
            return Nothing.Value;
        }, cancellation);
    }
}
