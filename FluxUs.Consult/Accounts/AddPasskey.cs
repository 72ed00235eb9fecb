using System.Text.Json;
using FluxUs.Consult.Foundation.Data;
using Microsoft.AspNetCore.Identity;

namespace FluxUs.Consult.Accounts;

/// <param name="Credential">What <c>navigator.credentials.create()</c> gave, as JSON.</param>
/// <param name="Name">How the owner will know it: "portable du bureau".</param>
public sealed record AddPasskeyRequest(string Credential, string Name);

public sealed class AddPasskey(ConsultDbContext db, UserManager<Account> accounts, SignInManager<Account> sessions, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(SignedIn person, AddPasskeyRequest request, CancellationToken cancellation)
    {
        var passkey = await Read(request.Credential);
        if (passkey is null) return Outcome.Refused<AccountsTexts>("PasskeyUnreadable");
        passkey.Name = request.Name.Trim();
        return await db.Write<Nothing>(Actor.Account(person.AccountId), null, async () =>
        {
            if (await accounts.FindByIdAsync(person.AccountId.ToString()) is not { } account) return Outcome.NotFound;
            if (await WaysIn.Refuse(person, account, accounts, time) is { } refusal) return refusal;
            var result = await accounts.AddOrUpdatePasskeyAsync(account, passkey);
            return result.Succeeded ? Nothing.Value : Outcome.Refused<AccountsTexts>("PasskeyUnreadable");
        }, cancellation);
    }

    private async Task<UserPasskeyInfo?> Read(string credential)
    {
        try
        {
            var attestation = await sessions.PerformPasskeyAttestationAsync(credential);
            return attestation.Succeeded ? attestation.Passkey : null;
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or JsonException)
        {
            // The question that it answers was asked in another session, or too long ago; or it is no answer of a browser at all.
            return null;
        }
    }
}
