using System.Text.Json;
using Microsoft.AspNetCore.Identity;

namespace FluxUs.Consult.Accounts;

public enum SignInAnswer { Done, NeedsSecondFactor, Wrong, LockedOut }

/// <summary>Opens sessions: by password, then the authenticator app where there is one, or by passkey alone. What is wrong
/// is never said more exactly than "address or password", so that nobody learns who has an account.</summary>
public sealed class SignIn(Sessions sessions, UserManager<Account> accounts)
{
    public async Task<SignInAnswer> WithPassword(string email, string password)
    {
        var account = await accounts.FindByEmailAsync(email.Trim());
        if (account is null)
        {
            // As long as for an account that exists, so that the time tells nothing.
            accounts.PasswordHasher.HashPassword(new Account(email, ""), password);
            return SignInAnswer.Wrong;
        }

        return Answer(await sessions.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true));
    }

    /// <summary>The second step after <see cref="WithPassword"/> said <see cref="SignInAnswer.NeedsSecondFactor"/>.</summary>
    /// <param name="code">Six figures of the app, or a recovery code, which works once; spaces do not matter.</param>
    public async Task<SignInAnswer> WithCode(string code)
    {
        if (await sessions.GetTwoFactorAuthenticationUserAsync() is not { } account) return SignInAnswer.Wrong;
        if (await accounts.IsLockedOutAsync(account)) return SignInAnswer.LockedOut;
        var plain = code.Replace(" ", "", StringComparison.Ordinal);
        if (plain.Length == 6 && plain.All(char.IsAsciiDigit))
            return Answer(await sessions.TwoFactorAuthenticatorSignInAsync(plain, isPersistent: false, rememberClient: false));
        var answer = Answer(await sessions.TwoFactorRecoveryCodeSignInAsync(plain));
        if (answer == SignInAnswer.Wrong) await accounts.AccessFailedAsync(account);
        return answer;
    }

    /// <param name="credential">What <c>navigator.credentials.get()</c> gave, as JSON.</param>
    public async Task<SignInAnswer> WithPasskey(string credential)
    {
        var assertion = await PasskeyProof.Read(sessions, credential);
        if (assertion is not { Succeeded: true } || !await sessions.CanSignInAsync(assertion.User)) return SignInAnswer.Wrong;
        if (await accounts.IsLockedOutAsync(assertion.User)) return SignInAnswer.LockedOut;
        // Its counter must be kept, or a copied passkey would go unnoticed.
        await accounts.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        await sessions.SignInWithClaimsAsync(assertion.User, isPersistent: false, [new(SignedIn.MethodClaim, "hwk")]);
        return SignInAnswer.Done;
    }

    /// <summary>Opens the session of whoever has just used a one-time link; an authenticator app is still asked for.</summary>
    public async Task<SignInAnswer> AfterLink(Guid accountId, string password) =>
        await accounts.FindByIdAsync(accountId.ToString()) is { } account
            ? Answer(await sessions.PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true))
            : SignInAnswer.Wrong;

    private static SignInAnswer Answer(SignInResult result) =>
        result.Succeeded ? SignInAnswer.Done :
        result.RequiresTwoFactor ? SignInAnswer.NeedsSecondFactor :
        result.IsLockedOut ? SignInAnswer.LockedOut : SignInAnswer.Wrong;
}

/// <summary>Reads what a browser answered with a passkey.</summary>
internal static class PasskeyProof
{
    /// <returns>Null when it is no answer at all.</returns>
    public static async Task<PasskeyAssertionResult<Account>?> Read(SignInManager<Account> sessions, string credential)
    {
        try
        {
            return await sessions.PerformPasskeyAssertionAsync(credential);
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or JsonException)
        {
            // The question that it answers was asked in another session, or too long ago; or it is no answer of a browser at all.
            return null;
        }
    }
}
