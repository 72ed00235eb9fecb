using FluxUs.Consult.Foundation.Documents.Charts;

namespace FluxUs.Consult.Foundation.Documents.Docx;

/// <summary>How wide the columns of a table are, in twips: what their words ask; where that is more than the page has, the widest give way.</summary>
internal static class DocxColumns
{
    // Beside the words of a cell, and between a table and a typeface that is wider than ours; in points.
    private const double Padding = 12, Allowance = 1.06;

    public static int[] Of(TableBlock table, PageStyle style)
    {
        var columns = Enumerable.Range(0, table.Columns.Length).Select(at =>
        {
            var cells = table.Rows.Select(row => (Words: PlainText.Of(row.Cells[at].Inlines), Strong: table.RowHeads && at == 0)).Prepend((Words: PlainText.Of(table.Columns[at].Head.Inlines), Strong: true)).ToList();
            return (Whole: cells.Max(cell => Width(cell.Words, cell.Strong)), Word: cells.SelectMany(cell => cell.Words.Split([' ', '\n']).Select(word => Width(word, cell.Strong))).Max());
        }).ToList();
        var (asked, least) = (columns.Sum(column => column.Whole), columns.Sum(column => column.Word));
        // What each has beyond its longest word is shared out; where not even the words fit, all give way alike.
        var share = asked <= style.TextWidth ? 1 : Math.Max(0, (style.TextWidth - least) / Math.Max(1, asked - least));
        var shrunk = least > style.TextWidth ? style.TextWidth / least : 1;
        return [.. columns.Select(column => FicheDocx.Twips(shrunk * (column.Word + (share * (column.Whole - column.Word)))))];

        double Width(string words, bool strong) => (ChartText.Width(words, style.SmallSize, strong) * Allowance) + Padding;
    }
}
