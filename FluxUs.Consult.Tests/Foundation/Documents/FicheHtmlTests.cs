using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Html;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents;

public sealed class FicheHtmlTests
{
    private static IElement Article(FicheDocument document, CodeAddress? addresses = null) =>
        new HtmlParser().ParseDocument(FicheHtml.Render(document, addresses)).QuerySelector("article.fiche")!;

    [Fact]
    public void A_fiche_has_the_shapes_of_the_theme()
    {
        var article = Article(SampleFiche.Whole);

        Assert.Equal("fr", article.GetAttribute("lang"));
        Assert.Equal("Réemploi d’éléments de construction démontés", article.QuerySelector("h1")!.TextContent);
        Assert.Equal("en relecture", article.QuerySelector(".state-review")!.TextContent);
        Assert.Equal(3, article.QuerySelectorAll(".msgs > li").Length);
        Assert.Equal(3, article.QuerySelectorAll(".reco").Length);
        Assert.Equal(8, article.QuerySelectorAll(".reco")[0].QuerySelectorAll("dl dt").Length);
        Assert.Equal(3, article.QuerySelector(".sure")!.QuerySelectorAll("b.on").Length);
        Assert.Equal("nl", article.QuerySelector("blockquote.said div[lang]")!.GetAttribute("lang"));
        Assert.Equal("Profil de P01 sur huit critères, comparé à la médiane des quinze retenus", article.QuerySelector("figure svg")!.GetAttribute("aria-label"));
        Assert.Equal(8, article.QuerySelectorAll("figure details tbody tr").Length);
    }

    [Fact]
    public void Headings_never_skip_a_level()
    {
        var article = Article(SampleFiche.Of(new HeadingBlock(3, ["a"]), new HeadingBlock(3, ["b"]), new HeadingBlock(1, ["c"]), new HeadingBlock(3, ["d"])));

        Assert.Equal(["H1", "H2", "H1", "H2"], article.QuerySelectorAll("h1,h2,h3").Select(heading => heading.NodeName));
    }

    [Fact]
    public void Codes_lead_to_their_place_in_the_document_or_where_the_page_says()
    {
        Assert.Equal("#E-12", Article(SampleFiche.Whole).QuerySelector("a.src.voice")!.GetAttribute("href"));
        Assert.Equal("/voix/E-12", Article(SampleFiche.Whole, code => "/voix/" + code).QuerySelector("a.src.voice")!.GetAttribute("href"));
        Assert.Equal("span", Article(SampleFiche.Whole, _ => null).QuerySelector(".src")!.LocalName);
    }

    [Fact]
    public void All_that_people_write_is_encoded()
    {
        const string Hostile = "<script>alert(1)</script>\" onclick=\"x";
        var article = Article(SampleFiche.Of(
            new HeadBlock(Hostile, Hostile, Hostile) { StateWords = Hostile },
            new ParagraphBlock([Hostile, new Link("javascript:alert(1)", [Hostile]), new LanguageSpan(Hostile, [Hostile]), new CodeReference(Hostile)]) { Anchor = Hostile },
            new FigureBlock(Hostile, new Drawing(1, 1, [new Caption(0, 0, Hostile, 1, Tint.Ink)])),
            new TableBlock([new(Hostile)], [new([Hostile])]) { Caption = [Hostile] }));

        Assert.Empty(article.QuerySelectorAll("script, [onclick], a[href^=javascript]"));
        Assert.Contains(Hostile, article.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sign_of_confidence_that_stands_alone_says_what_it_is_about_to_those_who_hear_it()
    {
        var article = Article(SampleFiche.Of(new ParagraphBlock([new ConfidenceMark(3, "modérée") { About = "Confiance" }, new ConfidenceMark(3, "modérée")])));

        Assert.Equal(["Confiance modérée", "modérée"], article.QuerySelectorAll(".sure").Select(sign => sign.TextContent));
        Assert.Equal("Confiance", Assert.Single(article.QuerySelectorAll(".visually-hidden")).TextContent.Trim());
    }

    [Fact]
    public void There_is_no_style_in_the_page() =>
        Assert.Empty(Article(SampleFiche.Whole).QuerySelectorAll("[style], style, script"));

    [Fact]
    public void Names_of_places_are_unique()
    {
        var names = Article(SampleFiche.Whole).QuerySelectorAll("[id]").Select(element => element.Id).ToList();

        Assert.Contains("recommandations", names);
        Assert.Equal(names.Count, names.Distinct().Count());
    }
}
