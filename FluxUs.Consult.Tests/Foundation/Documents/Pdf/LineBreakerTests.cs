using CsCheck;
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

    [Fact]
    public void Nothing_is_lost_and_no_line_is_too_wide() =>
        Gen.Select(Gen.Char["abc mé-, \u202fœ"].Array[0, 200].Select(letters => new string(letters)), Gen.Int[1, 200]).Sample((text, width) =>
        {
            var lines = LineBreaker.Break(Pieces(text), width);

            Assert.Equal(text, string.Concat(lines.Select(TextOf)));
            Assert.All(lines, line => Assert.True(line.Width <= width + 0.02 || TextOf(line).Trim().Length <= 1));
        }, iter: 300);
}
