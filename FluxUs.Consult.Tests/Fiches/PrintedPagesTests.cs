using FluxUs.Consult.Fiches.Checks;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Editor;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Pdf;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Fiches;

public class PrintedPagesTests
{
    [Fact]
    public async Task A_first_page_with_room_says_how_many_lines_are_left()
    {
        await using var test = await TestStudy.Create();
        var judged = await Judged(await FicheStudy.In(test));

        Assert.True(PrintedPages.LinesLeft(judged) > 0);
        Assert.Equal(0, PrintedPages.LinesOver(judged));
        Assert.Empty(PrintedPages.BeyondFirstPage(judged));
    }

    [Fact]
    public async Task A_first_page_that_goes_over_says_by_how_many_lines_and_what_stands_beyond_it()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await study.Write(SectionKeys.OneSentence, Words(750));
        var over = await Judged(study);
        await study.Write(SectionKeys.OneSentence, Words(950));
        var further = await Judged(study);

        Assert.Null(PrintedPages.LinesLeft(over));
        Assert.InRange(PrintedPages.LinesOver(over), 1, 60);
        Assert.True(PrintedPages.LinesOver(further) > PrintedPages.LinesOver(over));
        Assert.Contains(SectionKeys.Recommendations, PrintedPages.BeyondFirstPage(further));
        Assert.DoesNotContain(SectionKeys.Method, PrintedPages.BeyondFirstPage(further));
    }

    [Fact]
    public async Task A_first_page_whose_last_text_ends_beyond_it_goes_over()
    {
        await using var test = await TestStudy.Create();
        var judged = await Judged(await FicheStudy.In(test));
        var ending = new ParagraphBlock([Words(2000)]) { Anchor = FicheComposition.FirstPageEnd };
        var drawn = new PdfEngine().Draw(Paper.Named(judged.Fiche.Document with { Blocks = [ending] }), judged.Fiche.Style);
        var over = judged with { Drawn = drawn };

        Assert.Equal(1, drawn.Report.PageOfAnchor[FicheComposition.FirstPageEnd]);
        Assert.Null(PrintedPages.LinesLeft(over));
        Assert.InRange(PrintedPages.LinesOver(over), 1, 30);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("# ")]
    public async Task A_message_without_words_is_not_printed(string text)
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var messages = Messages(await Judged(study)).Messages.Length;
        var added = await test.Get<ArrangeMessages>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, MessageAct.Add, null, ["K-02"], text), TestStudy.Cancellation);

        Assert.True(added.IsDone);
        Assert.Equal(messages, Messages(await Judged(study)).Messages.Length);
    }

    [Fact]
    public async Task Every_part_of_a_page_is_of_the_section_that_is_printed_there()
    {
        await using var test = await TestStudy.Create();
        var judged = await Judged(await FicheStudy.In(test));

        var pages = PrintedPages.Of(judged);

        Assert.Equal(judged.Pages, pages.Count);
        Assert.Equal([SectionKeys.OneSentence, SectionKeys.KeyMessages, SectionKeys.Recommendations], pages[0].Parts.Take(3).Select(part => part.Section));
        Assert.Contains("réemployés", Text(pages, SectionKeys.OneSentence), StringComparison.Ordinal);
        Assert.Contains("Message numéro un", Text(pages, SectionKeys.KeyMessages), StringComparison.Ordinal);
        Assert.Contains("boucle fuit", Text(pages, SectionKeys.FlowToday), StringComparison.Ordinal);
        Assert.DoesNotContain("boucle fuit", Text(pages, SectionKeys.Implementation), StringComparison.Ordinal);
        Assert.Equal(SectionKeys.FlowToday, PrintedPages.Nearest(judged, pages, SectionKeys.FlowToday));
    }

    private static string Text(IReadOnlyList<PrintedPage> pages, string section) =>
        string.Concat(pages.SelectMany(page => page.Parts).Where(part => part.Section == section).SelectMany(part => part.Strips).Select(strip => System.Net.WebUtility.HtmlDecode(strip.Svg(_ => null))));

    private static string Words(int count) => string.Join(' ', Enumerable.Repeat("mot", count));

    private static MessagesBlock Messages(CheckedFiche judged) => judged.Fiche.Document.Blocks.OfType<MessagesBlock>().Single();

    private static async Task<CheckedFiche> Judged(FicheStudy study) => (await study.Test.Get<CheckFiche>().Run(study.Editor, "P01", "fr", TestStudy.Cancellation)).Value!;
}
