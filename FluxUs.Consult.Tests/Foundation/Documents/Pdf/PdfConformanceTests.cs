using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Charts;
using FluxUs.Consult.Foundation.Documents.Pdf.Objects;
using FluxUs.Consult.Tests.Foundation.Documents.Pictures;
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
            Assert.Empty(PdfTokens.Faults(rendered.Bytes));
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

    private static Drawing Square(params Shape[] shapes) => new(60, 60, [new Bar(0, 0, 60, 60, Tint.Brand), .. shapes]);

    [Fact]
    public void A_figure_without_words_says_its_caption_or_what_is_drawn_or_is_an_artifact()
    {
        Block[] blocks =
        [
            new HeadingBlock(1, ["Titre"]), new FigureBlock(" ", Square()) { Caption = ["La légende"] }, new FigureBlock("", Square(new Caption(5, 50, "Un mot", 12, Tint.Ink))),
            new FigureBlock("\u200b", Square()), new FigureBlock("", null) { Picture = new Picture(SamplePictures.Jpeg) }, new BandBlock("Étude") { Logo = new Logo(new Picture(SamplePictures.Jpeg), " ") },
        ];
        using var fiche = Rendered.Of(blocks);

        Assert.Equal(2, new PdfStructure(fiche.Pdf).Tags.Count(tag => tag == "Figure"));
        Conforms(Rendered.Of(blocks));
    }

    [Fact]
    public void A_figure_that_leaves_out_its_numbers_says_the_rows_of_its_table()
    {
        var table = new TableBlock([new("Étape"), new("leviers"), new("obstacles")], [new(["Tri", "+1", "−4"]), new(["Pose", "0", "−2"])]);

        Assert.Equal("Deux étapes. Tri, leviers +1, obstacles −4\u202f; Pose, leviers 0, obstacles −2.", AlternativeOf(new FigureBlock("Deux étapes", Square()) { Twin = table }));
        Assert.Equal("Tri 4, Pose 2", AlternativeOf(new FigureBlock("Tri 4, Pose 2", Square()) { Twin = table }));

        static string AlternativeOf(FigureBlock figure)
        {
            using var fiche = Rendered.Of(figure);
            var objects = string.Concat(PdfParts.Of(fiche.Bytes).Where(part => part.Holds("/Type/ObjStm")).Select(part => part.Text));
            var start = objects.IndexOf("/Alt", StringComparison.Ordinal) + 4;
            var written = objects[(start + 1)..objects.IndexOfAny([')', '>'], start)];
            return objects[start] == '(' ? written : System.Text.Encoding.BigEndianUnicode.GetString(Convert.FromHexString(written)).TrimStart('\ufeff');
        }
    }

    [Fact]
    public void Links_without_words_are_none_and_addresses_are_ASCII() => Conforms(Rendered.Of(
        new HeadingBlock(1, ["Liens"]), new ParagraphBlock(["a", new Link("https://example.org", [" "]), new Link("https://example.org", ["\u200b"]), new Link("https://ex\u00e4mple.org/\u00e9?q=(a)", ["adresse"])])));

    [Fact]
    public void A_heading_that_says_nothing_takes_no_level() => Conforms(Rendered.Of(
        new HeadBlock("Bois", "P02", " "), new RecommendationBlock("1", [], [new("Horizon", ["1-3 ans"])]), new HeadingBlock(1, ["un"]), new HeadingBlock(2, ["\u0007"]), new HeadingBlock(3, ["deux"])));

    [Theory]
    [InlineData("")]
    [InlineData(" \u0007\ufeff ")]
    [InlineData("\ud800 \ufffe\r\n fin")]
    public void What_the_file_says_of_itself_is_said_alike_and_never_nothing(string words)
    {
        using var fiche = Rendered.Of(SampleFiche.Of(new ParagraphBlock(["x"])) with { Details = SampleFiche.Details() with { Title = words, Author = "auteur", Subject = new string('s', 20_000) } });

        Assert.Empty(new PdfRules(fiche.Pdf).Faults);
        Assert.Empty(new PdfConformance(fiche.Pdf).Faults);
    }

    [Fact]
    public void Names_of_files_stand_in_the_order_of_their_bytes() => Conforms(Rendered.With(SampleFiche.Whole,
        new Attachment("a\u00e9.csv", "text/csv", "Données", AttachmentRole.Data, "a"u8.ToArray()), new Attachment("b.csv", "text/csv", "Données", AttachmentRole.Data, "b"u8.ToArray()), new Attachment("b (2).csv", "text/csv", "Données", AttachmentRole.Data, "c"u8.ToArray())));

    /// <summary>Each row is a fault that a reader would not notice, put into a file that is whole.</summary>
    [Theory]
    [InlineData("/Lang(fr)", "/Lang<f> ", "a string of an odd number of digits")]
    [InlineData("<FEFF", "<FEFG", "something that is no token")]
    [InlineData("/StemV 80", "/StemV 8-", "a number that is none")]
    [InlineData("/Supplement 0", "/S 9999999999", "a number out of bounds")]
    [InlineData("/UF(preuves.csv)", "/UF()           ", "file without name")]
    [InlineData("/Encoding/Identity-H", "/Encoding/Identity-V", "reads its codes in another way")]
    [InlineData("/MediaBox[0 0 595", "/MediaBox[9 0 595", "too small or too large")]
    [InlineData("/MediaBox[0 0 595", "/MediaBox[0 0 002", "too small or too large")]
    [InlineData("1 1 1 rg\n", "1 1 2 rg\n", "no colour on page")]
    [InlineData("/URI(https://example.org/guide)", "/URI(https://example.org/guid\u00e9)", "not ASCII")]
    [InlineData("/Contents(E-12)", "/Contents( \n  )", "link whose words say nothing")]
    [InlineData("internal", "interior", "not described whole")]
    [InlineData("xmp:MetadataDate", "xmp:MetadataDaze", "metadata with MetadataDaze")]
    [InlineData("T09:30:00Z</xmp:MetadataDate", "T09h30:00Z</xmp:MetadataDate", "metadata with MetadataDate")]
    [InlineData("uuid:", "uuix:", "metadata with DocumentID")]
    public void The_checks_see_what_is_broken_within_streams(string right, string wrong, string fault)
    {
        using var rendered = Rendered.With(SampleFiche.Whole, new Attachment("preuves.csv", "text/csv", "Les preuves", AttachmentRole.Data, "code\n"u8.ToArray()));
        var broken = PdfParts.Replace(rendered.Bytes, right, wrong);
        var faults = PdfTokens.Faults(broken);
        if (!faults.Exists(found => found.Contains(fault, StringComparison.Ordinal)))
        {
            using var pdf = UglyToad.PdfPig.PdfDocument.Open(broken);
            faults = [.. new PdfRules(pdf).Faults, .. new PdfConformance(pdf).Faults];
        }

        Assert.Contains(faults, found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void The_check_of_tokens_sees_a_string_that_is_too_long()
    {
        using var memory = new MemoryStream();
        var file = new PdfFile(memory);
        file.Finish(file.Write("<" + new string('0', 65_536) + ">"), file.Write("(" + new string('a', 32_768) + ")"), Guid.Empty);

        Assert.Equal("a string that is too long in object 3", Assert.Single(PdfTokens.Faults(memory.ToArray())));
    }

    [Fact]
    public void The_check_of_tokens_sees_an_entry_that_leads_elsewhere()
    {
        using var rendered = Rendered.Of(new ParagraphBlock(["texte"]));
        var first = PdfParts.Of(rendered.Bytes).First(part => part.Holds("/Type/ObjStm")).Text;
        var held = first[..first.IndexOf(' ', StringComparison.Ordinal)];

        Assert.Contains($"entry {held} leads to no object of that number", PdfTokens.Faults(PdfParts.Replace(rendered.Bytes, held + " 0 ", new string('9', held.Length) + " 0 ")));
        var moved = System.Text.Encoding.Latin1.GetString(rendered.Bytes).Replace("\n%\u00e2", "\n%\u00e2\u00e2", StringComparison.Ordinal);
        Assert.NotEmpty(PdfTokens.Faults(System.Text.Encoding.Latin1.GetBytes(moved)));
    }

    [Theory]
    [InlineData("/Subtype/text#2Fcsv", "/Subtype/text#20csv", "media type")]
    [InlineData("/BitsPerComponent 8", "/BitsPerComponent 4", "image in other colours")]
    public void The_checks_see_what_is_broken_in_the_dictionary_of_a_stream(string right, string wrong, string fault)
    {
        using var rendered = Rendered.With(SampleFiche.Of(new FigureBlock("Un pont", null) { Picture = new Picture(SamplePictures.Jpeg) }), new Attachment("preuves.csv", "text/csv", "Les preuves", AttachmentRole.Data, "code\n"u8.ToArray()));
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(System.Text.Encoding.Latin1.GetBytes(System.Text.Encoding.Latin1.GetString(rendered.Bytes).Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Contains([.. new PdfRules(pdf).Faults, .. new PdfConformance(pdf).Faults], found => found.Contains(fault, StringComparison.Ordinal));
    }

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
