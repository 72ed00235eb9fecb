using System.Globalization;
using System.Xml.Linq;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Html;
using FluxUs.Consult.Foundation.Documents.Pdf;
using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Pages;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

/// <summary>Pages as pictures: what they show is what the file shows, and nothing in them comes from a text but text.</summary>
public class PagePicturesTests
{
    private const string Hostile = "<script>alert(1)</script> \"'/> ]]> &lt; <a href=\"javascript:alert(1)\"> <!-- ${x} \u202e fin";

    private static readonly FicheDocument Awkward = SampleFiche.Of(
        new HeadBlock(Hostile, "P01", Hostile) { StateWords = Hostile, State = HeadState.Review },
        new ParagraphBlock([Hostile, new Link("javascript:alert(1)", [Hostile]), new Link("https://example.org/?a=\"><script>", [Hostile]), new LanguageSpan("\"><script>", [Hostile])]),
        new ParagraphBlock(["שלום مرحبا 👩‍👩‍👧‍👦 漢字 e\u0301\u0302 antici\u00adpation"]),
        new ParagraphBlock([string.Concat(Enumerable.Range(1, 40).Select(at => $"{new string('a', at)} institutionnalisation intercommunale, la récupération des matériaux déconstruits. "))]),
        new FigureBlock(Hostile, new Drawing(100, 40, [new Bar(0, 0, 50, 10, Tint.Brand), new Caption(5, 30, Hostile, 8, Tint.Ink)])) { Caption = [Hostile] },
        new TableBlock([new("No"), new("Libellé")], [.. Enumerable.Range(1, 120).Select(at => new TableRow([$"{at}", Hostile]))]),
        new EvidenceBlock([new(Hostile, [Hostile], [Hostile, new CodeReference(Hostile)]) { Anchor = Hostile }]));

    public static TheoryData<string> Documents => ["whole", "awkward", "tightened", "empty"];

    private static FicheDocument Of(string name) => name switch
    {
        "whole" => SampleFiche.Whole,
        "awkward" => Awkward,
        "tightened" => Tightened,
        _ => SampleFiche.Of(),
    };

    private static readonly FicheDocument Tightened = Paragraphs(Enumerable.Range(30, 60).TakeWhile(count => Draw(Paragraphs(count)).Report.Pages == 1).Last());

    private static FicheDocument Paragraphs(int count) => SampleFiche.Of([.. Enumerable.Range(1, count).Select(at => new ParagraphBlock([$"Alinéa {at}, d’une ligne."]))]);

    [Theory]
    [MemberData(nameof(Documents))]
    public void They_are_read_as_the_file_is(string name)
    {
        using var printed = Rendered.Of(Of(name));

        Assert.Equal(printed.Letters, Letters(Texts(Draw(Of(name)))));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void They_are_told_as_the_file_is(string name)
    {
        using var printed = Rendered.Of(Of(name));
        var report = Draw(Of(name)).Report;

        Assert.Equal((printed.Report.Pages, printed.Report.TextHeight), (report.Pages, report.TextHeight));
        Assert.Equal(printed.Report.PageOfAnchor, report.PageOfAnchor);
        Assert.Equal(printed.Report.RoomAtAnchor, report.RoomAtAnchor);
        Assert.Equal(printed.Report.RoomOfPage, report.RoomOfPage);
        Assert.Equal(printed.Report.MissingCharacters, report.MissingCharacters);
    }

    [Fact]
    public void Words_stand_where_the_file_has_them()
    {
        using var printed = Rendered.Of(SampleFiche.Whole);
        var drawn = Draw(SampleFiche.Whole);
        foreach (var (picture, page) in drawn.Pages.Zip(printed.Pdf.GetPages()))
        {
            var starts = page.Letters.Select(letter => (letter.Value[..1], X: Math.Round(letter.StartBaseLine.X, 1), Y: Math.Round(letter.StartBaseLine.Y, 1))).ToHashSet();
            foreach (var text in Svg(picture).Descendants("text").Where(text => text.Value.Length > 0 && !char.IsWhiteSpace(text.Value[0])))
            {
                var (x, y) = (Number(text, "x"), picture.Height - Number(text, "y"));
                Assert.Contains(starts, start => start.Item1 == text.Value[..1] && Math.Abs(start.X - x) < 0.11 && Math.Abs(start.Y - y) < 0.11);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Nothing_but_drawn_elements_stands_in_them(string name)
    {
        string[] elements = ["svg", "g", "a", "path", "text", "tspan", "image"];
        string[] attributes =
        [
            "x", "y", "width", "height", "d", "fill", "stroke", "stroke-width", "opacity", "font-size", "font-weight", "font-style", "textLength", "class", "lang", "role", "aria-label",
            "aria-hidden", "href", "preserveAspectRatio",
        ];
        foreach (var element in Draw(Of(name)).Pages.SelectMany(page => Svg(page).DescendantsAndSelf()))
        {
            Assert.Contains(element.Name.LocalName, elements);
            Assert.All(element.Attributes(), attribute => Assert.Contains(attribute.Name.LocalName, attributes));
            if (element.Attribute("href") is { } address) Assert.Matches("^(https:|mailto:|data:image/|/place\\?)", address.Value);
            if (element.Attribute("lang") is { } language) Assert.Matches("^[A-Za-z0-9-]+$", language.Value);
        }
    }

    [Fact]
    public void A_link_leads_where_its_place_is_said_to_be()
    {
        var strips = Draw(SampleFiche.Whole).Pages.SelectMany(page => page.Strips).ToList();
        var links = strips.SelectMany(strip => Parsed(strip.Svg(code => code == "D-07" ? "/texts/7" : null)).Descendants("a")).ToList();

        Assert.All(links.Where(link => link.Value == "D-07"), link => Assert.Equal("/texts/7", link.Attribute("href")!.Value));
        Assert.All(links.Where(link => link.Value == "E-12"), link => Assert.Null(link.Attribute("href")));
        Assert.Contains(links, link => link.Value == "le guide régional" && link.Attribute("href")!.Value == "https://example.org/guide");
    }

    [Fact]
    public void A_strip_begins_with_each_place_and_with_each_page()
    {
        var drawn = Draw(Awkward);

        Assert.True(drawn.Pages.Length > 2);
        foreach (var page in drawn.Pages)
        {
            Assert.True(page.Strips.Zip(page.Strips.Skip(1)).All(pair => pair.First.Bottom <= pair.Second.Top + 0.01));
            Assert.All(page.Strips, strip => Assert.InRange(strip.Bottom, strip.Top, page.Height));
        }
        Assert.Contains("recommandations", Draw(SampleFiche.Whole).Pages[0].Strips.Select(strip => strip.Place));
    }

    [Fact]
    public void A_figure_has_its_words_a_missing_sign_its_box_and_a_parted_word_its_hyphen()
    {
        var pages = Draw(Awkward).Pages.Select(Svg).ToList();

        Assert.Contains(pages.Descendants("g"), figure => figure.Attribute("role")?.Value == "img" && figure.Attribute("aria-label")!.Value.StartsWith("<script>", StringComparison.Ordinal));
        Assert.Contains(pages.Descendants("text"), text => text.Value.Contains('漢', StringComparison.Ordinal) && text.Attribute("opacity")?.Value == "0" && text.NextNode is XElement { Name.LocalName: "path" });
        Assert.Contains(pages.Descendants("tspan"), hyphen => hyphen.Value == "\u2010" && hyphen.Attribute("aria-hidden")?.Value == "true");
    }

    [Fact]
    public void A_glyph_that_shows_no_character_of_its_own_is_no_word()
    {
        var setter = new Typesetter(SampleFiche.Whole.Details, PageStyle.A4);
        var shaped = Shaper.Shape("e", setter.Type.Footer.Typeface, "fr").Single();
        var mark = shaped.Glyphs[0] with { Length = 0 };
        var pen = new SvgPen(setter, 1, "");

        pen.Show(new TextPiece(shaped with { Glyphs = [mark] }, setter.Type.Footer, StructureNode.Document()), new Segment(null!, 0, 1, 0), 10, 10);

        Assert.Equal("", Parsed(pen.FinishFoot()).Value);
    }

    [Fact]
    public void No_colour_ends_its_attribute()
    {
        var pen = new SvgPen(new Typesetter(SampleFiche.Whole.Details, PageStyle.A4), 1, "");

        pen.Fill("\"/><script>");
        pen.Stroke("\"/><script>", 1);
        pen.Bar(0, 0, 10, 10);
        pen.Outline(0, 0, 10, 10);

        Assert.All(Parsed(pen.FinishFoot()).Descendants(), element => Assert.Equal("path", element.Name.LocalName));
    }

    [Fact]
    public void Each_page_ends_with_its_number()
    {
        var drawn = Draw(SampleFiche.Whole);

        for (var at = 0; at < drawn.Pages.Length; at++)
            Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $"{at + 1} / {drawn.Pages.Length}"), Parsed(drawn.Pages[at].Foot).Value, StringComparison.Ordinal);
    }

    private static PagePictures Draw(FicheDocument document) => new PdfEngine().Draw(document, PageStyle.A4);

    private static XElement Svg(PagePicture page) => Parsed(string.Concat(page.Strips.Select(strip => strip.Svg(place => "/place?" + Uri.EscapeDataString(place)))) + page.Foot);

    private static XElement Parsed(string svg) => XElement.Parse("<svg>" + svg + "</svg>", LoadOptions.PreserveWhitespace);

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    // The hyphen is read as a soft one from the file.
    private static string Texts(PagePictures drawn) => string.Concat(drawn.Pages.SelectMany(page => Svg(page).Descendants("text"))
        .SelectMany(text => text.Nodes().OfType<XText>()).Select(text => text.Value));

    private static string Letters(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign) && sign is not '\u200b' and not '\u00ad'));
}
