using System.Globalization;
using System.Security.Claims;
using FluxUs.Consult.Foundation.Ui;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace FluxUs.Consult.Accounts;

/// <summary>Writes into each new session when its password or passkey was given.</summary>
public sealed class Sessions(
    UserManager<Account> accounts, IHttpContextAccessor context, IUserClaimsPrincipalFactory<Account> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation, TimeProvider time)
    : SignInManager<Account>(accounts, context, claims, options, log, schemes, confirmation)
{
    public override Task SignInWithClaimsAsync(Account user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        var all = additionalClaims.ToList();
        if (!all.Exists(claim => claim.Type == SignedIn.ConfirmedAtClaim))
            all.Add(new Claim(SignedIn.ConfirmedAtClaim, time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
        if (user.Language is { } language) LanguageChoice.Remember(Context, language);
        return base.SignInWithClaimsAsync(user, authenticationProperties, all);
    }

    /// <summary>Writes the session anew after the account changed, with what it knew of how and when one signed in.</summary>
    /// <param name="method">A stronger way in that was just proved: mfa or hwk.</param>
    public async Task Renew(Guid accountId, string? method = null)
    {
        if (await UserManager.FindByIdAsync(accountId.ToString()) is not { } user) return;
        var kept = Context.User.Claims.Where(SessionClaims.IsOfSession).ToList();
        if (method is not null)
        {
            kept.RemoveAll(claim => claim.Type == SignedIn.MethodClaim);
            kept.Add(new Claim(SignedIn.MethodClaim, method));
        }

        await SignInWithClaimsAsync(user, isPersistent: false, kept);
    }

    /// <summary>Notes that the password or passkey was given again just now.</summary>
    public async Task Confirm(Account user, string? method = null) =>
        await SignInWithClaimsAsync(user, isPersistent: false,
            method is null ? Context.User.Claims.Where(claim => claim.Type == SignedIn.MethodClaim) : [new Claim(SignedIn.MethodClaim, method)]);
}
