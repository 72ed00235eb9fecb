using System.Collections.Immutable;

namespace FluxUs.Consult.Foundation.Documents.Charts;

/// <summary>Something that is to be done, by its number, and in which of the bands of time; null where nobody has said.</summary>
public sealed record HorizonStep(string Number, string Label, int? Band);

/// <summary>What is to be done when: bands of time in a row, each with its numbers.</summary>
public sealed record HorizonBar(ImmutableArray<string> Bands, ImmutableArray<HorizonStep> Steps) : Chart
{
    public required string StepWord { get; init; }
    public required string HorizonWord { get; init; }

    /// <summary>The band of what nobody has dated; drawn only where there is such.</summary>
    public required string UndatedWord { get; init; }

    private const double Radius = 8.5;
    private const double NarrowestBand = 96;

    private protected override void Draw(ChartSheet sheet)
    {
        var bands = Steps.Any(IsUndated) ? Bands.Add(UndatedWord) : Bands;
        if (bands.IsEmpty) return;
        var wide = sheet.Width / bands.Length;
        // Labels stand under their band, or where bands are too narrow in a list under all of them.
        var beside = wide >= NarrowestBand;
        var names = bands.Select(band => ChartText.Lines(band, ChartSheet.Size, wide - 6, 2, strong: true)).ToList();
        var top = (names.Max(name => name.Count) * ChartSheet.Leading) + 4;
        var lowest = top;
        for (var at = 0; at < bands.Length; at++)
        {
            var x = at * wide;
            for (var line = 0; line < names[at].Count; line++) sheet.Text(x, top - 7 - ((names[at].Count - 1 - line) * ChartSheet.Leading), names[at][line], strong: true);
            DrawBand(sheet, at, x, top, wide);
            lowest = Math.Max(lowest, DrawSteps(sheet, [.. StepsIn(at)], x, top + 22, wide, beside));
        }
        if (beside) return;
        foreach (var step in Steps.Where(step => step.Label.Length > 0)) lowest = Draw(sheet, step, 0, lowest, sheet.Width) + 4;
    }

    /// <summary>Below each other where they have words, else beside each other; returns where they end.</summary>
    private static double DrawSteps(ChartSheet sheet, List<HorizonStep> steps, double left, double y, double wide, bool beside)
    {
        const double step = (2 * Radius) + 5;
        if (beside && steps.Exists(one => one.Label.Length > 0))
        {
            foreach (var one in steps) y = Draw(sheet, one, left, y, wide) + 6;
            return y;
        }
        var perLine = Math.Max(1, (int)(wide / step));
        for (var at = 0; at < steps.Count; at++) Draw(sheet, steps[at], left + (at % perLine * step), y + (at / perLine * step), 0);
        return y + (((steps.Count + perLine - 1) / perLine) * step);
    }

    private void DrawBand(ChartSheet sheet, int band, double x, double top, double wide)
    {
        var isLast = band == Bands.Length - 1;
        sheet.Box(x, top, wide - (isLast ? 8 : 2), 7, band < Bands.Length ? (Fill)(4 - Math.Min(band, 3)) : Fill.Open);
        if (isLast) sheet.Area(Tint.Ink, false, new(x + wide - 8, top - 3.5), new(x + wide - 1, top + 3.5), new(x + wide - 8, top + 10.5));
    }

    private IEnumerable<HorizonStep> StepsIn(int band) => Steps.Where(step => band == Bands.Length ? IsUndated(step) : step.Band == band);

    private static double Draw(ChartSheet sheet, HorizonStep step, double x, double y, double wide)
    {
        const double Size = ChartSheet.Size, Leading = ChartSheet.Leading, Left = (2 * Radius) + 4;
        sheet.Dot(x + Radius, y, Radius, Tint.Ink, hollow: true);
        sheet.Text(x + Radius, y + 3.8, step.Number, Tint.Ink, ColumnAlignment.Centre, strong: true, size: Size);
        if (step.Label.Length == 0 || wide == 0) return y + (2 * Radius);
        var lines = ChartText.Lines(step.Label, Size, wide - Left - 6, 3);
        for (var line = 0; line < lines.Count; line++) sheet.Text(x + Left, y + 4 + (line * Leading), lines[line], size: Size);
        return y + Math.Max(2 * Radius, (lines.Count * Leading) + 4);
    }

    private bool IsUndated(HorizonStep step) => step.Band is not { } band || band < 0 || band >= Bands.Length;

    private protected override IEnumerable<string> Words() => Steps.Select(step => $"{Named(step)}, {BandOf(step)}");

    private protected override TableBlock Numbers() =>
        new([new(StepWord), new(HorizonWord)], [.. Steps.Select(step => new TableRow([Named(step), BandOf(step)]))]);

    private static string Named(HorizonStep step) => step.Label.Length > 0 ? $"{step.Number}. {step.Label}" : step.Number;

    private string BandOf(HorizonStep step) => IsUndated(step) ? UndatedWord : Bands[step.Band!.Value];
}
