using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Pages;

/// <summary>
/// Sets tables: columns as wide as their words ask for, a head that is repeated on each page, rows that are not cut
/// unless one is longer than a page.
/// </summary>
internal sealed class TableComposer(Typography type, RunningText text, double pageHeight)
{
    private const double Gap = 8;
    private const double Padding = 3;
    private const double NarrowestColumn = 8;

    // Widths are taken from the first rows, so that the first page of a long table need not wait for the last row.
    private const int MeasuredRows = 200;

    public IEnumerable<Slab> Compose(TableBlock table, Frame frame)
    {
        if (table.Columns.IsEmpty) yield break;
        var node = new StructureNode("Table", frame.Node);
        if (!table.Caption.IsEmpty)
        {
            var caption = new StructureNode("Caption", node);
            foreach (var slab in frame.Text(text.Of(table.Caption, type.Small, caption, frame.Language, table.Basis), type.Small, 8).KeptNext()) yield return slab;
        }
        var widths = Widths(table, frame);
        var head = Head(table, frame, node, widths);
        yield return head;
        for (var at = 0; at < table.Rows.Length; at++)
        {
            // Neither the first nor the last row stands alone on a page.
            var stays = table.Rows.Length > 1 && (at == 0 || at == table.Rows.Length - 2);
            foreach (var slab in Row(table, table.Rows[at], frame, node, widths, head))
            {
                slab.KeepNext = stays;
                yield return slab;
            }
        }
    }

    private double[] Widths(TableBlock table, Frame frame)
    {
        var count = table.Columns.Length;
        var widest = new double[count];
        var longest = new double[count];
        var aside = StructureNode.Document();
        void Measure(int column, Phrase phrase, TextStyle style)
        {
            var pieces = text.Of(phrase.Inlines, style, aside, frame.Language);
            widest[column] = Math.Max(widest[column], LineBreaker.WidthOf(pieces));
            longest[column] = Math.Max(longest[column], LineBreaker.LongestWordOf(pieces));
        }

        for (var column = 0; column < count; column++)
        {
            Measure(column, table.Columns[column].Head, type.CellHead);
            foreach (var row in table.Rows.Take(MeasuredRows)) Measure(column, row.Cells[column], type.Cell);
        }
        return Share(widest, longest, Math.Max(frame.Width - (Gap * (count - 1)), count * NarrowestColumn));
    }

    /// <summary>
    /// Shares a width among columns: all they ask for and the rest in proportion; or their longest words and what
    /// remains in proportion; or, where even those do not fit, in proportion to them.
    /// </summary>
    internal static double[] Share(double[] widest, double[] longest, double width)
    {
        var wish = widest.Sum();
        var need = longest.Sum();
        if (wish <= width) return [.. widest.Select(own => own + ((width - wish) * (wish > 0 ? own / wish : 1.0 / widest.Length)))];
        if (need <= width) return [.. widest.Select((own, at) => longest[at] + ((width - need) * (own - longest[at]) / Math.Max(wish - need, 0.001)))];
        return [.. longest.Select(own => Math.Max(NarrowestColumn, own * width / need))];
    }

    private Slab Head(TableBlock table, Frame frame, StructureNode node, double[] widths)
    {
        var row = new StructureNode("TR", node);
        var cells = table.Columns.Select((column, at) => LineBreaker.Break(text.Of(column.Head.Inlines, type.CellHead, new StructureNode("TH", row) { Attributes = Scope("Column") }, frame.Language), widths[at])).ToList();
        var height = Math.Min(cells.Max(lines => lines.Count) * type.CellHead.LineHeight, pageHeight / 3);
        var head = frame.Strip(height + (2 * Padding), table.Caption.IsEmpty ? 8 : 3);
        AddCells(head, cells, 0, (int)Math.Floor((height + 0.01) / type.CellHead.LineHeight), type.CellHead, table, frame, widths);
        head.Marks.Add(new BoxMark(frame.X, head.Height - 1, frame.Width, 1, type.Colours.Ink));
        head.KeepNext = true;
        return head;
    }

    private IEnumerable<Slab> Row(TableBlock table, TableRow row, Frame frame, StructureNode node, double[] widths, Slab head)
    {
        var element = new StructureNode("TR", node);
        var cells = new List<List<Line>>(row.Cells.Length);
        for (var at = 0; at < row.Cells.Length; at++)
        {
            var isHead = table.RowHeads && at == 0;
            var cell = new StructureNode(isHead ? "TH" : "TD", element) { Attributes = isHead ? Scope("Row") : null };
            cells.Add(LineBreaker.Break(text.Of(row.Cells[at].Inlines, type.Cell, cell, frame.Language), widths[at]));
        }
        var count = Math.Max(1, cells.Max(lines => lines.Count));
        var possible = Math.Max(1, (int)((pageHeight - head.Height - (2 * Padding)) / type.Cell.LineHeight));
        for (var first = 0; first < count; first += possible)
        {
            var taken = Math.Min(possible, count - first);
            var slab = frame.Strip((taken * type.Cell.LineHeight) + (2 * Padding));
            slab.RepeatedHead = head;
            AddCells(slab, cells, first, taken, type.Cell, table, frame, widths);
            slab.Marks.Add(new BoxMark(frame.X, slab.Height - 0.5, frame.Width, 0.5, type.Colours.Line));
            yield return slab;
        }
    }

    private static void AddCells(Slab slab, List<List<Line>> cells, int first, int count, TextStyle style, TableBlock table, Frame frame, double[] widths)
    {
        var x = frame.X;
        for (var column = 0; column < cells.Count; column++)
        {
            for (var at = first; at < Math.Min(first + count, cells[column].Count); at++)
            {
                var line = cells[column][at];
                var shift = table.Columns[column].Alignment switch
                {
                    ColumnAlignment.End => widths[column] - line.Width,
                    ColumnAlignment.Centre => (widths[column] - line.Width) / 2,
                    _ => 0,
                };
                slab.Marks.Add(new LineMark(line, x + Math.Max(0, shift), Padding + ((at - first) * style.LineHeight) + style.Baseline));
            }
            x += widths[column] + Gap;
        }
    }

    private static string Scope(string of) => $"<</O/Table/Scope/{of}>>";
}
