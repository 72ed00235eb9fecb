using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Docx;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FluxUs.Consult.Tests.Foundation.Documents;

public sealed class FicheDocxTests
{
    private static MemoryStream Write(FicheDocument document)
    {
        var memory = new MemoryStream();
        FicheDocx.Write(document, PageStyle.A4, memory);
        memory.Position = 0;
        return memory;
    }

    private static string StyleOf(W.Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";

    [Fact]
    public void A_fiche_is_a_valid_text_with_real_headings()
    {
        using var memory = Write(SampleFiche.Whole);
        using var file = WordprocessingDocument.Open(memory, false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath} {error.Description}"));
        var body = file.MainDocumentPart!.Document!.Body!;
        var headings = body.Elements<W.Paragraph>().Where(paragraph => StyleOf(paragraph).StartsWith("Heading", StringComparison.Ordinal)).ToList();
        Assert.Equal(("Heading1", "Réemploi d’éléments de construction démontés"), (StyleOf(headings[0]), headings[0].InnerText));
        Assert.Equal(["Heading1", "Heading2", "Heading3", "Heading3", "Heading3", "Heading2"], headings.Take(6).Select(StyleOf));
        Assert.Equal(SampleFiche.Details().Title, file.PackageProperties.Title);
    }

    [Fact]
    public void Everything_that_can_be_read_is_in_it()
    {
        using var memory = Write(SampleFiche.Whole);
        using var file = WordprocessingDocument.Open(memory, false);
        var text = file.MainDocumentPart!.Document!.Body!.InnerText;
        var at = 0;
        foreach (var word in PlainText.Of([.. SampleFiche.Whole.Blocks.Where(block => block is ParagraphBlock or HeadingBlock or TableBlock or ListBlock or QuotationBlock)]).Split([' ', '\u202f', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            at = text.IndexOf(word, at, StringComparison.Ordinal);
            Assert.True(at >= 0, word);
        }
    }

    [Fact]
    public void Languages_links_and_places_are_marked()
    {
        using var memory = Write(SampleFiche.Whole);
        using var file = WordprocessingDocument.Open(memory, false);
        var body = file.MainDocumentPart!.Document!.Body!;

        Assert.Contains(body.Descendants<W.Languages>(), language => language.Val == "nl");
        Assert.Equal("fr", file.MainDocumentPart.StyleDefinitionsPart!.Styles!.Descendants<W.Languages>().First().Val);
        Assert.Equal(["https://example.org/guide", "https://example.org/editions/1", "mailto:etude@example.org"], file.MainDocumentPart.HyperlinkRelationships.Select(link => link.Uri.ToString()));
        var places = body.Descendants<W.BookmarkStart>().Select(place => place.Name!.Value).ToHashSet();
        Assert.All(body.Descendants<W.Hyperlink>().Where(link => link.Anchor is not null), link => Assert.Contains(link.Anchor!.Value, places));
    }

    [Fact]
    public void A_table_repeats_its_head()
    {
        using var memory = Write(SampleFiche.Of(new TableBlock([new("a"), new("b")], [new(["1", "2"])]) { Caption = ["Titre"] }));
        using var file = WordprocessingDocument.Open(memory, false);

        var table = Assert.Single(file.MainDocumentPart!.Document!.Body!.Elements<W.Table>());
        Assert.NotNull(table.Elements<W.TableRow>().First().TableRowProperties!.GetFirstChild<W.TableHeader>());
    }

    [Fact]
    public void The_same_fiche_gives_the_same_bytes() => Assert.Equal(Write(SampleFiche.Whole).ToArray(), Write(SampleFiche.Whole).ToArray());

    [Fact]
    public void Hostile_text_stays_text()
    {
        const string Hostile = "<w:p/> \0 \ud800 \uffff ]]> &";
        using var memory = Write(SampleFiche.Of(
            new HeadBlock(Hostile, Hostile, Hostile), new ParagraphBlock([Hostile, new Link("javascript:x", [Hostile]), new Link("https://", ["x"])]) { Anchor = Hostile },
            new ListBlock(true, [new([]), new([new ListBlock(false, [new([new ParagraphBlock([Hostile])])])])], -5), new TableBlock([], []), new QuotationBlock([], [Hostile]) { Language = Hostile }));
        using var file = WordprocessingDocument.Open(memory, false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken).Select(error => error.Description));
        Assert.Empty(file.MainDocumentPart!.HyperlinkRelationships);
    }
}
