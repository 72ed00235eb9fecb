using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Accounts;

/// <param name="Language">fr, nl or en; empty follows the browser.</param>
public sealed record ChangeProfileRequest(string DisplayName, string Language);

public sealed class ChangeProfile(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(SignedIn person, ChangeProfileRequest request, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(request.DisplayName)) return Outcome.Refused<AccountsTexts>("DisplayNameMissing", nameof(request.DisplayName));
        return await db.Write<Nothing>(Actor.Account(person.AccountId), null, async () =>
        {
            var account = await db.Set<Account>().FirstOrDefaultAsync(account => account.Id == person.AccountId, cancellation);
            if (account is null) return Outcome.NotFound;
            account.DisplayName = request.DisplayName.Trim();
            account.Language = request.Language is "fr" or "nl" or "en" ? request.Language : null;
            return Nothing.Value;
        }, cancellation);
    }
}
