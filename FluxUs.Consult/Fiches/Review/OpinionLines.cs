using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Review;

/// <summary>One member's word on a round of review, as the committee and the team read it.</summary>
/// <param name="Title">Function and organisation; empty where none is recorded.</param>
/// <param name="Interest">Declared by the member: the word does not count then. Empty for none.</param>
public sealed record OpinionLine(string By, LocalText Title, Opinion Opinion, string Reason, string Interest, DateTime At);

internal static class OpinionLines
{
    /// <summary>The words of the fiche's latest round, those with something to read first: against, with a reserve, without.</summary>
    public static async Task<IReadOnlyList<OpinionLine>> OpinionsOn(this ConsultDbContext db, Fiche fiche, CancellationToken cancellation)
    {
        var words = await db.Set<FicheApproval>().AsNoTracking().Where(word => word.FicheId == fiche.Id && word.Round == fiche.Round)
            .Join(db.Set<Account>(), word => word.AccountId, account => account.Id, (word, account) => new { word, account.DisplayName }).ToListAsync(cancellation);
        if (words.Count == 0) return [];
        var titles = await db.Set<Membership>().AsNoTracking().Where(membership => membership.StudyId == fiche.StudyId)
            .ToDictionaryAsync(membership => membership.AccountId, membership => membership.Title, cancellation);
        return [.. words.OrderByDescending(one => one.word.Opinion).ThenBy(one => one.word.At).ThenBy(one => one.DisplayName, StringComparer.Ordinal)
            .Select(one => new OpinionLine(
                one.DisplayName, titles.GetValueOrDefault(one.word.AccountId) ?? new LocalText(""), one.word.Opinion, one.word.Reason, one.word.Interest, one.word.At))];
    }
}
