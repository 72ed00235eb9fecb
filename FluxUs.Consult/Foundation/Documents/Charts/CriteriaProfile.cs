using System.Collections.Immutable;

namespace FluxUs.Consult.Foundation.Documents.Charts;

/// <summary>
/// A score on one criterion, and what it is compared with, on the scale of that criterion; null where nobody has scored.
/// </summary>
public sealed record CriterionScore(string Criterion, double? Value, double? Reference)
{
    /// <summary>The worst score of the scale, where its bar begins; the higher number where a scale runs down.</summary>
    public double Worst { get; init; }

    /// <summary>The best score of the scale, where a full bar ends.</summary>
    public double Best { get; init; } = 4;

    internal double Part(double value) => Best == Worst ? 0 : Math.Clamp((value - Worst) / (Best - Worst), 0, 1);
}

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

    /// <summary>Heads the column of scales, where criteria have different ones.</summary>
    public string ScaleWord { get; init; } = "";

    private const double BarHeight = 10;
    private const double ValueWidth = 30;
    private const double MostSteps = 10;

    /// <summary>Whether one axis serves all criteria; else each says its own scale after its name.</summary>
    private bool HasOneScale => Scores.Select(score => (score.Worst, score.Best)).Distinct().Count() <= 1;

    private protected override void Draw(ChartSheet sheet)
    {
        var names = Scores.Select(score => HasOneScale ? score.Criterion : $"{score.Criterion} ({Scale(score)})").ToList();
        var labels = Math.Min(names.Select(name => ChartText.Width(name, ChartSheet.Size)).DefaultIfEmpty(0).Max(), sheet.Width * 0.42);
        var left = labels + 10;
        var wide = sheet.Width - left - ValueWidth;
        var top = sheet.Legend(8,
        [
            ((x, y) => sheet.Bar(x, y - (BarHeight / 2), 13, BarHeight, Tint.Brand), SubjectWord),
            ((x, y) => sheet.Stroke(x + 6, y - 8, x + 6, y + 8, Tint.Ink, 2.5), ReferenceWord),
        ]) + 6;
        var rows = names.ConvertAll(name => ChartText.Lines(name, ChartSheet.Size, labels, 2));
        var height = rows.Sum(RowHeight);
        DrawAxis(sheet, left, wide, top, height);
        var y = top;
        for (var at = 0; at < rows.Count; at++)
        {
            Draw(sheet, Scores[at], rows[at], left, y + (RowHeight(rows[at]) / 2), wide);
            y += RowHeight(rows[at]);
        }
    }

    /// <summary>The steps of the scale, with their numbers where one scale serves all.</summary>
    private void DrawAxis(ChartSheet sheet, double left, double wide, double top, double height)
    {
        var (worst, best) = Scores.IsEmpty || !HasOneScale ? (0, 1) : (Scores[0].Worst, Scores[0].Best);
        var steps = Math.Abs(best - worst) is var span and >= 1 and <= MostSteps && span == Math.Floor(span) ? (int)span : 1;
        for (var step = 0; step <= steps; step++)
        {
            var x = left + (wide * step / steps);
            sheet.Stroke(x, top, x, top + height, Tint.Line);
            if (HasOneScale) sheet.Text(x, top + height + 14, Say(worst + ((best - worst) * step / steps)), Tint.Soft, ColumnAlignment.Centre);
        }
    }

    private void Draw(ChartSheet sheet, CriterionScore score, List<string> name, double left, double middle, double wide)
    {
        for (var line = 0; line < name.Count; line++)
            sheet.Text(left - 10, middle + 4 + ((line - ((name.Count - 1) / 2.0)) * ChartSheet.Leading), name[line], Tint.Ink, ColumnAlignment.End);
        if (score.Value is { } value)
        {
            sheet.Bar(left, middle - (BarHeight / 2), Math.Max(wide * score.Part(value), 1.5), BarHeight, Tint.Brand);
            sheet.Text(sheet.Width, middle + 4, Say(value), Tint.Ink, ColumnAlignment.End, strong: true);
        }
        else sheet.Text(left + 4, middle + 4, MissingWord, Tint.Soft);
        if (score.Reference is { } reference) sheet.Stroke(left + (wide * score.Part(reference)), middle - 9, left + (wide * score.Part(reference)), middle + 9, Tint.Ink, 2.5);
    }

    private static double RowHeight(List<string> name) => name.Count > 1 ? 32 : 22;

    private protected override IEnumerable<string> Words() =>
        Scores.Select(score => $"{score.Criterion}, {SubjectWord} {Said(score.Value)}, {ReferenceWord} {Said(score.Reference)}");

    private protected override TableBlock Numbers() => new(
        [new(CriterionWord), new(SubjectWord, ColumnAlignment.End), new(ReferenceWord, ColumnAlignment.End), .. HasOneScale ? (IEnumerable<TableColumn>)[] : [new(ScaleWord, ColumnAlignment.End)]],
        [.. Scores.Select(score => new TableRow([score.Criterion, Said(score.Value), Said(score.Reference), .. HasOneScale ? (IEnumerable<Phrase>)[] : [Scale(score)]]))]);

    private string Scale(CriterionScore score) => $"{Say(score.Worst)}–{Say(score.Best)}";

    private string Said(double? value) => value is { } known ? Say(known) : MissingWord;
}
