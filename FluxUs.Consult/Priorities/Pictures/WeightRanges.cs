using System.Collections.Immutable;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Charts;

namespace FluxUs.Consult.Priorities.Pictures;

/// <summary>Within what a weight can move alone without changing who is retained.</summary>
/// <param name="Weight">As it is, in percent of the sum.</param>
/// <param name="Lowest">The nearest value below at which the set changes; 0 when there is none.</param>
/// <param name="Highest">The nearest value above; 100 when there is none.</param>
/// <param name="All">Every value at which it changes.</param>
public sealed record WeightRange(string Criterion, double Weight, double Lowest, double Highest, ImmutableArray<double> All);

/// <summary>What matters: the weights by how little they need to move for the set to change, the most sensitive first.</summary>
public sealed record WeightRanges(ImmutableArray<WeightRange> Ranges) : Chart
{
    public required string CriterionWord { get; init; }
    public required string WeightWord { get; init; }
    public required string RangeWord { get; init; }
    public required string CrossingWord { get; init; }

    private const double Row = 24;
    private const double Top = 26;

    private protected override void Draw(ChartSheet sheet)
    {
        if (Ranges.Length == 0) return;
        var names = Math.Min(Ranges.Max(range => ChartText.Width(range.Criterion, ChartSheet.Size)), sheet.Width * 0.36);
        var left = names + 14;
        var most = Math.Min(100, Math.Ceiling((Ranges.Max(range => range.Weight) * 2) / 10) * 10);
        double At(double weight) => left + (Math.Min(weight, most) / most * (sheet.Width - left - 14));
        var bottom = Top + (Ranges.Length * Row);
        for (var weight = 0.0; weight <= most; weight += 10)
        {
            sheet.Stroke(At(weight), Top - 4, At(weight), bottom, Tint.Line);
            sheet.Text(At(weight), bottom + 15, Say(weight), Tint.Soft, ColumnAlignment.Centre);
        }

        for (var at = 0; at < Ranges.Length; at++)
        {
            var (range, middle) = (Ranges[at], Top + (at * Row) + (Row / 2));
            sheet.Text(0, middle + 4, ChartText.Lines(range.Criterion, ChartSheet.Size, names, 1)[0]);
            if (At(range.Highest) > At(range.Lowest)) sheet.Box(At(range.Lowest), middle - 5, At(range.Highest) - At(range.Lowest), 10, Fill.Pale);
            foreach (var crossing in range.All.Where(crossing => crossing <= most)) sheet.Stroke(At(crossing), middle - 8, At(crossing), middle + 8, Tint.Ink, 1.6);
            sheet.Dot(At(range.Weight), middle, 4.5, Tint.Brand);
        }

        sheet.Legend(bottom + 32,
        [
            ((x, y) => sheet.Dot(x + 6, y, 4.5, Tint.Brand), WeightWord),
            ((x, y) => sheet.Box(x, y - 5, 13, 10, Fill.Pale), RangeWord),
            ((x, y) => sheet.Stroke(x + 6, y - 8, x + 6, y + 8, Tint.Ink, 1.6), CrossingWord),
        ]);
    }

    private protected override IEnumerable<string> Words() => Ranges.Take(3).Select(range => $"{range.Criterion} {Say(range.Weight)}, {Say(Math.Round(range.Lowest, 1))}–{Say(Math.Round(range.Highest, 1))}");

    private protected override TableBlock Numbers() => new(
        [new(CriterionWord), new(WeightWord, ColumnAlignment.End), new(RangeWord, ColumnAlignment.End), new(CrossingWord, ColumnAlignment.End)],
        [.. Ranges.Select(range => new TableRow(
        [
            range.Criterion, Say(Math.Round(range.Weight, 1)), $"{Say(Math.Round(range.Lowest, 1))}–{Say(Math.Round(range.Highest, 1))}", string.Join(" · ", range.All.Select(crossing => Say(Math.Round(crossing, 1)))),
        ]))]);
}
