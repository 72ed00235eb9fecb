using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace FluxUs.Consult.Foundation.Documents.Prose;

/// <summary>The Markdown we understand: CommonMark without HTML, pipe tables, bare addresses, and tokens for facts.</summary>
internal static class MarkdownSyntax
{
    private static readonly MarkdownPipeline Pipeline = MakePipeline();

    /// <summary>Null where brackets or marks are nested deeper than the parser follows (128).</summary>
    public static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The first line, from 1, with which a text that cannot be parsed becomes too deep.</summary>
    public static int DeepLine(string text)
    {
        var lines = text.Split('\n');
        var (fits, fails) = (0, lines.Length);
        while (fails - fits > 1)
        {
            var middle = (fits + fails) / 2;
            if (Parse(string.Join('\n', lines.AsSpan(0, middle)!)) is null) fails = middle;
            else fits = middle;
        }
        return fails;
    }

    private static MarkdownPipeline MakePipeline()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks();
        builder.InlineParsers.InsertBefore<LinkInlineParser>(new FactTokenParser());
        return builder.Build();
    }
}

/// <summary>A token in the text.</summary>
internal sealed class FactTokenInline(FactToken token) : LeafInline
{
    public FactToken Token { get; } = token;
}

/// <summary>Reads <c>[@kind:key]</c>; a key is 1 to 64 letters, digits, dots, dashes or underscores.</summary>
internal sealed class FactTokenParser : InlineParser
{
    private const int MaxKey = 64;

    public FactTokenParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var text = slice.AsSpan();
        if (text.Length < 4 || text[1] != '@') return false;
        var colon = text[..Math.Min(text.Length, 12)].IndexOf(':');
        if (colon < 0 || KindOf(text[2..colon]) is not { } kind) return false;
        var key = text[(colon + 1)..];
        var end = key[..Math.Min(key.Length, MaxKey + 1)].IndexOf(']');
        if (end < 1) return false;
        key = key[..end];
        foreach (var sign in key)
            if (!char.IsAsciiLetterOrDigit(sign) && sign is not ('-' or '_' or '.')) return false;

        processor.Inline = new FactTokenInline(new FactToken(kind, key.ToString()));
        slice.Start += colon + 1 + end + 1;
        return true;
    }

    private static FactKind? KindOf(ReadOnlySpan<char> word) => word switch
    {
        "finding" => FactKind.Finding,
        "quote" => FactKind.Quote,
        "number" => FactKind.Number,
        "source" => FactKind.Source,
        _ => null,
    };
}
