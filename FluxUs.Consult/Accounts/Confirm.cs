using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace FluxUs.Consult.Accounts;

/// <summary>Whoever is signed in gives the password or a passkey again, before what asks for it: an expert's identity, a change
/// of the ways in. It holds for ten minutes.</summary>
public sealed class Confirm(Sessions sessions, UserManager<Account> accounts)
{
    public async Task<SignInAnswer> WithPassword(ClaimsPrincipal user, string password)
    {
        if (await accounts.GetUserAsync(user) is not { } account) return SignInAnswer.Wrong;
        var result = await sessions.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (!result.Succeeded) return result.IsLockedOut ? SignInAnswer.LockedOut : SignInAnswer.Wrong;
        await sessions.Confirm(account);
        return SignInAnswer.Done;
    }

    public async Task<SignInAnswer> WithPasskey(ClaimsPrincipal user, string credential)
    {
        var assertion = await PasskeyProof.Read(sessions, credential);
        if (assertion is not { Succeeded: true } || assertion.User.Id != SignedIn.From(user)?.AccountId) return SignInAnswer.Wrong;
        await accounts.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await sessions.Confirm(assertion.User, "hwk");
        return SignInAnswer.Done;
    }
}
