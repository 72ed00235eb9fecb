using FluxUs.Consult.Foundation.Data;
using Microsoft.AspNetCore.Identity;

namespace FluxUs.Consult.Accounts;

/// <summary>What makes a password good here: length, not signs (NIST SP 800-63B, section 5.1.1.2).</summary>
internal static class Passwords
{
    public const int MinimumLength = 12;

    public static void Set(PasswordOptions options)
    {
        options.RequiredLength = MinimumLength;
        options.RequiredUniqueChars = 5;
        options.RequireDigit = options.RequireLowercase = options.RequireUppercase = options.RequireNonAlphanumeric = false;
    }

    /// <summary>Says what Identity refused at the field of the new password.</summary>
    public static Outcome Refusal(IdentityResult result, string field) => result.Errors.Select(error => error.Code).First() switch
    {
        "PasswordMismatch" => Outcome.Refused<AccountsTexts>("PasswordWrong", "OldPassword"),
        "PasswordTooShort" => Outcome.Refused<AccountsTexts>("PasswordTooShort", field, MinimumLength),
        "PasswordRequiresUniqueChars" => Outcome.Refused<AccountsTexts>("PasswordTooSimple", field),
        "DuplicateUserName" or "DuplicateEmail" or "InvalidUserName" or "InvalidEmail" => Outcome.Refused<AccountsTexts>("EmailUnreadable", "Email", ""),
        "ConcurrencyFailure" => Outcome.Changed,
        var other => throw new InvalidOperationException($"Identity refused with {other}."),
    };
}
