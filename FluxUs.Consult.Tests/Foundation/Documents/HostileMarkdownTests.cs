using CsCheck;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Html;
using FluxUs.Consult.Tests.Support;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents;

/// <summary>No text within the limits may keep the reader busy for longer than a second of processor time.</summary>
public sealed class HostileMarkdownTests
{
    // What is not bounded needs twenty seconds and more.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private static readonly string[] Scraps =
    [
        "[a](", "[", "![", "[[a](b)", "]", "*", "**", "*a ", "*a _b ", "_", "*a**b", "`", "``a` ", "<", "<a ", "<!--", "&", "&amp", "\\", "~~~\n", "```\n",
        "[a]: b\n", "[a]:\n", "[a][b]", "|", "|a", "a|b\n-|-\n", "|-", "- \n", "-\n\n", "1.\n", "> a\n", ">\n", "\t", " ", "\n", "# a\n", "a\n=\n",
        "https://", "www.a", "a@b.", "mailto:", "<https://a", "[@finding:", "[@quote:Q", "![a](b", "[a](<b", "[a](\"", "***a**", "_a__b", "é", "\ud83d\ude00", "\ud800",
        "- a\n  - b\n", "* * * *\n", "<a@b", "a\r", "\0", "**a*", "*[", "[*", "![[", "`[", "a|", "|\n", "|a|b|\n", "|-|-|\n",
    ];

    public static TheoryData<string> Repeated => [.. Scraps];

    [Theory]
    [MemberData(nameof(Repeated))]
    public void A_repeated_scrap_is_read_in_time(string scrap) => ReadInTime(Fill(scrap, MarkdownReader.MaxBytes));

    [Theory]
    [InlineData("|a", 25, "\n", "|-")]
    [InlineData("a|", 25, "\n", "-|")]
    public void A_table_of_many_cells_is_read_in_time(string cell, int columns, string end, string rule)
    {
        var row = Fill(cell, cell.Length * columns) + end;
        ReadInTime(row + Fill(rule, rule.Length * columns) + "\n" + Fill(row, MarkdownReader.MaxBytes - 200));
    }

    [Fact]
    public void Any_mixture_of_scraps_is_read_in_time() =>
        Gen.Select(Gen.Int[0, Scraps.Length - 1].Select(index => Scraps[index]).Array[1, 5], Gen.Int[1, 60])
            .Sample((scraps, times) => ReadInTime(Fill(Fill(string.Concat(scraps), times * 7), MarkdownReader.MaxBytes)), iter: 30, threads: 1);

    private static string Fill(string scrap, int length)
    {
        var repeated = string.Concat(Enumerable.Repeat(scrap, (length / scrap.Length) + 1));
        while (System.Text.Encoding.UTF8.GetByteCount(repeated) > length) repeated = repeated[..(repeated.Length * 9 / 10)];
        return repeated;
    }

    /// <summary>The first attempt may have to be compiled first; three may not.</summary>
    private static void ReadInTime(string markdown)
    {
        var fastest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3 && fastest >= Limit; attempt++)
        {
            var taken = ThreadClock.Measure(() => SafeHtml.Of(MarkdownReader.Read(markdown)));
            fastest = taken < fastest ? taken : fastest;
        }

        Assert.True(fastest < Limit, $"{fastest.TotalMilliseconds:0} ms: {markdown[..Math.Min(30, markdown.Length)]}");
    }
}
