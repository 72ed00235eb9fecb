using System.Collections.Immutable;
using System.Globalization;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Charts;

namespace FluxUs.Consult.Priorities.Pictures;

/// <param name="Value">As it is written; empty when it is missing.</param>
/// <param name="Worth">From 0 (the worst step) to 1 (the best).</param>
/// <param name="Confidence">1 low to 3 high.</param>
public sealed record HeatCell(string Value, double Worth, int Confidence);

/// <summary>The grid as a picture: the fuller a cell the better its score, the number in it, and a question mark where it is not sure.</summary>
public sealed record ScoreHeatMap(ImmutableArray<string> Criteria, ImmutableArray<(string Code, string Name, ImmutableArray<HeatCell> Cells)> Rows) : Chart
{
    public required string CandidateWord { get; init; }
    public required string LowWord { get; init; }
    public required string BestWord { get; init; }
    public required string WorstWord { get; init; }
    public required string MissingWord { get; init; }

    private const double Row = 19;
    private const double Top = 20;

    private protected override void Draw(ChartSheet sheet)
    {
        if (Rows.Length == 0 || Criteria.Length == 0) return;
        const double codes = 34;
        var names = Math.Min(Rows.Max(row => ChartText.Width(row.Name, ChartSheet.Size)), sheet.Width * 0.34);
        var left = codes + names + 10;
        var wide = (sheet.Width - left) / Criteria.Length;
        for (var column = 0; column < Criteria.Length; column++)
            sheet.Text(left + (wide * (column + 0.5)), 12, ChartText.Lines(Criteria[column], ChartSheet.Size, wide - 2, 1)[0], Tint.Soft, ColumnAlignment.Centre);
        for (var at = 0; at < Rows.Length; at++)
        {
            var (code, name, cells) = Rows[at];
            var y = Top + (at * Row);
            sheet.Text(0, y + 13, code, Tint.Soft);
            sheet.Text(codes, y + 13, ChartText.Lines(name, ChartSheet.Size, names, 1)[0]);
            for (var column = 0; column < cells.Length; column++) Draw(sheet, cells[column], left + (wide * column), y, wide);
        }

        sheet.Legend(Top + (Rows.Length * Row) + 18,
        [
            ((x, y) => sheet.Box(x, y - 6, 13, 12, Fill.Open, Tint.Brand), WorstWord),
            ((x, y) => sheet.Box(x, y - 6, 13, 12, Fill.Full, Tint.Brand), BestWord),
            ((x, y) => sheet.Text(x + 4, y + 4, "?"), LowWord),
        ]);
    }

    private static void Draw(ChartSheet sheet, HeatCell cell, double x, double y, double wide)
    {
        if (cell.Value.Length == 0)
        {
            sheet.Text(x + (wide / 2), y + 13, "–", Tint.Soft, ColumnAlignment.Centre);
            return;
        }

        var fill = cell.Worth switch { >= 0.9 => Fill.Full, >= 0.6 => Fill.Mid, >= 0.2 => Fill.Pale, _ => Fill.Open };
        sheet.Box(x + 1, y + 1, wide - 2, Row - 2, fill, Tint.Brand);
        sheet.Text(x + (wide / 2), y + 13.5, cell.Confidence == 1 ? cell.Value + " ?" : cell.Value, fill == Fill.Full ? Tint.Sheet : Tint.Ink, ColumnAlignment.Centre, strong: cell.Confidence == 3);
    }

    private protected override IEnumerable<string> Words() =>
        [string.Create(CultureInfo.InvariantCulture, $"{Rows.Length} × {Criteria.Length}"), $"{LowWord} {Say(Rows.Sum(row => row.Cells.Count(cell => cell.Confidence == 1)))}", $"{MissingWord} {Say(Rows.Sum(row => row.Cells.Count(cell => cell.Value.Length == 0)))}"];

    private protected override TableBlock Numbers() => new(
        [new(CandidateWord), .. Criteria.Select(criterion => new TableColumn(criterion, ColumnAlignment.End))],
        [.. Rows.Select(row => new TableRow([$"{row.Code} {row.Name}", .. row.Cells.Select(cell => (Phrase)(cell.Value.Length == 0 ? "–" : cell.Confidence == 1 ? cell.Value + " ?" : cell.Value))]))]);
}
