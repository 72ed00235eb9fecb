using FluxUs.Consult.Foundation.Data;
using Microsoft.AspNetCore.Identity;

namespace FluxUs.Consult.Accounts;

/// <summary>Who may change the ways into an account: its owner, who gave the password or a passkey within ten minutes, and who
/// came in by a second factor if there is one already. A stolen password alone adds no factor of its own.</summary>
internal static class WaysIn
{
    /// <returns>Null when the person may.</returns>
    public static async Task<Outcome?> Refuse(SignedIn person, Account account, UserManager<Account> accounts, TimeProvider time)
    {
        if (!SignedIn.IsFresh(person.ConfirmedAt, time.GetUtcNow().UtcDateTime)) return Outcome.Refused<AccountsTexts>("ConfirmFirst");
        var hasFactor = account.TwoFactorEnabled || (await accounts.GetPasskeysAsync(account)).Count > 0;
        return hasFactor && !person.HasSecondFactor ? Outcome.Refused<AccountsTexts>("SecondFactorFirst") : null;
    }
}
