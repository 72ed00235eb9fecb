namespace FluxUs.Consult.Foundation.Documents.Html;

/// <summary>Writes a table; a wide one scrolls within its own frame.</summary>
internal sealed class TableHtml(HtmlWriter html, InlineHtml inlines)
{
    public void Write(TableBlock table)
    {
        html.Open("div", ("class", "table-responsive"), ("tabindex", "0")).Open("table", ("class", "table table-sm"), ("id", table.Anchor));
        if (!table.Caption.IsEmpty)
        {
            html.Open("caption");
            inlines.Write(table.Caption);
            inlines.WriteBasis(table.Basis);
            html.Close();
        }
        html.Open("thead").Open("tr");
        foreach (var column in table.Columns) Cell("th", "col", column.Head, column.Alignment);
        html.Close().Close().Open("tbody");
        foreach (var row in table.Rows)
        {
            html.Open("tr");
            for (var at = 0; at < row.Cells.Length; at++)
            {
                var head = table.RowHeads && at == 0;
                Cell(head ? "th" : "td", head ? "row" : null, row.Cells[at], table.Columns[at].Alignment);
            }
            html.Close();
        }
        html.Close().Close().Close();
    }

    private void Cell(string element, string? scope, Phrase phrase, ColumnAlignment alignment)
    {
        var style = alignment switch { ColumnAlignment.Centre => "text-center", ColumnAlignment.End => "text-end", _ => null };
        html.Open(element, ("scope", scope), ("class", style));
        inlines.Write(phrase.Inlines);
        html.Close();
    }
}
