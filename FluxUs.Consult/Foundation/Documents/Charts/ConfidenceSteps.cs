namespace FluxUs.Consult.Foundation.Documents.Charts;

/// <summary>Confidence as four steps, of which <paramref name="Level"/> (1 very low to 4 high) are full, and its word.</summary>
public sealed record ConfidenceSteps(int Level, string Word) : Chart
{
    private const double Step = 9;

    private protected override void Draw(ChartSheet sheet)
    {
        for (var at = 0; at < 4; at++) sheet.Box(at * (Step + 2), 1, Step, 11, at < Level ? Fill.Full : Fill.Open);
        sheet.Text((4 * (Step + 2)) + 4, 11, ChartText.Lines(Word, ChartSheet.Size, sheet.Width - 60, 1, strong: true)[0], strong: true);
    }

    private protected override IEnumerable<string> Words() => [$"{Word} ({Say(Level)} / 4)"];

    private protected override TableBlock Numbers() => new([new(Title), new("")], [new([Word, $"{Say(Level)} / 4"])]);
}
