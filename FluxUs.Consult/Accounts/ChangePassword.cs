using FluxUs.Consult.Foundation.Data;
using Microsoft.AspNetCore.Identity;

namespace FluxUs.Consult.Accounts;

public sealed record ChangePasswordRequest(string OldPassword, string NewPassword, string RepeatedPassword);

/// <summary>Every other session of the account ends with the old password.</summary>
public sealed class ChangePassword(ConsultDbContext db, UserManager<Account> accounts)
{
    public async Task<Outcome<Nothing>> Handle(SignedIn person, ChangePasswordRequest request, CancellationToken cancellation)
    {
        if (request.NewPassword != request.RepeatedPassword) return Outcome.Refused<AccountsTexts>("PasswordsDiffer", nameof(request.RepeatedPassword));
        return await db.Write<Nothing>(Actor.Account(person.AccountId), null, async () =>
        {
            if (await accounts.FindByIdAsync(person.AccountId.ToString()) is not { } account) return Outcome.NotFound;
            var result = await accounts.ChangePasswordAsync(account, request.OldPassword, request.NewPassword);
            return result.Succeeded ? Nothing.Value : Passwords.Refusal(result, nameof(request.NewPassword));
        }, cancellation);
    }
}
