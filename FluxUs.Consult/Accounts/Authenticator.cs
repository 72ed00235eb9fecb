using System.Text;
using FluxUs.Consult.Foundation.Data;
using Microsoft.AspNetCore.Identity;
using QRCoder;

namespace FluxUs.Consult.Accounts;

/// <summary>What an authenticator app needs: to scan, or to type.</summary>
/// <param name="Picture">A QR code as a <c>data:</c> address.</param>
/// <param name="Key">The secret in groups of four letters.</param>
public sealed record AuthenticatorKey(string Picture, string Key);

/// <summary>Prepares an authenticator app (TOTP, RFC 6238). Nothing is asked of the person at sign-in until a first code was given.</summary>
public sealed class StartAuthenticator(ConsultDbContext db, UserManager<Account> accounts, TimeProvider time)
{
    public async Task<Outcome<AuthenticatorKey>> Handle(SignedIn person, CancellationToken cancellation) =>
        await db.Write<AuthenticatorKey>(Actor.Account(person.AccountId), null, async () =>
        {
            if (await accounts.FindByIdAsync(person.AccountId.ToString()) is not { } account) return Outcome.NotFound;
            if (account.TwoFactorEnabled) return Outcome.Refused<AccountsTexts>("AuthenticatorIsOn");
            if (await WaysIn.Refuse(person, account, accounts, time) is { } refusal) return refusal;
            var key = await accounts.GetAuthenticatorKeyAsync(account);
            if (string.IsNullOrEmpty(key))
            {
                await accounts.ResetAuthenticatorKeyAsync(account);
                key = await accounts.GetAuthenticatorKeyAsync(account);
            }

            return new AuthenticatorKey(Picture(account.Email!, key!), InGroups(key!));
        }, cancellation);

    private static string Picture(string email, string key)
    {
        var address = $"otpauth://totp/FluxUs.Consult:{Uri.EscapeDataString(email)}?secret={key}&issuer=FluxUs.Consult&digits=6";
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new PngByteQRCode(code);
        return "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(6));
    }

    private static string InGroups(string key)
    {
        var text = new StringBuilder();
        for (var at = 0; at < key.Length; at += 4) text.Append(at == 0 ? "" : " ").Append(key.AsSpan(at, Math.Min(4, key.Length - at)));
        return text.ToString().ToLowerInvariant();
    }
}

/// <summary>The first code of the app switches it on and gives the recovery codes, shown once.</summary>
public sealed class EnableAuthenticator(ConsultDbContext db, UserManager<Account> accounts, TimeProvider time)
{
    public const int Codes = 10;

    public async Task<Outcome<IReadOnlyList<string>>> Handle(SignedIn person, string code, CancellationToken cancellation) =>
        await db.Write<IReadOnlyList<string>>(Actor.Account(person.AccountId), null, async () =>
        {
            if (await accounts.FindByIdAsync(person.AccountId.ToString()) is not { } account) return Outcome.NotFound;
            if (await WaysIn.Refuse(person, account, accounts, time) is { } refusal) return refusal;
            var plain = code.Replace(" ", "", StringComparison.Ordinal);
            if (!await accounts.VerifyTwoFactorTokenAsync(account, accounts.Options.Tokens.AuthenticatorTokenProvider, plain))
                return Outcome.Refused<AccountsTexts>("CodeWrong", "Code");
            await accounts.SetTwoFactorEnabledAsync(account, true);
            return (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, Codes))!.ToList();
        }, cancellation);
}

/// <summary>New recovery codes; the old ones stop working.</summary>
public sealed class RenewRecoveryCodes(ConsultDbContext db, UserManager<Account> accounts, TimeProvider time)
{
    public async Task<Outcome<IReadOnlyList<string>>> Handle(SignedIn person, CancellationToken cancellation) =>
        await db.Write<IReadOnlyList<string>>(Actor.Account(person.AccountId), null, async () =>
        {
            if (await accounts.FindByIdAsync(person.AccountId.ToString()) is not { TwoFactorEnabled: true } account) return Outcome.NotFound;
            if (await WaysIn.Refuse(person, account, accounts, time) is { } refusal) return refusal;
            return (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(account, EnableAuthenticator.Codes))!.ToList();
        }, cancellation);
}

/// <summary>Switches the app off; the next one starts with a new secret.</summary>
public sealed class DisableAuthenticator(ConsultDbContext db, UserManager<Account> accounts, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(SignedIn person, CancellationToken cancellation) =>
        await db.Write<Nothing>(Actor.Account(person.AccountId), null, async () =>
        {
            if (await accounts.FindByIdAsync(person.AccountId.ToString()) is not { } account) return Outcome.NotFound;
            if (await WaysIn.Refuse(person, account, accounts, time) is { } refusal) return refusal;
            await accounts.SetTwoFactorEnabledAsync(account, false);
            await accounts.ResetAuthenticatorKeyAsync(account);
            return Nothing.Value;
        }, cancellation);
}
