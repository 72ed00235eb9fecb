using System.Collections.Immutable;

namespace FluxUs.Consult.Foundation.Documents;

public enum ColumnAlignment { Start, Centre, End }

public sealed record TableColumn(Phrase Head, ColumnAlignment Alignment = ColumnAlignment.Start);

public sealed record TableRow(ImmutableArray<Phrase> Cells);

/// <summary>
/// A table with one row of heads. Each row has a cell for each column. With <see cref="RowHeads"/> the first cell of a
/// row is the head of that row.
/// </summary>
public sealed record TableBlock(ImmutableArray<TableColumn> Columns, ImmutableArray<TableRow> Rows) : Block
{
    public ImmutableArray<TableRow> Rows { get; } = Rows.All(row => row.Cells.Length == Columns.Length)
        ? Rows
        : throw new ArgumentException("Each row needs one cell for each column.", nameof(Rows));

    public ImmutableArray<Inline> Caption { get; init; } = [];

    public bool RowHeads { get; init; }
}
