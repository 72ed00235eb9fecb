using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FluxUs.Consult.Foundation.Documents.Docx;

/// <summary>Makes tables: real ones with a head that is repeated, and the grid of facts.</summary>
internal sealed class DocxTables(DocxInlines inlines, PageStyle style, string language)
{
    private const int GridColumns = 4;

    // A shorter table stays on one page.
    private const int FewRows = 14;

    /// <summary>As wide as its words ask, at most as wide as the text.</summary>
    public W.Table Of(TableBlock table)
    {
        var element = Frame(DocxColumns.Of(table, style), ruled: true, alternative: PlainText.Of(table.Caption), rowHeads: table.RowHeads);
        var few = table.Rows.Length <= FewRows;
        var head = new W.TableRow(new W.TableRowProperties(new W.CantSplit(), new W.TableHeader()));
        foreach (var column in table.Columns) head.Append(Cell(Text(DocxStyles.Cell, column.Head.Inlines, column.Alignment, true, kept: true)));
        element.Append(head);
        foreach (var row in table.Rows)
        {
            var line = new W.TableRow(new W.TableRowProperties(new W.CantSplit()));
            for (var at = 0; at < row.Cells.Length; at++)
                line.Append(Cell(Text(DocxStyles.Cell, row.Cells[at].Inlines, table.Columns[at].Alignment, table.RowHeads && at == 0, kept: few && row != table.Rows[^1])));
            element.Append(line);
        }
        return element;
    }

    /// <summary>Labels above their values, four beside each other.</summary>
    public W.Table Of(ImmutableArray<GridPair> pairs)
    {
        var element = Frame([.. Enumerable.Repeat(FicheDocx.Twips(style.TextWidth) / GridColumns, GridColumns)], ruled: false, alternative: "");
        foreach (var row in pairs.Chunk(GridColumns))
        {
            var line = new W.TableRow(new W.TableRowProperties(new W.CantSplit()));
            for (var at = 0; at < GridColumns; at++)
            {
                line.Append(at < row.Length
                    ? Cell(Text(DocxStyles.Label, [row[at].Label], ColumnAlignment.Start, false), Text(DocxStyles.Value, row[at].Inlines, ColumnAlignment.Start, false))
                    : Cell(Text(DocxStyles.Label, [], ColumnAlignment.Start, false)));
            }
            element.Append(line);
        }
        return element;
    }

    private W.Table Frame(int[] widths, bool ruled, string alternative, bool rowHeads = false)
    {
        var properties = new W.TableProperties(
            new W.TableStyle { Val = "TableGrid" }, new W.TableWidth { Width = widths.Sum().ToString(CultureInfo.InvariantCulture), Type = W.TableWidthUnitValues.Dxa });
        if (ruled) properties.Append(Borders());
        properties.Append(new W.TableLayout { Type = W.TableLayoutValues.Fixed });
        properties.Append(new W.TableLook { Val = rowHeads ? "04A0" : "0420", FirstRow = ruled, FirstColumn = rowHeads, NoVerticalBand = true });
        if (alternative.Length > 0) properties.Append(new W.TableCaption { Val = PrintableText.Of(alternative, language) });
        var grid = new W.TableGrid();
        foreach (var width in widths) grid.Append(new W.GridColumn { Width = width.ToString(CultureInfo.InvariantCulture) });
        return new W.Table(properties, grid);
    }

    private W.TableBorders Borders()
    {
        var ink = style.Colours.Ink[1..];
        return new W.TableBorders(
            new W.TopBorder { Val = W.BorderValues.Single, Size = 8, Color = ink },
            new W.BottomBorder { Val = W.BorderValues.Single, Size = 4, Color = ink },
            new W.InsideHorizontalBorder { Val = W.BorderValues.Single, Size = 4, Color = style.Colours.Line[1..] });
    }

    private W.Paragraph Text(string name, ImmutableArray<Inline> words, ColumnAlignment alignment, bool strong, bool kept = false)
    {
        var properties = new W.ParagraphProperties(new W.ParagraphStyleId { Val = name });
        if (kept) properties.Append(new W.KeepNext());
        if (alignment != ColumnAlignment.Start)
            properties.Append(new W.Justification { Val = alignment == ColumnAlignment.End ? W.JustificationValues.Right : W.JustificationValues.Center });
        var paragraph = new W.Paragraph(properties);
        inlines.Write(paragraph, words, language, strong: strong);
        return paragraph;
    }

    private static W.TableCell Cell(params OpenXmlElement[] paragraphs) => new(paragraphs);
}
