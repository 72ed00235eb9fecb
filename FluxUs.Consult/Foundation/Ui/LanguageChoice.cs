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
        HttpContext context, [FromForm(Name = "language")] string? language, [FromForm(Name = "back")] string? back)
    {
        if (Languages.IsKnown(language)) Remember(context, language!);
        return TypedResults.LocalRedirect(IsLocal(back) ? back! : "/");
    }

    /// <summary>Keeps a language in the browser for a year.</summary>
    public static void Remember(HttpContext context, string language)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<RequestLocalizationOptions>>();
        var cookie = options.Value.RequestCultureProviders.OfType<CookieRequestCultureProvider>().Single();
        context.Response.Cookies.Append(cookie.CookieName, CookieRequestCultureProvider.MakeCookieValue(new(language)), new()
        {
            Expires = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().AddYears(1),
            HttpOnly = true,
            IsEssential = true,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = cookie.CookieName.StartsWith("__Host-", StringComparison.Ordinal),
        });
    }

    /// <summary>Whether an address stays on this site: it starts with one slash, and no browser can read a host into it.</summary>
    public static bool IsLocal(string? address) =>
        address is ['/', ..] && address is not ['/', '/' or '\\', ..] && !address.Any(char.IsControl);
}
