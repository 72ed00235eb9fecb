using System.Diagnostics;
using FluxUs.Consult.Foundation.Documents;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

/// <summary>Documents that no editor would write: each still becomes a file that can be read, in bounded time.</summary>
public sealed class HostileDocumentTests
{
    private static Rendered InTime(double seconds, params Block[] blocks)
    {
        var clock = Stopwatch.StartNew();
        var rendered = Rendered.Of(blocks);
        Assert.True(clock.Elapsed.TotalSeconds < seconds, $"{clock.Elapsed.TotalSeconds:0.0} s");
        return rendered;
    }

    [Fact]
    public void A_paragraph_of_two_megabytes()
    {
        var text = string.Concat(Enumerable.Repeat("Les lieux de stockage changent tous les dix-huit mois. ", 2_000_000 / 56));

        using var fiche = InTime(20, new ParagraphBlock([text]));

        Assert.InRange(fiche.Report.Pages, 300, 900);
    }

    [Fact]
    public void A_table_of_four_hundred_rows_repeats_its_head()
    {
        var rows = Enumerable.Range(1, 400).Select(number => new TableRow([$"{number}", $"Ligne {number} du tableau", "12,5"]));

        using var fiche = InTime(5, new TableBlock([new("No"), new("Libellé"), new("Part", ColumnAlignment.End)], [.. rows]));

        var structure = new PdfStructure(fiche.Pdf);
        Assert.Empty(structure.Faults);
        Assert.Equal(401, structure.Tags.Count(tag => tag == "TR"));
        Assert.All(fiche.Pdf.GetPages(), page => Assert.StartsWith("NoLibelléPart", page.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void A_word_of_ten_thousand_letters()
    {
        using var fiche = InTime(5, new ParagraphBlock([new string('W', 10_000)]), new TableBlock([new("a"), new("b")], [new([new string('M', 10_000), "x"])]));

        Assert.Equal(10_000, fiche.Letters.Count(letter => letter == 'W'));
        Assert.Equal(10_000, fiche.Letters.Count(letter => letter == 'M'));
        Assert.All(fiche.Pdf.GetPages().SelectMany(page => page.Letters), letter => Assert.True(letter.BoundingBox.Bottom > 0 && letter.BoundingBox.Right < PageStyle.A4.Width));
    }

    // Not in attributes, which cannot hold half of a surrogate pair.
    private static readonly string[] Signs =
    [
        "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
        "👩‍👩‍👧‍👦 👍🏽 🇧🇪",
        "e\u0301\u0302\u0303\u0304 a\u0308",
        "\ud800 \udc00 \ufffe \uffff \0 \u0007 \u2028 \ufeff \u00ad",
        "漢字かな交じり文",
        "\u202e\u2066 texte \u2069",
        "\uf0b7 puce \U000f0000",
    ];

    public static TheoryData<int> EachOfSigns => [.. Enumerable.Range(0, Signs.Length)];

    [Theory]
    [MemberData(nameof(EachOfSigns))]
    public void Signs_from_everywhere(int number)
    {
        var text = Signs[number];
        using var fiche = InTime(5, new ParagraphBlock([string.Concat(Enumerable.Repeat(text + " ", 100))]), new HeadingBlock(1, [text]));

        Assert.Empty(new PdfStructure(fiche.Pdf).Faults);
    }

    [Fact]
    public void Marks_without_width_that_pile_up()
    {
        using var fiche = InTime(5, new ParagraphBlock(["a" + new string('\u0336', 100_000)]), new HeadingBlock(2, [new string('h', 100_000)]));

        Assert.Empty(new PdfStructure(fiche.Pdf).Faults);
    }

    [Fact]
    public void A_language_that_is_none_is_left_out()
    {
        using var fiche = InTime(5, new ParagraphBlock([new LanguageSpan("<b>", ["mot"])]), new QuotationBlock([new ParagraphBlock(["mot"])], []) { Language = "fr be" });

        Assert.DoesNotContain("Span", new PdfStructure(fiche.Pdf).Tags);
    }

    [Fact]
    public void A_cell_longer_than_a_page_goes_on_over_pages()
    {
        var text = string.Concat(Enumerable.Repeat("mot ", 4_000));

        using var fiche = InTime(5, new TableBlock([new("a"), new("b")], [new([text, "x"]), new(["y", text])]));

        Assert.Equal(8_000, fiche.Letters.Split("mot").Length - 1);
        Assert.Empty(new PdfStructure(fiche.Pdf).Faults);
    }

    [Fact]
    public void Blocks_nested_two_hundred_deep()
    {
        Block block = new ParagraphBlock(["au fond"]);
        for (var depth = 0; depth < 200; depth++)
            block = depth % 2 == 0 ? new ListBlock(false, [new([block])]) : new QuotationBlock([block], ["source"]);

        using var fiche = InTime(5, block);

        Assert.Contains("aufond", fiche.Letters, StringComparison.Ordinal);
        Assert.Empty(new PdfStructure(fiche.Pdf).Faults);
    }

    [Fact]
    public void A_thousand_headings_that_all_keep_with_the_next()
    {
        using var fiche = InTime(5, [.. Enumerable.Range(0, 1_000).Select(number => new HeadingBlock(2, [$"Titre {number}"]))]);

        Assert.Null(fiche.FirstMissing(string.Join(' ', Enumerable.Range(0, 1_000).Select(number => $"Titre {number}"))));
    }

    [Fact]
    public void A_drawing_larger_than_a_page_is_made_smaller()
    {
        using var fiche = InTime(5, new FigureBlock("grand", new Drawing(9_000, 90_000, [new Caption(10, 89_000, "bas", 4_000, Tint.Ink)])));

        Assert.Equal(1, fiche.Report.Pages);
    }

    [Fact]
    public void A_document_with_empty_parts()
    {
        using var fiche = InTime(5, new HeadBlock("", "", ""), new MessagesBlock([], []), new HeadingBlock(2, []), new ParagraphBlock([]), new ListBlock(true, []), new ListBlock(true, [new([])]),
            new TableBlock([], []), new TableBlock([new("")], []), new FigureBlock("", null), new CalloutBlock(CalloutTone.Note, "", []), new QuotationBlock([], []), new EvidenceBlock([]), new GridBlock([]),
            new RecommendationBlock("", [], []), new ParagraphBlock([new Link("#rien", ["lien"]), new Link("https://", ["x"]), new LineBreak()]));

        Assert.Empty(new PdfStructure(fiche.Pdf).Faults);
    }

    [Fact]
    public void Text_from_right_to_left_runs_from_right_to_left_and_is_read_in_its_order()
    {
        const string Words = "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd";
        using var fiche = Rendered.Of(new ParagraphBlock([$"avant {Words} après"]));

        var letters = fiche.Pdf.GetPage(1).Letters.Where(letter => letter.Value.Length == 1 && letter.Value[0] is >= '\u05d0' and <= '\u05ea').ToList();
        Assert.Equal(Words.Replace(" ", "", StringComparison.Ordinal), string.Concat(letters.Select(letter => letter.Value)));
        Assert.Equal(letters.OrderByDescending(letter => letter.StartBaseLine.X), letters);
        var after = fiche.Pdf.GetPage(1).Letters.Last(letter => letter.Value == "è");
        Assert.True(after.StartBaseLine.X > letters[0].StartBaseLine.X);
        Assert.Empty(new PdfStructure(fiche.Pdf).Faults);
        Assert.Empty(new PdfConformance(fiche.Pdf).Faults);
    }

    [Fact]
    public void A_link_from_right_to_left_covers_its_words()
    {
        using var fiche = Rendered.Of(new ParagraphBlock([new Link("https://example.org", ["\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"])]));

        var link = fiche.Pdf.GetPage(1).GetAnnotations().Single();
        Assert.True(link.Rectangle.Width > 30);
        Assert.Empty(new PdfStructure(fiche.Pdf).Faults);
    }
}
