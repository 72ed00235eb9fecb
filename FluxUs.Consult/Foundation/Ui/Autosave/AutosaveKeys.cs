using System.Security.Claims;
using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Foundation.Ui.Autosave;

/// <summary>
/// The keys with which a browser seals its drafts: one per account, from the installation's secret, the account and its security stamp.
/// A new stamp (password changed, access withdrawn) makes older drafts unreadable.
/// </summary>
public sealed class AutosaveKeys(KeyRing keys)
{
    // Where ASP.NET Core Identity puts the stamp: ClaimsIdentityOptions.SecurityStampClaimType.
    private const string SecurityStamp = "AspNet.Identity.SecurityStamp";

    /// <summary>32 bytes for this person, for AES-GCM; the person must be signed in.</summary>
    public byte[] KeyOf(ClaimsPrincipal person) => keys.Key($"drafts/{AccountOf(person)}/{person.FindFirstValue(SecurityStamp)}");

    /// <summary>A name under which the browser files this person's drafts; it says nothing of who it is.</summary>
    public string ShelfOf(ClaimsPrincipal person) => keys.Mark("drafts' shelf", AccountOf(person))[..32];

    private static string AccountOf(ClaimsPrincipal person) =>
        person.FindFirstValue(ClaimTypes.NameIdentifier)
        ?? throw new InvalidOperationException("Drafts have a key only for a person who is signed in.");
}
