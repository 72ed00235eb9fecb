using Bunit;
using FluxUs.Consult.Foundation.Ui.Marks;

namespace FluxUs.Consult.Tests.Foundation.Ui;

public sealed class MarkTests
{
    [Theory]
    [InlineData(NodeKind.Voice, "circle")]
    [InlineData(NodeKind.Print, "rect")]
    [InlineData(NodeKind.Excerpt, "path")]
    [InlineData(NodeKind.Claim, "path")]
    [InlineData(NodeKind.Measure, "path")]
    [InlineData(NodeKind.Fiche, "path")]
    public void Each_kind_of_evidence_has_a_shape_of_its_own_that_says_nothing_aloud(NodeKind kind, string shape)
    {
        using var ui = new UiContext();

        var mark = ui.Render<NodeMark>(parameters => parameters.Add(node => node.Kind, kind)).Find("svg");

        Assert.Equal("true", mark.GetAttribute("aria-hidden"));
        Assert.Contains($"node-{kind.ToString().ToLowerInvariant()}", mark.ClassList);
        Assert.NotNull(mark.QuerySelector(shape));
    }

    [Fact]
    public void A_chain_counts_links_to_what_it_counts_and_says_what_is_wrong()
    {
        using var ui = new UiContext();

        var chain = ui.Render<Chain>(parameters => parameters.Add(thread => thread.Links,
        [
            new ChainLink(NodeKind.Voice, 1236, "entretiens", "/studies/wood/interviews", "32 personnes"),
            new ChainLink(NodeKind.Claim, 52, "constats", null, "7 sur une seule voix", Heed: true),
        ]));

        Assert.Equal("1\u202F236", chain.Find("a[href='/studies/wood/interviews'] b").TextContent);
        Assert.Equal("7 sur une seule voix", chain.Find(".note.heed").TextContent);
        Assert.Empty(chain.FindAll("li:last-child a"));
    }

    [Fact]
    public void A_thread_stands_in_order_with_a_shape_a_code_and_a_note()
    {
        using var ui = new UiContext();

        var thread = ui.Render<FluxUs.Consult.Foundation.Ui.Marks.Thread>(parameters => parameters
            .Add(line => line.Label, "Sur quoi repose cette phrase")
            .AddChildContent<ThreadStep>(step => step
                .Add(one => one.Kind, NodeKind.Voice).Add(one => one.Title, "E-12 · opérateur").Add(one => one.Note, "citation en attente").AddChildContent("« Non. »"))
            .AddChildContent<ThreadStep>(step => step.Add(one => one.Kind, NodeKind.Claim).Add(one => one.Title, "K-07")));

        Assert.Equal("Sur quoi repose cette phrase", thread.Find("ol.thread").GetAttribute("aria-label"));
        Assert.Equal(["E-12 · opérateur", "K-07"], thread.FindAll("li > .kind").Select(kind => kind.TextContent));
        Assert.Equal("citation en attente", thread.Find("li:first-child .soft").TextContent);
    }

    [Theory]
    [InlineData(0, 0, "à évaluer")]
    [InlineData(1, 1, "très basse")]
    [InlineData(4, 4, "haute")]
    public void Confidence_is_bars_and_a_word(int level, int filled, string word)
    {
        using var ui = new UiContext();

        var bars = ui.Render<ConfidenceBars>(parameters => parameters.Add(confidence => confidence.Level, level));

        Assert.Equal(4, bars.FindAll("i b").Count);
        Assert.Equal(filled, bars.FindAll("i b.on").Count);
        Assert.Equal($"Confiance : {word}", string.Join(' ', bars.Find(".sure").TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal("Confiance :", bars.Find(".sure .visually-hidden").TextContent.Trim());
    }

    [Fact]
    public void Under_a_heading_that_says_so_confidence_is_not_said_again()
    {
        using var ui = new UiContext();

        Assert.Equal("haute", ui.Render<ConfidenceBars>(parameters => parameters.Add(confidence => confidence.Level, 4).Add(confidence => confidence.Headed, true)).Find(".sure").TextContent.Trim());
    }

    [Fact]
    public void Findings_by_confidence_are_said_in_words_in_the_number_they_need()
    {
        using var french = new UiContext();
        var stack = french.Render<Stack>(parameters => parameters.Add(part => part.High, 2).Add(part => part.Low, 1).Add(part => part.VeryLow, 0));
        Assert.Equal("2 hautes, 1 basse", stack.Find(".soft").TextContent);
        Assert.Equal(["c4 n-2", "c2 n-1"], stack.FindAll(".stack i").Select(bar => bar.ClassName));
        Assert.Empty(french.Render<Stack>().Markup.Trim());
    }

    [Fact]
    public void More_findings_than_steps_are_drawn_in_proportion_and_none_disappears()
    {
        using var ui = new UiContext();

        var stack = ui.Render<Stack>(parameters => parameters.Add(part => part.High, 47).Add(part => part.VeryLow, 1));

        Assert.Equal(["c4 n-12", "c1 n-1"], stack.FindAll(".stack i").Select(bar => bar.ClassName));
        Assert.Equal("47 hautes, 1 très basse", stack.Find(".soft").TextContent);
    }

    [Theory]
    [InlineData(TagKind.Lever, "+", "lever")]
    [InlineData(TagKind.Barrier, "−", "barrier")]
    [InlineData(TagKind.Need, "", "need")]
    public void A_tag_carries_its_sign(TagKind kind, string sign, string css)
    {
        using var ui = new UiContext();

        var tag = ui.Render<TagMark>(parameters => parameters.Add(mark => mark.Name, "assurance").Add(mark => mark.Kind, kind)).Find("span.tag");

        Assert.Equal(sign, tag.GetAttribute("data-sign"));
        Assert.Contains(css, tag.ClassList);
    }

    [Fact]
    public void A_source_is_coloured_by_its_kind_and_links_only_where_it_may_be_opened()
    {
        using var ui = new UiContext();

        var interview = ui.Render<SourceCode>(parameters => parameters.Add(code => code.Code, "E-12").Add(code => code.Address, "/interviews/E-12"));
        var document = ui.Render<SourceCode>(parameters => parameters.Add(code => code.Code, "D-07"));

        Assert.Equal("/interviews/E-12", interview.Find("a.src.voice").GetAttribute("href"));
        Assert.Equal("D-07", document.Find("span.src.print").TextContent);
    }

    [Fact]
    public void A_state_is_a_word_in_a_pill()
    {
        using var ui = new UiContext();

        var pill = ui.Render<StatePill>(parameters => parameters.Add(state => state.Text, "en relecture").Add(state => state.Tone, StateTone.Review));

        pill.MarkupMatches("<span class=\"state state-review\">en relecture</span>");
    }

    [Fact]
    public void A_value_chain_shows_levers_above_and_obstacles_below_with_their_numbers()
    {
        using var ui = new UiContext();

        var stages = ui.Render<StageBars>(parameters => parameters.Add(bars => bars.Stages, [new StageBar("Dépose", 1, 4), new StageBar("Pose", 0, 24)]));

        Assert.Equal(["Dépose", "Pose"], stages.FindAll("th[scope=col]").Select(stage => stage.TextContent));
        Assert.Equal(["+1", "0"], stages.FindAll(".up span").Select(number => number.TextContent));
        Assert.Equal(["−4", "−24"], stages.FindAll(".down span").Select(number => number.TextContent));
        Assert.Equal(["k-1 n-2", "k-2 n-12"], stages.FindAll(".down td").Select(cell => cell.ClassName));
    }

    [Fact]
    public void A_gap_speaks_only_where_someone_is_awaited()
    {
        using var ui = new UiContext();

        var table = ui.Render<CoverageTable>(parameters => parameters
            .Add(cover => cover.Label, "Qui a parlé de quoi")
            .Add(cover => cover.Columns, [new CoverageColumn("Opérateurs", 2), new CoverageColumn("Assureur", 0), new CoverageColumn("Littérature", 4)])
            .Add(cover => cover.Rows, [new CoverageRow("Assurance", [new CoverageCell(3, Address: "/e"), new CoverageCell(0, Awaited: true), new CoverageCell(0)])]));

        Assert.Equal(["3", "à entendre", "·"], table.FindAll("tbody td").Select(cell => cell.TextContent));
        Assert.Equal("/e", table.Find("td.hi a").GetAttribute("href"));
        Assert.Single(table.FindAll("td.none"));
    }
}
