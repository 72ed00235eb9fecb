using System.Collections.Immutable;
using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace FluxUs.Consult.Foundation.Documents.Prose;

/// <summary>Turns what the Markdown parser saw into blocks. One conversion reads one text.</summary>
internal sealed class MarkdownConversion(TokenLookup lookup, int topLevel)
{
    private readonly InlineConversion inlines = new(lookup);

    public IEnumerable<FactToken> Tokens => inlines.Tokens;

    public IEnumerable<FactToken> Unknown => inlines.Unknown;

    public ImmutableArray<Block> Convert(ContainerBlock container)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (var block in container)
            if (Convert(block) is { } converted) blocks.Add(converted);
        return blocks.ToImmutable();
    }

    private Block? Convert(Markdig.Syntax.Block block) => block switch
    {
        Markdig.Syntax.HeadingBlock heading => Heading(Level(heading.Level), inlines.Convert(heading.Inline)),
        Markdig.Syntax.ParagraphBlock paragraph => Paragraph(inlines.Convert(paragraph.Inline)),
        QuoteBlock quote => new QuotationBlock(Convert((ContainerBlock)quote), []),
        Markdig.Syntax.ListBlock list => Convert(list),
        Table table => Convert(table),
        CodeBlock code => Paragraph(Lines(code)),
        ContainerBlock other => new CalloutBlock(CalloutTone.Note, "", Convert(other)),
        _ => null,
    };

    private int Level(int level) => Math.Clamp(topLevel + level - 1, 1, 3);

    // A heading without a word would be a level that nobody sees, and a jump to the next.
    private static HeadingBlock? Heading(int level, ImmutableArray<Inline> words) => PlainText.IsBlank(words) ? null : new HeadingBlock(level, words);

    private static ParagraphBlock? Paragraph(ImmutableArray<Inline> words) => words.IsEmpty ? null : new ParagraphBlock(words);

    private ListBlock Convert(Markdig.Syntax.ListBlock list)
    {
        var start = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        return new(list.IsOrdered, [.. list.OfType<ContainerBlock>().Select(entry => new ListEntry(Convert(entry)))], start);
    }

    private TableBlock Convert(Table table)
    {
        var rows = table.OfType<Markdig.Extensions.Tables.TableRow>().Select(row => Cells(row)).ToList();
        var width = rows.Max(row => row.Count);
        var columns = rows[0].Concat(Blank(width - rows[0].Count)).Select((head, index) => new TableColumn(head, Alignment(table, index)));
        var body = rows.Skip(1).Select(row => new TableRow([.. row, .. Blank(width - row.Count)]));
        return new TableBlock([.. columns], [.. body]);
    }

    private List<Phrase> Cells(Markdig.Extensions.Tables.TableRow row) =>
        [.. row.OfType<TableCell>().Select(cell => new Phrase([.. cell.OfType<LeafBlock>().SelectMany(leaf => inlines.Convert(leaf.Inline))]))];

    private static IEnumerable<Phrase> Blank(int count) => Enumerable.Repeat(new Phrase([]), count);

    private static ColumnAlignment Alignment(Table table, int column) =>
        (column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment : null) switch
        {
            TableColumnAlign.Center => ColumnAlignment.Centre,
            TableColumnAlign.Right => ColumnAlignment.End,
            _ => ColumnAlignment.Start,
        };

    private static ImmutableArray<Inline> Lines(CodeBlock code)
    {
        var words = ImmutableArray.CreateBuilder<Inline>();
        for (var at = 0; at < code.Lines.Count; at++)
        {
            if (at > 0) words.Add(new LineBreak());
            words.Add(new TextRun(code.Lines.Lines[at].Slice.ToString()));
        }
        return words.ToImmutable();
    }
}
