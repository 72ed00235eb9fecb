using FluxUs.Consult.Foundation.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Accounts;

/// <param name="Email">Asked for the first account only.</param>
/// <param name="DisplayName">Not asked at a recovery; empty keeps the present one.</param>
/// <param name="LostSecondFactor">At a recovery: the authenticator app, its codes and all passkeys are forgotten.</param>
public sealed record UseLinkRequest(string Token, string Email, string DisplayName, string Password, string RepeatedPassword, bool LostSecondFactor);

/// <summary>The owner of a one-time link chooses a password. Every other session of the account ends.</summary>
public sealed class UseLink(ConsultDbContext db, UserManager<Account> accounts, TimeProvider time)
{
    /// <returns>The account, to sign in.</returns>
    public async Task<Outcome<Guid>> Handle(UseLinkRequest request, CancellationToken cancellation)
    {
        var hash = OneTimeLink.HashOf(request.Token);
        var known = await db.Set<OneTimeLink>().AsNoTracking().FirstOrDefaultAsync(found => found.TokenHash == hash, cancellation);
        if (known is null) return Outcome.Refused<AccountsTexts>("LinkIsOver");
        if (request.Password != request.RepeatedPassword) return Outcome.Refused<AccountsTexts>("PasswordsDiffer", nameof(request.RepeatedPassword));

        return await db.Write<Guid>(new Actor(ActorKind.PersonalLink, known.Id), null, async () =>
        {
            // Whether it was used is asked within the transaction: of two who come at once, one is late.
            var link = await db.Set<OneTimeLink>().FirstAsync(found => found.Id == known.Id, cancellation);
            var now = time.GetUtcNow().UtcDateTime;
            if (!link.IsOpenAt(now)) return Outcome.Refused<AccountsTexts>("LinkIsOver");

            var account = link.Purpose == LinkPurpose.FirstManager ? FirstAccount(request) : await accounts.FindByIdAsync(link.AccountId!.Value.ToString());
            if (account is null) return Outcome.Refused<AccountsTexts>("EmailUnreadable", nameof(request.Email), request.Email);
            var result = await Open(account, link.Purpose, request);
            if (!result.Succeeded) return Passwords.Refusal(result, nameof(request.Password));

            link.Use(now);
            return account.Id;
        }, cancellation);
    }

    private static Account? FirstAccount(UseLinkRequest request)
    {
        var email = request.Email.Trim();
        if (!System.Net.Mail.MailAddress.TryCreate(email, out _)) return null;
        return new Account(email, request.DisplayName.Trim().Length > 0 ? request.DisplayName.Trim() : email) { MayFoundStudies = true };
    }

    private async Task<IdentityResult> Open(Account account, LinkPurpose purpose, UseLinkRequest request)
    {
        if (purpose == LinkPurpose.FirstManager) return await accounts.CreateAsync(account, request.Password);
        if (purpose == LinkPurpose.Invitation && request.DisplayName.Trim().Length > 0) account.DisplayName = request.DisplayName.Trim();
        account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        if (purpose == LinkPurpose.Recovery && request.LostSecondFactor)
        {
            foreach (var passkey in await accounts.GetPasskeysAsync(account)) await accounts.RemovePasskeyAsync(account, passkey.CredentialId);
            await accounts.SetTwoFactorEnabledAsync(account, false);
            await accounts.ResetAuthenticatorKeyAsync(account);
        }

        if (account.PasswordHash is not null)
        {
            var removed = await accounts.RemovePasswordAsync(account);
            if (!removed.Succeeded) return removed;
        }

        return await accounts.AddPasswordAsync(account, request.Password);
    }
}
