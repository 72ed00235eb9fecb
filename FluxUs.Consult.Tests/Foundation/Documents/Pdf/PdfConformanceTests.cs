using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Charts;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

/// <summary>PDF/UA-1 and PDF/A-3a at once, as far as a machine can judge without a validator.</summary>
public sealed class PdfConformanceTests
{
    private static void Conforms(Rendered rendered)
    {
        using (rendered)
        {
            Assert.Empty(new PdfStructure(rendered.Pdf).Faults);
            Assert.Empty(new PdfConformance(rendered.Pdf).Faults);
            Assert.Empty(new PdfRules(rendered.Pdf).Faults);
            Assert.Empty(PdfSyntax.Faults(rendered.Bytes));
        }
    }

    [Fact]
    public void A_whole_fiche_with_its_data() => Conforms(Rendered.With(SampleFiche.Whole,
        new Attachment("edition.json", "application/json", "L’édition", AttachmentRole.Source, "{}"u8.ToArray()),
        new Attachment("preuves.csv", "text/csv", "Les preuves", AttachmentRole.Data, "code\n"u8.ToArray())));

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Other_languages(string language) => Conforms(Rendered.Of(SampleFiche.Whole with { Details = SampleFiche.Details(language) }));

    [Fact]
    public void A_pack() => Conforms(Rendered.Of(new PackDocument(SampleFiche.Details(), [SampleFiche.Whole, SampleFiche.Whole with { Details = SampleFiche.Details("nl") }]) { ContentsTitle = "Sommaire", Cover = [new ParagraphBlock(["Étude"])] }));

    [Fact]
    public void Charts() => Conforms(Rendered.Of(new HeadingBlock(1, ["Avis"]), new OpinionBars(["pour", "contre"], [new("Mesure 1", [3, 1])]) { Title = "Avis", Language = "fr", QuestionWord = "Mesure", MedianWord = "médiane", NobodyWord = "aucun" }.Figure()));

    [Fact]
    public void Signs_that_no_typeface_has() => Conforms(Rendered.Of(new HeadingBlock(1, ["漢字 שלום 👩‍👩‍👧 \ue001"]), new ParagraphBlock(["a\u200bb \u202e x \u0301 \ufffd"])));

    [Fact]
    public void Emoji_in_what_the_file_says_of_itself() => Conforms(Rendered.Of(SampleFiche.Of(new ParagraphBlock(["x"])) with { Details = SampleFiche.Details() with { Title = "🚲 & <vélos>", Author = "É" } }));

    [Fact]
    public void Empty_parts_leave_no_empty_elements() => Conforms(Rendered.Of(new HeadingBlock(2, []), new ParagraphBlock([]), new ListBlock(true, [new([])]), new TableBlock([], []), new QuotationBlock([], []), new EvidenceBlock([]), new GridBlock([]), new ParagraphBlock(["fin"])));

    [Theory]
    [InlineData("xml:lang=\"x-default\"", "xml:lang=\"x-defauld\"")]
    [InlineData("<pdf:Producer>FluxUs", "<pdf:Producer>Fluxus")]
    [InlineData("http://ns.adobe.com/xap/1.0/mm/", "http://ns.example.com/p/1.0/mm/")]
    public void The_check_of_rules_sees_what_is_wrong(string right, string wrong)
    {
        using var rendered = Rendered.Of(new ParagraphBlock(["texte"]));
        var broken = System.Text.Encoding.Latin1.GetString(rendered.Bytes).Replace(right, wrong, StringComparison.Ordinal);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(System.Text.Encoding.Latin1.GetBytes(broken));

        Assert.Single(new PdfRules(pdf).Faults);
    }

    [Theory]
    [InlineData("%%EOF", "%%EOG")]
    [InlineData("\nendstream", " endstream")]
    [InlineData("/Length ", "/Length 1")]
    [InlineData("/Type/XRef", "/Type/XReg")]
    [InlineData("/FlateDecode", "/LZWDecode__")]
    public void The_check_of_bytes_sees_what_is_wrong(string right, string wrong)
    {
        using var rendered = Rendered.Of(new ParagraphBlock(["texte"]));
        var broken = System.Text.Encoding.Latin1.GetString(rendered.Bytes).Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEmpty(PdfSyntax.Faults(System.Text.Encoding.Latin1.GetBytes(broken)));
    }

    [Fact]
    public void The_check_sees_what_is_wrong()
    {
        using var rendered = Rendered.Of(new ParagraphBlock(["texte"]));
        var broken = System.Text.Encoding.Latin1.GetString(rendered.Bytes).Replace("<pdfaid:part>3<", "<pdfaid:part>1<", StringComparison.Ordinal);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(System.Text.Encoding.Latin1.GetBytes(broken));

        Assert.Contains("not PDF/A-3a", new PdfConformance(pdf).Faults);
    }
}
