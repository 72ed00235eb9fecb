using System.Collections.Immutable;
using System.Text;

namespace FluxUs.Consult.Foundation.Documents;

/// <summary>The words of a document without marks, for counting, for searching names, for bookmarks.</summary>
public static class PlainText
{
    public static string Of(ImmutableArray<Inline> inlines)
    {
        var text = new StringBuilder();
        Add(text, inlines);
        return text.ToString();
    }

    /// <summary>Whether nothing of it can be seen: no word, no sign, only spaces and marks that steer the setting.</summary>
    public static bool IsBlank(ImmutableArray<Inline> inlines) => IsBlank(Of(inlines));

    /// <inheritdoc cref="IsBlank(ImmutableArray{Inline})"/>
    public static bool IsBlank(string text) =>
        text.All(letter => char.IsWhiteSpace(letter) || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Control);

    /// <summary>All that a reader can read in the document, one line a block, titles and alternatives included.</summary>
    public static string Of(FicheDocument document) => Of(document.Blocks);

    public static string Of(ImmutableArray<Block> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks) Add(text, block);
        return text.ToString();
    }

    private static void Add(StringBuilder text, ImmutableArray<Inline> inlines)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case TextRun run: text.Append(run.Text); break;
                case Emphasis part: Add(text, part.Inlines); break;
                case Strong part: Add(text, part.Inlines); break;
                case Soft part: Add(text, part.Inlines); break;
                case Link part: Add(text, part.Inlines); break;
                case LanguageSpan part: Add(text, part.Inlines); break;
                case CodeReference reference: text.Append(reference.Code); break;
                case ConfidenceMark mark: text.Append(mark.Word); break;
                case LineBreak: text.Append('\n'); break;
            }
        }
    }

    private static void Add(StringBuilder text, Block block)
    {
        switch (block)
        {
            case BandBlock band:
                Line(text, band.Logo?.Alternative ?? "");
                Line(text, band.Name);
                break;
            case HeadBlock head:
                Line(text, string.Join(' ', [head.Flow, head.Code, head.StateWords, head.Edition, head.Date, head.Language]));
                Line(text, head.Title);
                break;
            case MessagesBlock messages:
                Line(text, messages.Sentence);
                foreach (var message in messages.Messages) Line(text, message.Inlines);
                break;
            case HeadingBlock heading: Line(text, heading.Inlines); break;
            case ParagraphBlock paragraph: Line(text, paragraph.Inlines); break;
            case ListBlock list:
                foreach (var inner in list.Entries.SelectMany(entry => entry.Blocks)) Add(text, inner);
                break;
            case TableBlock table: Add(text, table); break;
            case FigureBlock figure:
                Line(text, figure.Alternative);
                foreach (var caption in figure.Drawing?.Shapes.OfType<Caption>() ?? []) Line(text, caption.Text);
                Line(text, figure.Caption);
                if (figure.Twin is { } twin) Add(text, twin);
                break;
            case CalloutBlock callout:
                Line(text, callout.Title);
                foreach (var inner in callout.Blocks) Add(text, inner);
                break;
            case QuotationBlock quotation:
                foreach (var inner in quotation.Blocks) Add(text, inner);
                Line(text, quotation.SourceLine);
                break;
            case EvidenceBlock evidence: Add(text, evidence.Entries); break;
            case GridBlock grid: Add(text, grid.Pairs); break;
            case RecommendationBlock recommendation:
                Line(text, recommendation.Number + " " + Of(recommendation.Statement));
                Add(text, recommendation.Facts);
                foreach (var mark in recommendation.Marks) Line(text, mark.Inlines);
                Line(text, recommendation.EvidenceTitle);
                Add(text, recommendation.Evidence);
                break;
        }
        if (!block.Basis.IsEmpty) Line(text, string.Join(' ', block.Basis));
    }

    private static void Add(StringBuilder text, TableBlock table)
    {
        Line(text, table.Caption);
        Line(text, string.Join('\t', table.Columns.Select(column => Of(column.Head.Inlines))));
        foreach (var row in table.Rows) Line(text, string.Join('\t', row.Cells.Select(cell => Of(cell.Inlines))));
    }

    private static void Add(StringBuilder text, ImmutableArray<EvidenceEntry> entries)
    {
        foreach (var entry in entries) Line(text, $"{entry.Codes()} {Of(entry.Label)} {Of(entry.Inlines)}");
    }

    private static void Add(StringBuilder text, ImmutableArray<GridPair> pairs)
    {
        foreach (var pair in pairs) Line(text, $"{pair.Label} {Of(pair.Inlines)}");
    }

    private static void Line(StringBuilder text, ImmutableArray<Inline> inlines) => Line(text, Of(inlines));

    private static void Line(StringBuilder text, string line)
    {
        if (line.Length > 0) text.Append(line).Append('\n');
    }
}
