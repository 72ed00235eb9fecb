using System.Collections.Immutable;

namespace FluxUs.Consult.Foundation.Documents.Charts;

/// <summary>A stage of the value chain and how often a lever or an obstacle was named there.</summary>
public sealed record ChainStage(string Name, int Levers, int Obstacles);

/// <summary>The stages in their order, levers above the line in full bars, obstacles below it in hatched ones.</summary>
public sealed record ValueChain(ImmutableArray<ChainStage> Stages) : Chart
{
    public required string StageWord { get; init; }
    public required string LeversWord { get; init; }
    public required string ObstaclesWord { get; init; }

    private const double NarrowestStage = 68;
    private const double Half = 34;
    private const double NameLines = 3;

    private protected override void Draw(ChartSheet sheet)
    {
        if (Stages.IsEmpty) return;
        var most = Math.Max(1, Stages.Max(stage => Math.Max(stage.Levers, stage.Obstacles)));
        var beside = Math.Clamp((int)(sheet.Width / NarrowestStage), 1, Stages.Length);
        // As many stages on each line, where they do not all fit on one.
        beside = (int)Math.Ceiling(Stages.Length / Math.Ceiling((double)Stages.Length / beside));
        var y = sheet.Legend(8,
        [
            ((x, line) => sheet.Box(x, line - 5, 13, 10, Fill.Full, Tint.Lever), LeversWord),
            ((x, line) => sheet.Box(x, line - 5, 13, 10, Fill.Hatched, Tint.Barrier), ObstaclesWord),
        ]);
        foreach (var strip in Stages.Chunk(beside)) y = Draw(sheet, strip, y + 4, sheet.Width / beside, most) + 6;
    }

    private static double Draw(ChartSheet sheet, ChainStage[] strip, double top, double step, int most)
    {
        var names = Array.ConvertAll(strip, stage => ChartText.Lines(stage.Name, ChartSheet.Size, step - 8, (int)NameLines));
        var above = 14 + (Half * strip.Max(stage => stage.Levers) / most);
        var line = top + (names.Max(name => name.Count) * ChartSheet.Leading) + above + 4;
        for (var at = 0; at < strip.Length; at++)
        {
            var (stage, x) = (strip[at], at * step);
            for (var row = 0; row < names[at].Count; row++) sheet.Text(x, top + 11 + (row * ChartSheet.Leading), names[at][row]);
            var wide = Math.Min(step * 0.6, 56);
            var (up, down) = (Half * stage.Levers / most, Half * stage.Obstacles / most);
            if (up > 0) sheet.Box(x, line - up, wide, up, Fill.Full, Tint.Lever);
            if (down > 0) sheet.Box(x, line, wide, down, Fill.Hatched, Tint.Barrier);
            sheet.Text(x, line - up - 4, Signed("+", stage.Levers), Tint.Lever, strong: true);
            sheet.Text(x, line + down + 13, Signed("−", stage.Obstacles), Tint.Barrier, strong: true);
        }
        var end = strip.Length * step;
        sheet.Stroke(0, line, end - 6, line, Tint.Ink, 1.4);
        sheet.Area(Tint.Ink, false, new(end - 7, line - 4), new(end, line), new(end - 7, line + 4));
        return line + (Half * strip.Max(stage => stage.Obstacles) / most) + 16;
    }

    private protected override IEnumerable<string> Words() =>
        Stages.Select(stage => $"{stage.Name}, {LeversWord} {Signed("+", stage.Levers)}, {ObstaclesWord} {Signed("−", stage.Obstacles)}");

    private protected override TableBlock Numbers() => new(
        [new(StageWord), new(LeversWord, ColumnAlignment.End), new(ObstaclesWord, ColumnAlignment.End)],
        [.. Stages.Select(stage => new TableRow([stage.Name, Signed("+", stage.Levers), Signed("−", stage.Obstacles)]))]);

    private static string Signed(string sign, int count) => count == 0 ? "0" : sign + Say(count);
}
