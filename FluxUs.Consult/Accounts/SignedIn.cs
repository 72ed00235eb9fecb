using System.Globalization;
using System.Security.Claims;

namespace FluxUs.Consult.Accounts;

/// <summary>What the session's cookie says of the person at the browser.</summary>
public sealed record SignedIn(Guid AccountId, string DisplayName, bool HasSecondFactor, DateTime? ConfirmedAt)
{
    internal const string DisplayNameClaim = "display-name", ConfirmedAtClaim = "confirmed-at";

    /// <summary>How one signed in: RFC 8176, pwd, mfa (with an authenticator app) or hwk (with a passkey).</summary>
    internal const string MethodClaim = "amr";

    /// <returns>Null when nobody is signed in.</returns>
    public static SignedIn? From(ClaimsPrincipal user)
    {
        if (!Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)) return null;
        return new SignedIn(
            id,
            user.FindFirstValue(DisplayNameClaim) ?? "",
            user.HasClaim(claim => claim is { Type: MethodClaim, Value: "mfa" or "hwk" }),
            long.TryParse(user.FindFirstValue(ConfirmedAtClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime : null);
    }

    /// <summary>Whether the password or passkey was given within the last ten minutes.</summary>
    public static bool IsFresh(DateTime? confirmedAt, DateTime now) => confirmedAt is { } at && now - at < AccountRules.ConfirmationLasts;
}
