using Ganss.Xss;

namespace FluxUs.Consult.Foundation.Documents.Html;

/// <summary>
/// An editor's Markdown as HTML that is safe to put into a page: only our own blocks are written, and a sanitiser that
/// knows nothing of them looks at the result again.
/// </summary>
public static class SafeHtml
{
    private static readonly HtmlSanitizer Sanitizer = MakeSanitizer();

    public static string Of(MarkdownReading reading, CodeAddress? addresses = null, string language = "") =>
        Sanitizer.Sanitize(FicheHtml.Render(reading.Blocks, addresses, language));

    private static HtmlSanitizer MakeSanitizer()
    {
        var options = new HtmlSanitizerOptions
        {
            AllowedTags = Set("a", "b", "blockquote", "br", "caption", "div", "em", "footer", "h1", "h2", "h3", "i", "li", "ol", "p", "span",
                "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"),
            AllowedAttributes = Set("aria-hidden", "class", "href", "lang", "role", "scope", "start", "tabindex"),
            UriAttributes = Set("href"),
            AllowedSchemes = Set("https", "mailto"),
            AllowedCssProperties = Set(),
            AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
            AllowCssCustomProperties = false,
            AllowDataAttributes = false,
        };
        return new HtmlSanitizer(options);
    }

    private static HashSet<string> Set(params string[] names) => new(names, StringComparer.OrdinalIgnoreCase);
}
