using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FluxUs.Consult.Accounts;

/// <summary>Puts the display name into the session, so that no page asks the database for it.</summary>
internal sealed class SessionClaims(UserManager<Account> accounts, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<Account>(accounts, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(SignedIn.DisplayNameClaim, user.DisplayName));
        return identity;
    }

    /// <summary>The check of the security stamp makes the claims anew each minute; how and when one signed in is carried over.</summary>
    public static Task CarryOver(SecurityStampRefreshingPrincipalContext context)
    {
        var identity = (ClaimsIdentity)context.NewPrincipal!.Identity!;
        identity.AddClaims(context.CurrentPrincipal!.Claims.Where(IsOfSession));
        return Task.CompletedTask;
    }

    public static bool IsOfSession(Claim claim) => claim.Type is SignedIn.MethodClaim or SignedIn.ConfirmedAtClaim;
}
