using CsCheck;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Pdf.Fonts;
using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

public sealed class LineBreakerTests
{
    private static readonly TextStyle Style = new(TypefaceLibrary.Family("Source Serif 4"), 10, "#000000");
    private static readonly StructureNode Node = StructureNode.Document();

    private static List<Piece> Pieces(params string[] runs) =>
        [.. runs.SelectMany(run => run == "\n" ? [new BreakPiece(Node)] : Shaper.Shape(run, Style.Typeface, "fr").Select(shaped => (Piece)new TextPiece(shaped, Style, Node)))];

    private static string TextOf(Line line) => string.Concat(line.Segments.Select(segment =>
    {
        var text = (TextPiece)segment.Piece;
        return string.Concat(text.Shaped.Glyphs[segment.First..segment.End].Select(glyph => text.Shaped.Text.Substring(glyph.Start, glyph.Length)));
    }));

    private static List<string> Break(double width, params string[] runs) => [.. LineBreaker.Break(Pieces(runs), width).Select(TextOf)];

    [Fact]
    public void Lines_end_after_spaces_and_keep_them() => Assert.Equal(["un deux ", "trois"], Break(45, "un deux trois"));

    [Fact]
    public void Lines_end_between_runs_where_a_space_is() => Assert.Equal(["un deux ", "trois"], Break(45, "un ", "deux ", "trois"));

    [Fact]
    public void No_line_ends_at_a_space_that_does_not_break() => Assert.Equal(["un ", "deux\u202f: x"], Break(40, "un deux\u202f: x"));

    [Fact]
    public void Lines_end_after_a_hyphen_between_letters() => Assert.Equal(["dix-", "huit"], Break(22, "dix-huit"));

    [Fact]
    public void No_line_ends_within_a_range_of_figures() => Assert.False(BreakPoints.Between('-', '3'));

    [Fact]
    public void An_end_of_line_that_was_asked_for_is_made() => Assert.Equal(["un", "", "deux"], Break(500, "un", "\n", "\n", "deux"));

    [Fact]
    public void A_word_longer_than_a_line_is_cut() => Assert.All(Break(30, new string('m', 50)), line => Assert.InRange(line.Length, 1, 3));

    [Fact]
    public void The_width_of_a_line_is_without_its_last_space()
    {
        var lines = LineBreaker.Break(Pieces("un deux"), 20);

        Assert.Equal(LineBreaker.WidthOf(Pieces("un")), lines[0].Width, 3);
    }

    private static List<string> Parted(string text, double width, string language = "fr", bool hyphenated = true)
    {
        var type = new Typography(PageStyle.A4);
        var pieces = new RunningText(type, new PlaceNames("", new HashSet<string>())).Of(text, Style with { Hyphenated = hyphenated }, Node, language);
        return [.. LineBreaker.Break(pieces, width).Select(line => TextOf(line).Replace('\u00ad', '-'))];
    }

    [Fact]
    public void A_word_is_parted_where_a_line_would_end_far_from_the_margin() =>
        Assert.Equal(["de l’accompagne-", "ment de la filière"], Parted("de l’accompagnement de la filière", 82));

    [Fact]
    public void A_parted_word_reads_as_one_again()
    {
        var lines = LineBreaker.Break(new RunningText(new(PageStyle.A4), new PlaceNames("", new HashSet<string>())).Of("de l’accompagnement de la filière", Style with { Hyphenated = true }, Node, "fr"), 82);

        Assert.Equal("accompagne\u00ad", ((TextPiece)lines[0].Segments[^1].Piece).Shaped.Text);
        Assert.Equal(("accompagnement", ""), (lines[0].Segments[^1].Read, lines[1].Segments[0].Read));
    }

    [Theory]
    [InlineData("voir E-1234567890123456 ici")]
    [InlineData("voir www.exemple.be/accompagnement ici")]
    [InlineData("voir Charbonnages ici")]
    public void Codes_addresses_and_names_are_not_parted(string text) => Assert.DoesNotContain(Parted(text, 60), line => line.EndsWith('-') && !line.EndsWith("E-", StringComparison.Ordinal));

    [Fact]
    public void The_last_word_is_not_parted() => Assert.Equal(["il faut un ", "accompagnement."], Parted("il faut un accompagnement.", 90));

    [Fact]
    public void Text_that_is_not_hyphenated_parts_only_what_is_longer_than_a_line()
    {
        Assert.Equal(["il faut un ", "accompagnement ", "de la filière"], Parted("il faut un accompagnement de la filière", 90, hyphenated: false));
        Assert.Equal(["accompa-", "gnement"], Parted("accompagnement", 50, hyphenated: false));
    }

    [Fact]
    public void What_a_figure_counts_is_not_parted() => Assert.Equal(["il en reste ", "2\u00a0personnes, enfin"], Parted("il en reste 2\u00a0personnes, enfin", 96));

    [Fact]
    public void Two_letters_do_not_stand_alone_before_a_hyphen() =>
        Assert.DoesNotContain(Enumerable.Range(40, 120).SelectMany(width => Parted("beaucoup d’emplois, tant d’emplois publics", width)), line => line.EndsWith("em-", StringComparison.Ordinal) || line.EndsWith("pu-", StringComparison.Ordinal));

    [Fact]
    public void A_line_ends_after_a_slash_before_a_word_and_not_before_a_unit()
    {
        Assert.Equal(["statut/", "normes"], Break(40, "statut/normes"));
        Assert.Equal(["un ", "t/an"], Break(22, "un t/an"));
    }

    [Fact]
    public void The_longest_word_is_measured_whole() =>
        Assert.Equal(LineBreaker.WidthOf(Pieces("20\u00a0000\u00a0t/an")), LineBreaker.LongestWordOf(Pieces("environ ", "20\u00a0000\u00a0t/an", "\n", "ici")), 3);

    [Fact]
    public void No_more_than_two_lines_in_a_row_end_in_a_hyphen()
    {
        var lines = Parted(string.Concat(Enumerable.Repeat("extraordinairement ", 40)), 50);

        for (var at = 2; at < lines.Count; at++) Assert.True(!lines[at].EndsWith('-') || !lines[at - 1].EndsWith('-') || !lines[at - 2].EndsWith('-') || !lines[at].Contains(' '));
    }

    [Fact]
    public void A_hyphen_that_was_written_goes_before_those_of_the_language() =>
        Assert.Equal(["de l’accom-", "pagnement de la "], Parted("de l’accom\u00adpagnement de la filière", 82)[..2]);

    [Fact]
    public void Nothing_is_lost_and_no_line_is_too_wide() =>
        Gen.Select(Gen.Char["abc mé-, \u202fœ"].Array[0, 200].Select(letters => new string(letters)), Gen.Int[1, 200]).Sample((text, width) =>
        {
            var lines = LineBreaker.Break(Pieces(text), width);

            Assert.Equal(text, string.Concat(lines.Select(TextOf)));
            Assert.All(lines, line => Assert.True(line.Width <= width + 0.02 || TextOf(line).Trim().Length <= 1));
        }, iter: 300);
}
