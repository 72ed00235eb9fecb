using System.Security.Claims;
using FluxUs.Consult.Foundation.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;

namespace FluxUs.Consult.Accounts;

/// <summary>The questions that a browser answers with a passkey (Web Authentication Level 3, sections 5.4 and 5.5).</summary>
internal static class PasskeyOptionsEndpoints
{
    public static void MapPasskeyOptions(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/sign-in/passkey", AskForOne).RequireRateLimiting(AccountsModule.SignInLimit);
        endpoints.MapPost("/account/passkeys/new", AskForNew).RequireAuthorization();
    }

    private static async Task<IResult> AskForOne(SignInManager<Account> sessions, IAntiforgery antiforgery, HttpContext context) =>
        await antiforgery.IsRequestValidAsync(context)
            ? TypedResults.Text(await sessions.MakePasskeyRequestOptionsAsync(null), "application/json")
            : TypedResults.BadRequest();

    private static async Task<IResult> AskForNew(
        ClaimsPrincipal user, SignInManager<Account> sessions, UserManager<Account> accounts, IAntiforgery antiforgery, HttpContext context)
    {
        if (!await antiforgery.IsRequestValidAsync(context) || await accounts.GetUserAsync(user) is not { } account) return TypedResults.BadRequest();
        return TypedResults.Text(await sessions.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity
        {
            Id = account.Id.ToString(),
            Name = account.Email!,
            DisplayName = account.DisplayName,
        }), "application/json");
    }
}
