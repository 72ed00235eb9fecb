using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Review;

/// <summary>Once an interest is taken back, the member's word on a fiche under review counts again, unless the member declared another
/// one there; what was published stays as it was counted.</summary>
internal sealed class WordsCountedAgain(ConsultDbContext db) : IFollowsInterests
{
    public async Task TakenBack(DeclaredInterest interest, CancellationToken cancellation)
    {
        var fiches = await db.Set<Fiche>().Where(fiche => fiche.OfferingId == interest.OfferingId && (fiche.State == FicheState.InReview || fiche.State == FicheState.Approved)).ToListAsync(cancellation);
        foreach (var fiche in fiches)
        {
            var words = await db.WordsOn(fiche, cancellation);
            if (words.Find(word => word.AccountId == interest.MemberId) is not { } own || own.Interest != interest.Words) continue;
            own.CountAgain();
            fiche.Hear(words);
        }
    }
}
