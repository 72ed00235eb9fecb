using FluxUs.Consult.Foundation.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Accounts;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Id">Its credential id in letters that a form may hold (RFC 4648, section 5).</param>
public sealed record PasskeyRow(string Id, string Name, DateTime CreatedAt);

/// <summary>The account's own page.</summary>
public sealed record AccountScreen(
    string Email, string DisplayName, string? Language, bool HasPassword, bool HasAuthenticator, int RecoveryCodesLeft, bool MayFoundStudies, IReadOnlyList<PasskeyRow> Passkeys)
{
    public bool HasSecondFactor => HasAuthenticator || Passkeys.Count > 0;
}

public sealed class ReadAccount(ConsultDbContext db, UserManager<Account> accounts)
{
    public async Task<Outcome<AccountScreen>> Run(SignedIn person, CancellationToken cancellation)
    {
        var account = await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(account => account.Id == person.AccountId, cancellation);
        if (account is null) return Outcome.NotFound;
        var passkeys = await accounts.GetPasskeysAsync(account);
        return new AccountScreen(
            account.Email!, account.DisplayName, account.Language, account.PasswordHash is not null, account.TwoFactorEnabled,
            account.TwoFactorEnabled ? await accounts.CountRecoveryCodesAsync(account) : 0, account.MayFoundStudies,
            [.. passkeys.OrderBy(passkey => passkey.CreatedAt)
                .Select(passkey => new PasskeyRow(System.Buffers.Text.Base64Url.EncodeToString(passkey.CredentialId), passkey.Name ?? "", passkey.CreatedAt.UtcDateTime))]);
    }
}
