using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Accounts;

/// <summary>What the page of a link shows before it is used.</summary>
/// <param name="Email">Of the account; empty for the first one.</param>
public sealed record LinkScreen(LinkPurpose Purpose, string Email, string DisplayName, bool HasSecondFactor, DateTime ExpiresAt);

public sealed class ReadLink(ConsultDbContext db, TimeProvider time)
{
    /// <returns>Refused when the link was used, is over or never was: all look the same from outside.</returns>
    public async Task<Outcome<LinkScreen>> Run(string token, CancellationToken cancellation)
    {
        var hash = OneTimeLink.HashOf(token);
        var link = await db.Set<OneTimeLink>().AsNoTracking().FirstOrDefaultAsync(found => found.TokenHash == hash, cancellation);
        if (link is null || !link.IsOpenAt(time.GetUtcNow().UtcDateTime)) return Outcome.Refused<AccountsTexts>("LinkIsOver");
        var account = await db.Set<Account>().AsNoTracking().Where(account => account.Id == link.AccountId)
            .Select(account => new
            {
                account.Email,
                account.DisplayName,
                HasSecondFactor = account.TwoFactorEnabled || db.Set<Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid>>().Any(passkey => passkey.UserId == account.Id),
            })
            .FirstOrDefaultAsync(cancellation);
        return new LinkScreen(link.Purpose, account?.Email ?? "", account?.DisplayName ?? "", account?.HasSecondFactor ?? false, link.ExpiresAt);
    }
}
