using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Charts;
using FluxUs.Consult.Foundation.Documents.Hyphenation;

namespace FluxUs.Consult.Overview.Ecosystem.Chapter;

/// <summary>The picture on paper: flows by level of circularity, offerings in the cells, those retained filled. A large study takes several
/// drawings, each of which fits a page.</summary>
internal sealed class EcosystemDrawing(EcosystemWords words, double mostTonnes)
{
    private const double Width = 588, LabelWidth = 104, Size = 9.6, HeadSize = 10.5, Leading = 11.5, Pad = 4, Gap = 3;

    /// <summary>As high as one drawing becomes.</summary>
    private const double Tallest = 680;

    /// <summary>Offerings in one cell; the table has them all.</summary>
    private const int Most = 8;

    private static readonly double RungWidth = (Width - LabelWidth) / Rungs.All.Count;

    public static IReadOnlyList<Drawing> Of(IReadOnlyList<EcosystemFlow> flows, EcosystemWords words)
    {
        var drawing = new EcosystemDrawing(words, (double)flows.Max(flow => flow.Measure?.Tonnes ?? 0));
        var (drawings, waiting) = (new List<Drawing>(), new Queue<EcosystemFlow>(flows));
        while (waiting.Count > 0) drawings.Add(drawing.Draw(waiting));
        return drawings;
    }

    private Drawing Draw(Queue<EcosystemFlow> flows)
    {
        var sheet = new ChartSheet(Width);
        var y = Head(sheet);
        for (var first = true; flows.TryPeek(out var flow) && (first || y + Height(flow) <= Tallest); first = false)
        {
            var bottom = y + Height(flow);
            Row(sheet, flows.Dequeue(), y);
            for (var column = 1; column < Rungs.All.Count; column++) sheet.Stroke(LabelWidth + (column * RungWidth), y, LabelWidth + (column * RungWidth), bottom, Tint.Line, 0.6);
            sheet.Stroke(0, bottom, Width, bottom, Tint.Line, 0.9);
            y = bottom;
        }

        return sheet.Done();
    }

    private double Head(ChartSheet sheet)
    {
        var deepest = 0;
        for (var column = 0; column < Rungs.All.Count; column++)
        {
            var (rung, x) = (Rungs.All[column], LabelWidth + (column * RungWidth) + Pad);
            sheet.Text(x, HeadSize, words.Say($"Rung.{rung}"), strong: true, size: HeadSize);
            var lines = ChartText.Lines(words.Say($"RungMeans.{rung}"), Size, RungWidth - (2 * Pad), 3);
            for (var line = 0; line < lines.Count; line++) sheet.Text(x, HeadSize + ((line + 1) * Leading), lines[line], Tint.Soft, size: Size);
            deepest = Math.Max(deepest, lines.Count);
        }

        var bottom = HeadSize + (deepest * Leading) + Pad;
        sheet.Stroke(0, bottom, Width, bottom, Tint.Ink, 1.4);
        return bottom;
    }

    private void Row(ChartSheet sheet, EcosystemFlow flow, double top)
    {
        var y = top + Pad;
        foreach (var line in Name(flow)) sheet.Text(0, y += Leading, line, strong: true, size: HeadSize);
        if (flow.Measure?.Tonnes is { } tonnes && mostTonnes > 0)
        {
            // The length is the root of the mass, as on the screen.
            sheet.Bar(0, y + 5, (LabelWidth - (2 * Pad)) * Math.Sqrt((double)tonnes / mostTonnes), 5, Tint.Claim);
            y += 11;
        }

        foreach (var line in Figures(flow)) sheet.Text(0, y += Leading, line, Tint.Soft, size: Size);
        for (var column = 0; column < Rungs.All.Count; column++)
        {
            var (x, at) = (LabelWidth + (column * RungWidth) + Gap, top + Pad);
            foreach (var offering in Shown(flow, Rungs.All[column]))
            {
                var lines = Chip(offering);
                var high = (lines.Count * Leading) + Gap;
                sheet.Box(x, at, RungWidth - (2 * Gap), high, offering.IsRetained ? Fill.Full : Fill.Open, Tint.Brand);
                for (var line = 0; line < lines.Count; line++)
                    sheet.Text(x + Gap, at + ((line + 1) * Leading) - 1, lines[line], offering.IsRetained ? Tint.Sheet : Tint.Brand, strong: line == 0, size: Size);
                at += high + Gap;
            }

            if (Hidden(flow, Rungs.All[column]) is > 0 and var more) sheet.Text(x, at + Size, words.Say("MoreInCell", more), Tint.Soft, size: Size);
        }
    }

    private double Height(EcosystemFlow flow)
    {
        var label = (Name(flow).Count * Leading) + (flow.Measure?.Tonnes is null ? 0 : 11) + (Figures(flow).Count * Leading);
        var cells = Rungs.All.Max(rung => Shown(flow, rung).Sum(offering => (Chip(offering).Count * Leading) + (2 * Gap)) + (Hidden(flow, rung) > 0 ? Leading : 0));
        return Math.Max(label, cells) + (2 * Pad);
    }

    private List<string> Name(EcosystemFlow flow) => ChartText.Lines(flow.Name.In(words.Language), HeadSize, LabelWidth - Pad, 2, strong: true);

    private List<string> Figures(EcosystemFlow flow) =>
        [.. ChartText.Lines(words.Measure(flow.Measure), Size, LabelWidth - Pad, 2), .. flow.Measure?.IsDisputed == true ? ChartText.Lines(words.Say("SourcesDisagree"), Size, LabelWidth - Pad, 2) : []];

    private List<string> Chip(EcosystemOffering offering) =>
        [offering.Code, .. ChartText.Lines(Parted(offering.Label.In(words.Language), RungWidth - (4 * Gap)), Size, RungWidth - (4 * Gap), 3)];

    // A word wider than its cell is parted where its language allows; the hyphen's end of line is the space that lines break at.
    private string Parted(string label, double width) => string.Join(' ', label.Split(' ').Select(word =>
    {
        if (ChartText.Width(word, Size) <= width || Hyphenator.For(words.Language) is not { } hyphenator) return word;
        var place = hyphenator.PlacesIn(word.ToLowerInvariant()).LastOrDefault(at => ChartText.Width(word[..at] + "-", Size) <= width);
        return place == 0 ? word : $"{word[..place]}- {word[place..]}";
    }));

    private static List<EcosystemOffering> Shown(EcosystemFlow flow, Rung rung) =>
        [.. flow.Offerings.Where(offering => offering.Rung == rung).OrderByDescending(offering => offering.IsRetained).Take(Most)];

    private static int Hidden(EcosystemFlow flow, Rung rung) => Math.Max(0, flow.Offerings.Count(offering => offering.Rung == rung) - Most);
}
