using System.Collections.Immutable;
using CsCheck;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Html;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents;

public sealed class MarkdownReaderTests
{
    [Fact]
    public void Prose_becomes_blocks()
    {
        var reading = MarkdownReader.Read("# Titre\n\nUn *mot* et **deux** mots.\n\n- un\n- deux\n\n3. trois\n\n> dit\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n");

        Assert.Null(reading.Refusal);
        Assert.Collection(reading.Blocks,
            block => Assert.Equal(3, Assert.IsType<HeadingBlock>(block).Level),
            block => Assert.Contains(Assert.IsType<ParagraphBlock>(block).Inlines, inline => inline is Strong),
            block => Assert.False(Assert.IsType<ListBlock>(block).Ordered),
            block => Assert.Equal(3, Assert.IsType<ListBlock>(block).Start),
            block => Assert.IsType<QuotationBlock>(block),
            block => Assert.Equal(ColumnAlignment.End, Assert.IsType<TableBlock>(block).Columns[1].Alignment));
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](data:text/html,<b>x)")]
    [InlineData("[x](http://example.org)")]
    [InlineData("[x](//example.org)")]
    [InlineData("[x](  jAvAscript:alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![x](https://example.org/spy.png)")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("mot {onclick=alert(1)}")]
    [InlineData("# Titre {#id .class onclick=alert(1)}")]
    public void Nothing_active_gets_through(string markdown)
    {
        var html = SafeHtml.Of(MarkdownReader.Read(markdown));

        Assert.DoesNotContain("<a", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" on", html.Replace("{onclick", "", StringComparison.Ordinal).Replace("class onclick", "", StringComparison.Ordinal).Replace("x onerror", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Https_and_mailto_links_stay() =>
        Assert.Equal(
            "<p><a href=\"https://example.org/a?b=1&amp;c=2\">ici</a> ou <a href=\"mailto:a@example.org\">là</a></p>",
            SafeHtml.Of(MarkdownReader.Read("[ici](https://example.org/a?b=1&c=2) ou [là](mailto:a@example.org)")));

    [Fact]
    public void A_token_becomes_what_the_caller_says()
    {
        var reading = MarkdownReader.Read(
            "Vu ([@finding:K-07], [@source:D-07]) et [@number:wood-2020] ; [@quote:Q-99] et [@quote:Q-99].",
            token => token.Kind == FactKind.Quote ? null : ImmutableArray.Create<Inline>(new CodeReference(token.Key)));

        Assert.Equal(["K-07", "D-07", "wood-2020", "Q-99"], reading.Tokens.Select(token => token.Key));
        Assert.Equal(new FactToken(FactKind.Quote, "Q-99"), Assert.Single(reading.Unknown));
        Assert.Equal("Vu (K-07, D-07) et wood-2020 ; [@quote:Q-99] et [@quote:Q-99].\n", PlainText.Of(reading.Blocks));
    }

    [Theory]
    [InlineData("[@finding:]")]
    [InlineData("[@autre:K-07]")]
    [InlineData("[@finding:K 07]")]
    [InlineData("[@finding:<b>]")]
    [InlineData("[@")]
    public void What_only_looks_like_a_token_stays_text(string markdown)
    {
        var reading = MarkdownReader.Read(markdown);

        Assert.Empty(reading.Tokens);
        Assert.Equal(markdown + "\n", PlainText.Of(reading.Blocks));
    }

    [Fact]
    public void A_text_over_the_limit_is_refused_at_the_line_that_passes_it()
    {
        var line = new string('x', 1023);
        var fits = string.Join('\n', Enumerable.Repeat(line, 20));

        Assert.Null(MarkdownReader.Read(fits).Refusal);
        Assert.Equal(new MarkdownRefusal(MarkdownFault.TooLong, 21), MarkdownReader.Read(fits + "\n" + line).Refusal);
    }

    [Theory]
    [InlineData(">")]
    [InlineData("- ")]
    [InlineData("> - ")]
    [InlineData("1. ")]
    public void A_text_nested_too_deep_is_refused_at_its_line(string marker)
    {
        var deep = string.Concat(Enumerable.Repeat(marker, 40)) + "x";

        Assert.Equal(new MarkdownRefusal(MarkdownFault.TooDeep, 3), MarkdownReader.Read("a\n\n" + deep).Refusal);
    }

    [Fact]
    public void Lists_that_nest_line_by_line_are_counted_too()
    {
        var lines = Enumerable.Range(0, 40).Select(level => new string(' ', level * 2) + "- x");

        Assert.Equal(new MarkdownRefusal(MarkdownFault.TooDeep, 33), MarkdownReader.Read(string.Join('\n', lines)).Refusal);
        Assert.Null(MarkdownReader.Read(string.Join('\n', lines.Take(32))).Refusal);
    }

    [Fact]
    public void Brackets_nested_too_deep_are_refused_at_their_line() =>
        Assert.Equal(new MarkdownRefusal(MarkdownFault.TooDeep, 4), MarkdownReader.Read("a\n\nb\n" + new string('[', 15_000) + "\n\nc").Refusal);

    [Fact]
    public void A_long_flat_list_is_not_deep() =>
        Assert.Null(MarkdownReader.Read(string.Concat(Enumerable.Repeat("- x\n", 500))).Refusal);

    [Fact]
    public void Every_word_comes_back_in_its_order()
    {
        var word = Gen.Char['a', 'z'].Array[1, 8].Select(letters => new string(letters));
        var marked = Gen.Select(word, OneOf("{0}", "*{0}*", "**{0}**", "`{0}`", "[{0}](https://example.org)"), (text, mark) => (text, Marked: mark.Replace("{0}", text, StringComparison.Ordinal)));
        var line = marked.Array[1, 12];
        var prefix = OneOf("", "# ", "- ", "1. ", "> ", "## ", "> - ");
        Gen.Select(prefix, line).Array[1, 20].Sample(parts =>
        {
            var markdown = string.Join("\n\n", parts.Select(part => part.Item1 + string.Join(' ', part.Item2.Select(item => item.Marked))));
            var words = parts.SelectMany(part => part.Item2.Select(item => item.text));

            var reading = MarkdownReader.Read(markdown);

            Assert.Equal(words, PlainText.Of(reading.Blocks).Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));
        }, iter: 200);
    }

    private static Gen<string> OneOf(params string[] choices) => Gen.Int[0, choices.Length - 1].Select(index => choices[index]);
}
