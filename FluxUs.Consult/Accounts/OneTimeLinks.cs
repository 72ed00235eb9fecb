using FluxUs.Consult.Foundation.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Accounts;

/// <summary>A link to hand over to one person. It is shown once and kept nowhere.</summary>
/// <param name="AccountId">Whose it is; empty for the first account of an installation.</param>
/// <param name="Address">The whole address; null when the account is open already and needs no invitation.</param>
/// <param name="ExpiresAt">UTC; until then it works once.</param>
public sealed record IssuedLink(Guid AccountId, string? Address, DateTime ExpiresAt);

/// <summary>Makes one-time links for the acts that hand them out. Call it within the writing transaction, before anything else
/// is changed there: making an account saves at once. The acts take no operation id, because their result must not be kept;
/// asked twice, they make one account, and the newest link is the one that works.</summary>
public sealed class OneTimeLinks(ConsultDbContext db, UserManager<Account> accounts, SiteAddress site, TimeProvider time)
{
    /// <summary>Finds or makes the account of this address, and a link that opens it if it has no password yet.</summary>
    public async Task<Outcome<IssuedLink>> Invite(string email, string displayName, CancellationToken cancellation)
    {
        email = email.Trim();
        if (!IsAddress(email)) return Outcome.Refused<AccountsTexts>("EmailUnreadable", "Email", email);
        // The account is written on the way, before the act that invites is measured.
        if (displayName.Length > LongestAttribute.Line) return Outcome.Refused<DataTexts>("TextTooLong", "DisplayName", LongestAttribute.Line);
        var account = await accounts.FindByEmailAsync(email);
        if (account is null)
        {
            account = new Account(email, displayName.Trim().Length > 0 ? displayName.Trim() : email[..email.IndexOf('@', StringComparison.Ordinal)]);
            var made = await accounts.CreateAsync(account);
            if (!made.Succeeded) return Outcome.Refused<AccountsTexts>("EmailUnreadable", "Email", email);
        }

        if (account.PasswordHash is not null || (await accounts.GetPasskeysAsync(account)).Count > 0)
            return new IssuedLink(account.Id, null, time.GetUtcNow().UtcDateTime);
        return await Issue(LinkPurpose.Invitation, account.Id, cancellation);
    }

    /// <summary>A new link; earlier ones of this purpose stop working.</summary>
    public async Task<IssuedLink> Issue(LinkPurpose purpose, Guid? accountId, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var earlier in await db.Set<OneTimeLink>().Where(link => link.Purpose == purpose && link.AccountId == accountId && link.UsedAt == null).ToListAsync(cancellation))
            earlier.Use(now);
        var token = OneTimeLink.NewToken();
        var link = new OneTimeLink(purpose, accountId, token, now);
        db.Add(link);
        return new IssuedLink(accountId ?? Guid.Empty, site.Of("links/" + token), link.ExpiresAt);
    }

    private static bool IsAddress(string email) =>
        email.Length <= 254 && System.Net.Mail.MailAddress.TryCreate(email, out var read) && read.Address == email;
}
