using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Charts;
using FluxUs.Consult.Foundation.Documents.Docx;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;
using Wordprocessing = DocumentFormat.OpenXml.Drawing.Wordprocessing;

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

        Assert.Contains(body.Descendants<W.Languages>(), language => language.Val == "nl-BE");
        Assert.Equal("fr-BE", file.MainDocumentPart.StyleDefinitionsPart!.Styles!.Descendants<W.Languages>().First().Val);
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
    public void A_recommendation_is_numbered_stays_on_one_page_and_names_its_findings()
    {
        using var memory = Write(SampleFiche.Of(
            new RecommendationBlock("2", ["Acheter reconditionné."], [new("Horizon", ["1-3 ans"]), new("Qui agit", ["Région"])])
            {
                Marks = [new(["Confiance\u00a0", new ConfidenceMark(3, "modérée")])],
                EvidenceTitle = "Sur quoi elle repose",
                Evidence = [new("K-01", ["constat"], ["Le stock manque."])],
            },
            new EvidenceBlock([new("K-01", ["constat"], ["Le stock manque."]) { Anchor = "K-01" }])));
        using var file = WordprocessingDocument.Open(memory, false);

        var paragraphs = file.MainDocumentPart!.Document!.Body!.Elements<W.Paragraph>().ToList();
        Assert.Equal(["Acheter reconditionné.", "Horizon\u00a01-3 ans\u00a0\u00a0\u00a0\u00a0 Qui\u00a0agit\u00a0Région", "Confiance\u00a0■■■□\u00a0modérée", "Sur quoi elle repose K-01"], paragraphs.Take(4).Select(paragraph => paragraph.InnerText));
        var list = file.MainDocumentPart.NumberingDefinitionsPart!.Numbering!.Elements<W.NumberingInstance>().Single(one => one.NumberID!.Value == paragraphs[0].ParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value);
        Assert.Equal(2, list.Descendants<W.StartOverrideNumberingValue>().Single().Val!.Value);
        Assert.All(paragraphs[1..3], paragraph => Assert.NotNull(paragraph.ParagraphProperties!.KeepNext));
        Assert.Null(paragraphs[3].ParagraphProperties!.KeepNext);
        var style = file.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<W.Style>().Single(one => one.StyleId == StyleOf(paragraphs[1]));
        Assert.NotNull(style.StyleParagraphProperties!.KeepLines);
        Assert.Single(paragraphs, paragraph => paragraph.InnerText.Contains("Le stock manque.", StringComparison.Ordinal));
    }

    [Fact]
    public void A_narrow_table_is_as_wide_as_its_words_and_a_wide_one_as_the_text()
    {
        var words = string.Join(' ', Enumerable.Repeat("reconditionnement", 20));
        int[] narrow = Widths(new([new("a"), new("b")], [new(["1", "2"])])), wide = Widths(new([new("a"), new("b")], [new([words, words]), new(["1", words])]));

        Assert.InRange(narrow.Sum(), 200, 1500);
        Assert.InRange(wide.Sum(), (PageStyle.A4.TextWidth * 20) - 4, (PageStyle.A4.TextWidth * 20) + 4);

        static int[] Widths(TableBlock table)
        {
            using var memory = Write(SampleFiche.Of(table));
            using var file = WordprocessingDocument.Open(memory, false);
            return [.. file.MainDocumentPart!.Document!.Body!.Descendants<W.GridColumn>().Select(column => int.Parse(column.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture))];
        }
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

    [Fact]
    public void A_picture_has_its_words_and_its_caption()
    {
        using var memory = Write(SampleFiche.Of(new FigureBlock("Une porte", null) { Picture = new(Pictures.SamplePictures.Jpeg), Caption = ["La porte"] }, new FigureBlock("Perdue", null) { Picture = new("rien"u8.ToArray()) }));
        using var file = WordprocessingDocument.Open(memory, false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken).Select(error => error.Description));
        var body = file.MainDocumentPart!.Document!.Body!;
        Assert.Equal("Une porte", Assert.Single(body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>()).Description);
        Assert.Single(file.MainDocumentPart.ImageParts);
        Assert.Contains("La porte", body.InnerText, StringComparison.Ordinal);
        Assert.Contains("Perdue", body.InnerText, StringComparison.Ordinal);
    }

    [Fact]
    public void Charts_are_shapes_with_their_words_and_a_table()
    {
        var chain = new ValueChain([new("Gisement « a » & <b>", 4, 1), new("Pose", 0, 3)]) { Title = "Chaîne", Language = "fr", StageWord = "Étape", LeversWord = "leviers", ObstaclesWord = "obstacles" };
        var opinions = new OpinionBars(["pour", "contre"], [new("Mesure 1", [3, 1])]) { Title = "Avis", Language = "fr", QuestionWord = "Mesure", MedianWord = "médiane", NobodyWord = "aucun" };
        var signs = new Drawing(100, 100, [new Dot(20, 20, 5, Tint.Brand, Hollow: true), new Area([new(1, 1), new(9, 1), new(5, 9)], Tint.Ink), new Stroke(0, 50, 90, 50, 1, Tint.Ink), new Caption(50, 40, "\0 \ud800 ]]>", 9, Tint.Ink, ColumnAlignment.End)]);
        using var memory = Write(SampleFiche.Of(chain.Figure(), opinions.Figure(), new FigureBlock("Signes", signs), new FigureBlock("Une porte", null) { Picture = new(Pictures.SamplePictures.Jpeg) }));
        using var file = WordprocessingDocument.Open(memory, false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file, TestContext.Current.CancellationToken).Select(error => $"{error.Path?.XPath} {error.Description}"));
        var body = file.MainDocumentPart!.Document!.Body!;
        Assert.Equal(3, body.Elements<W.Table>().First().Elements<W.TableRow>().Count());
        var drawn = body.Descendants<Wordprocessing.DocProperties>().ToList();
        Assert.StartsWith("Chaîne", drawn[0].Description!.Value, StringComparison.Ordinal);
        Assert.Equal("Signes", drawn[2].Description);
        var shapes = body.Descendants<DocumentFormat.OpenXml.Office2010.Word.DrawingShape.WordprocessingShape>().ToList();
        Assert.Contains(shapes, shape => shape.InnerText == "+4");
        // The numbers of what is drawn are all different, as word processors ask.
        var numbers = drawn.Select(one => one.Id!.Value).Concat(shapes.Select(shape => shape.GetFirstChild<DocumentFormat.OpenXml.Office2010.Word.DrawingShape.NonVisualDrawingProperties>()!.Id!.Value)).ToList();
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
    }

    [Fact]
    public void Soft_hyphens_and_french_spaces_are_those_of_text_processors()
    {
        using var memory = Write(SampleFiche.Of(new ParagraphBlock(["ré\u00admploi : oui"])));
        using var file = WordprocessingDocument.Open(memory, false);

        Assert.Single(file.MainDocumentPart!.Document!.Body!.Descendants<W.SoftHyphen>());
        Assert.EndsWith("\u00a0: oui", file.MainDocumentPart.Document.Body!.Elements<W.Paragraph>().First().InnerText, StringComparison.Ordinal);
    }
}
