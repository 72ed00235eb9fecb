using System.Collections.Immutable;

namespace FluxUs.Consult.Foundation.Documents.Html;

/// <summary>Where the code of a piece of evidence leads on the page, or null where it leads nowhere.</summary>
public delegate string? CodeAddress(string code);

/// <summary>
/// A document as HTML for the page on screen: the classes are those of the theme, everything is encoded, and there is
/// neither style nor script in it.
/// </summary>
public static class FicheHtml
{
    // Prose stands within a page that has its headings already.
    private const int AnyLevel = 3;

    /// <summary>
    /// The whole document as one article. Without <paramref name="addresses"/> codes lead to the place of that name in
    /// the document, where there is one.
    /// </summary>
    public static string Render(FicheDocument document, CodeAddress? addresses = null)
    {
        var html = new HtmlWriter();
        html.Open("article", ("class", "fiche"), ("lang", document.Details.Language));
        new BlockHtml(html, new(html, Places(document.Blocks, addresses)), new()).Write(document.Blocks);
        return html.Close().ToString();
    }

    /// <summary>
    /// Some blocks, such as an editor's prose, without an element around them; what surrounds them says their language,
    /// which is named here for its spaces.
    /// </summary>
    public static string Render(ImmutableArray<Block> blocks, CodeAddress? addresses = null, string language = "")
    {
        var html = new HtmlWriter(language);
        new BlockHtml(html, new(html, Places(blocks, addresses)), new(AnyLevel)).Write(blocks);
        return html.ToString();
    }

    /// <summary>A logo alone, as an image that holds its own content.</summary>
    public static string Of(Logo logo, string style)
    {
        var html = new HtmlWriter();
        BlockHtml.Write(html, logo, style);
        return html.ToString();
    }

    private static CodeAddress Places(ImmutableArray<Block> blocks, CodeAddress? addresses)
    {
        if (addresses is not null) return addresses;
        var anchors = Anchors.Of(blocks);
        return code => anchors.Contains(code) ? "#" + code : null;
    }
}
