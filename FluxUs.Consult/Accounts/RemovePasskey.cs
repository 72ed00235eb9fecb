using System.Buffers.Text;
using FluxUs.Consult.Foundation.Data;
using Microsoft.AspNetCore.Identity;

namespace FluxUs.Consult.Accounts;

public sealed class RemovePasskey(ConsultDbContext db, UserManager<Account> accounts, TimeProvider time)
{
    /// <param name="passkey">As <see cref="PasskeyRow.Id"/> has it.</param>
    public async Task<Outcome<Nothing>> Handle(SignedIn person, string passkey, CancellationToken cancellation)
    {
        if (!Base64Url.IsValid(passkey)) return Outcome.NotFound;
        return await db.Write<Nothing>(Actor.Account(person.AccountId), null, async () =>
        {
            if (await accounts.FindByIdAsync(person.AccountId.ToString()) is not { } account) return Outcome.NotFound;
            if (await WaysIn.Refuse(person, account, accounts, time) is { } refusal) return refusal;
            await accounts.RemovePasskeyAsync(account, Base64Url.DecodeFromChars(passkey));
            await accounts.UpdateSecurityStampAsync(account);
            return Nothing.Value;
        }, cancellation);
    }
}
