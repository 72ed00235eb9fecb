using System.Collections.Immutable;

namespace FluxUs.Consult.Foundation.Documents.Charts;

/// <summary>A score on one criterion, and what it is compared with; null where nobody has scored.</summary>
public sealed record CriterionScore(string Criterion, double? Value, double? Reference);

/// <summary>
/// The scores of one candidate over the criteria: a bar each, a line across it at what it is compared with, such as the
/// median of the retained.
/// </summary>
public sealed record CriteriaProfile(ImmutableArray<CriterionScore> Scores) : Chart
{
    /// <summary>Who is scored, such as a code.</summary>
    public required string SubjectWord { get; init; }

    /// <summary>What the line across stands for.</summary>
    public required string ReferenceWord { get; init; }

    public required string CriterionWord { get; init; }

    /// <summary>Stands where there is no score.</summary>
    public required string MissingWord { get; init; }

    /// <summary>The highest score of the scale, which begins at 0.</summary>
    public int Maximum { get; init; } = 4;

    private const double BarHeight = 10;
    private const double ValueWidth = 30;

    private protected override void Draw(ChartSheet sheet)
    {
        var labels = Math.Min(Scores.Select(score => ChartText.Width(score.Criterion, ChartSheet.Size)).DefaultIfEmpty(0).Max(), sheet.Width * 0.42);
        var left = labels + 10;
        var unit = (sheet.Width - left - ValueWidth) / Math.Max(Maximum, 1);
        var top = sheet.Legend(8,
        [
            ((x, y) => sheet.Bar(x, y - (BarHeight / 2), 13, BarHeight, Tint.Brand), SubjectWord),
            ((x, y) => sheet.Stroke(x + 6, y - 8, x + 6, y + 8, Tint.Ink, 2.5), ReferenceWord),
        ]) + 6;
        var rows = Scores.Select(score => ChartText.Lines(score.Criterion, ChartSheet.Size, labels, 2)).ToList();
        var height = rows.Sum(RowHeight);
        for (var step = 0; step <= Maximum; step++)
        {
            sheet.Stroke(left + (unit * step), top, left + (unit * step), top + height, Tint.Line);
            sheet.Text(left + (unit * step), top + height + 14, Say(step), Tint.Soft, ColumnAlignment.Centre);
        }
        var y = top;
        for (var at = 0; at < rows.Count; at++)
        {
            Draw(sheet, Scores[at], rows[at], left, y + (RowHeight(rows[at]) / 2), unit);
            y += RowHeight(rows[at]);
        }
    }

    private void Draw(ChartSheet sheet, CriterionScore score, List<string> name, double left, double middle, double unit)
    {
        for (var line = 0; line < name.Count; line++)
            sheet.Text(left - 10, middle + 4 + ((line - ((name.Count - 1) / 2.0)) * ChartSheet.Leading), name[line], Tint.Ink, ColumnAlignment.End);
        if (score.Value is { } value)
        {
            sheet.Bar(left, middle - (BarHeight / 2), Math.Max(unit * value, 1.5), BarHeight, Tint.Brand);
            sheet.Text(sheet.Width, middle + 4, Say(value), Tint.Ink, ColumnAlignment.End, strong: true);
        }
        else sheet.Text(left + 4, middle + 4, MissingWord, Tint.Soft);
        if (score.Reference is { } reference) sheet.Stroke(left + (unit * reference), middle - 9, left + (unit * reference), middle + 9, Tint.Ink, 2.5);
    }

    private static double RowHeight(List<string> name) => name.Count > 1 ? 32 : 22;

    private protected override IEnumerable<string> Words() =>
        Scores.Select(score => $"{score.Criterion}, {SubjectWord} {Said(score.Value)}, {ReferenceWord} {Said(score.Reference)}");

    private protected override TableBlock Numbers() => new(
        [new(CriterionWord), new(SubjectWord, ColumnAlignment.End), new(ReferenceWord, ColumnAlignment.End)],
        [.. Scores.Select(score => new TableRow([score.Criterion, Said(score.Value), Said(score.Reference)]))]);

    private string Said(double? value) => value is { } known ? Say(known) : MissingWord;
}
