using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace FluxUs.Consult.Foundation.Ui;

/// <summary>The switch of language: the browser's wish counts until someone chooses; the choice stays a year in a cookie.</summary>
public static class LanguageChoice
{
    public static void MapLanguageChoice(this IEndpointRouteBuilder routes) => routes.MapPost("/language", Choose);

    private static RedirectHttpResult Choose(
        HttpContext context,
        IOptions<RequestLocalizationOptions> options,
        TimeProvider clock,
        [FromForm(Name = "language")] string? language,
        [FromForm(Name = "back")] string? back)
    {
        if (Languages.IsKnown(language))
        {
            var cookie = options.Value.RequestCultureProviders.OfType<CookieRequestCultureProvider>().Single();
            context.Response.Cookies.Append(cookie.CookieName, CookieRequestCultureProvider.MakeCookieValue(new(language!)), new()
            {
                Expires = clock.GetUtcNow().AddYears(1),
                HttpOnly = true,
                IsEssential = true,
                Path = "/",
                SameSite = SameSiteMode.Lax,
                Secure = cookie.CookieName.StartsWith("__Host-", StringComparison.Ordinal),
            });
        }

        return TypedResults.LocalRedirect(IsLocal(back) ? back! : "/");
    }

    /// <summary>Whether an address stays on this site: it starts with one slash, and no browser can read a host into it.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}
