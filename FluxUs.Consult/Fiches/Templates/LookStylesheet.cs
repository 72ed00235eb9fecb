using System.Globalization;
using System.Text;
using FluxUs.Consult.Foundation.Documents;
using Microsoft.AspNetCore.Mvc;

namespace FluxUs.Consult.Fiches.Templates;

/// <summary>
/// The colours and letters of a page style for a fiche on screen, since a page may hold no style of its own. All that is in a
/// stylesheet stands in its address: it tells nothing of any study and never changes.
/// </summary>
public static class LookStylesheet
{
    private const string Sans = "Source Sans 3";

    /// <returns>Null where the style looks as the theme does.</returns>
    public static string? AddressOf(PageStyle style)
    {
        var plain = PageStyle.A4;
        var (brand, headings) = (style.Colours.Brand, style.Colours.Headings);
        if (brand == plain.Colours.Brand && headings == plain.Colours.Headings && style.Prose == plain.Prose) return null;
        return IsColour(brand[1..]) && IsColour(headings[1..]) ? $"/looks/{brand[1..]}/{headings[1..]}/{(style.Prose == Sans ? "sans" : "serif")}.css" : null;
    }

    internal static void MapLooks(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/looks/{brand}/{headings}/{letters:regex(^(sans|serif)$)}.css", Answer).AllowAnonymous().WithMetadata(new SkipStatusCodePagesAttribute());

    private static IResult Answer(string brand, string headings, string letters, HttpContext context)
    {
        if (!IsColour(brand) || !IsColour(headings)) return TypedResults.NotFound();
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        return TypedResults.Text(Write(brand, headings, letters), "text/css", Encoding.UTF8);
    }

    // Statements of recommendations stay in ink, as on paper.
    private static string Write(string brand, string headings, string letters)
    {
        var parts = Convert.FromHexString(brand);
        var rgb = string.Create(CultureInfo.InvariantCulture, $"{parts[0]}, {parts[1]}, {parts[2]}");
        var reading = letters == "sans" ? " --reading: var(--bs-body-font-family);" : "";
        return $".fiche {{ --brand: #{brand}; --bs-link-color: #{brand}; --bs-link-color-rgb: {rgb};{reading} }}\n.fiche :is(h1, h2, h3:not(.reco h3)) {{ color: #{headings}; }}\n.fiche .reco .no {{ color: #{headings}; }}\n.fiche blockquote.said:not(.said-print, .said-claim) {{ border-left-color: #{brand}; }}\n";
    }

    private static bool IsColour(string text) => text.Length == 6 && text.All(char.IsAsciiHexDigit);
}
