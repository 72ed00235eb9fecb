using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

/// <summary>What must not be parted by the end of a page, wherever that end falls.</summary>
public sealed class KeepingTests
{
    private const string Words = "Un texte assez long pour prendre deux lignes au moins sur la page, quelle que soit la largeur de la colonne où il se trouve, et même un peu plus.";

    private static readonly Block Figure = new FigureBlock("Un avis", new Drawing(400, 90, [new Bar(0, 0, 400, 90, Tint.Brand)])) { Anchor = "figure", Caption = ["Avis"] };

    public static TheoryData<int> Lines => [.. Enumerable.Range(28, 20)];

    [Theory, MemberData(nameof(Lines))]
    public void A_figure_stays_with_its_heading_and_the_text_between(int lines)
    {
        var report = After(lines, Heading, new ParagraphBlock([Words]), new ParagraphBlock(["Contesté."], ParagraphRole.Small), Figure);

        Assert.Equal(report.PageOfAnchor["heading"], report.PageOfAnchor["figure"]);
    }

    [Theory, MemberData(nameof(Lines))]
    public void A_list_begins_with_two_entries_under_its_heading(int lines)
    {
        var entries = Enumerable.Range(0, 12).Select(at => new ListEntry([new ParagraphBlock([Words]) { Anchor = $"entry-{at}" }]));

        var report = After(lines, Heading, new ListBlock(false, [.. entries]));

        Assert.Equal(report.PageOfAnchor["heading"], report.PageOfAnchor["entry-1"]);
    }

    [Theory, MemberData(nameof(Lines))]
    public void A_short_section_is_not_parted(int lines)
    {
        var report = After(lines, Heading, new ListBlock(false, [new([new ParagraphBlock(["Un."])]), new([new ParagraphBlock(["Deux."])])]), new ParagraphBlock([Words], ParagraphRole.Small) { Anchor = "last" });

        Assert.Equal(report.PageOfAnchor["heading"], report.PageOfAnchor["last"]);
    }

    [Theory, MemberData(nameof(Lines))]
    public void A_short_subsection_is_not_parted_from_what_stands_under_it(int lines)
    {
        var report = After(lines, [Heading, .. Filler(6), new HeadingBlock(3, ["Un plan"]) { Anchor = "subsection" }, new ParagraphBlock([Words]), new GridBlock([new("Qui", ["la Région"])]) { Anchor = "facts" }, .. Filler(6)]);

        Assert.Equal(report.PageOfAnchor["subsection"], report.PageOfAnchor["facts"]);
    }

    [Theory, MemberData(nameof(Lines))]
    public void Neither_the_first_nor_the_last_row_of_a_table_stands_alone(int lines)
    {
        using var rendered = Rendered.Of([.. Before(lines), Heading, new TableBlock([new("Étape")], [.. Enumerable.Range(1, 9).Select(at => new TableRow([$"Rang {at}"]))])]);

        var pages = Enumerable.Range(1, 9).Select(at => rendered.Pdf.GetPages().First(page => page.Text.Contains($"Rang {at}", StringComparison.Ordinal)).Number).ToList();
        Assert.Equal(pages[0], pages[1]);
        Assert.Equal(pages[^2], pages[^1]);
    }

    [Theory, MemberData(nameof(Lines))]
    public void A_section_that_asks_for_a_share_of_a_page_begins_with_it(int lines)
    {
        var report = After(lines, Heading with { LeastShare = 0.35 }, new ParagraphBlock([Words]));

        Assert.True(report.PageOfAnchor["heading"] == 2 || report.RoomAtAnchor["heading"] >= PageStyle.A4.TextHeight * 0.35);
    }

    [Fact]
    public void A_long_section_fills_its_pages()
    {
        var report = After(15, [Heading, .. Enumerable.Range(0, 30).Select(at => new ParagraphBlock([Words]) { Anchor = $"p-{at}" })]);

        Assert.Equal((1, 2), (report.PageOfAnchor["p-0"], report.PageOfAnchor["p-29"]));
    }

    private static HeadingBlock Heading => new(2, ["Divergences"]) { Anchor = "heading" };

    private static PdfReport After(int lines, params Block[] blocks)
    {
        using var rendered = Rendered.Of([.. Before(lines), .. blocks]);
        return rendered.Report;
    }

    private static IEnumerable<Block> Before(int lines) => [new HeadingBlock(1, ["Fiche"]), .. Filler(lines)];

    private static IEnumerable<Block> Filler(int lines) => Enumerable.Repeat<Block>(new ParagraphBlock(["Une ligne."]), lines);
}
