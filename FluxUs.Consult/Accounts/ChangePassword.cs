using FluxUs.Consult.Foundation.Data;
using Microsoft.AspNetCore.Identity;

namespace FluxUs.Consult.Accounts;

public sealed record ChangePasswordRequest(string OldPassword, string NewPassword, string RepeatedPassword);

/// <summary>Every other session of the account ends with the old password. Wrong ones count as they do at the door, so that an open
/// session is no place to guess.</summary>
public sealed class ChangePassword(ConsultDbContext db, UserManager<Account> accounts)
{
    public async Task<Outcome<Nothing>> Handle(SignedIn person, ChangePasswordRequest request, CancellationToken cancellation)
    {
        if (request.NewPassword != request.RepeatedPassword) return Outcome.Refused<AccountsTexts>("PasswordsDiffer", nameof(request.RepeatedPassword));
        if (await accounts.FindByIdAsync(person.AccountId.ToString()) is not { } asked) return Outcome.NotFound;
        if (await accounts.IsLockedOutAsync(asked)) return Outcome.Refused<AccountsTexts>("LockedOut", nameof(request.OldPassword));
        // Beside the act: what it refuses is not written.
        if (!await accounts.CheckPasswordAsync(asked, request.OldPassword))
        {
            await accounts.AccessFailedAsync(asked);
            return Outcome.Refused<AccountsTexts>(await accounts.IsLockedOutAsync(asked) ? "LockedOut" : "PasswordWrong", nameof(request.OldPassword));
        }

        return await db.Write<Nothing>(Actor.Account(person.AccountId), null, async () =>
        {
            if (await accounts.FindByIdAsync(person.AccountId.ToString()) is not { } account) return Outcome.NotFound;
            var result = await accounts.ChangePasswordAsync(account, request.OldPassword, request.NewPassword);
            if (result.Succeeded) await accounts.ResetAccessFailedCountAsync(account);
            return result.Succeeded ? Nothing.Value : Passwords.Refusal(result, nameof(request.NewPassword));
        }, cancellation);
    }
}
