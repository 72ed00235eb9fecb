using System.Collections.Immutable;

namespace FluxUs.Consult.Foundation.Documents.Charts;

/// <summary>A question and how many gave each answer, in the order of the answers.</summary>
public sealed record OpinionCount(string Question, ImmutableArray<int> Counts);

/// <summary>
/// Answers on an ordered scale, a bar for each question: its parts are as long as the shares of the answers, and a
/// pointer in its middle shows the median.
/// </summary>
public sealed record OpinionBars(ImmutableArray<string> Answers, ImmutableArray<OpinionCount> Opinions) : Chart
{
    public required string QuestionWord { get; init; }
    public required string MedianWord { get; init; }

    /// <summary>Stands where nobody has answered.</summary>
    public required string NobodyWord { get; init; }

    private const double Height = 20;

    private protected override void Draw(ChartSheet sheet)
    {
        var y = 0.0;
        foreach (var opinion in Opinions)
        {
            foreach (var line in ChartText.Lines(opinion.Question, ChartSheet.Size, sheet.Width, 2)) sheet.Text(0, (y += ChartSheet.Leading) - 3, line);
            y = Draw(sheet, opinion, y + 2) + 6;
        }
        sheet.Legend(y + 10, Answers.Select((answer, at) => ((Action<double, double>)((x, line) => sheet.Box(x, line - 5, 13, 10, FillOf(at), EdgeOf(at))), answer)));
    }

    private double Draw(ChartSheet sheet, OpinionCount opinion, double top)
    {
        var all = Total(opinion);
        var count = N(all);
        var wide = sheet.Width - ChartText.Width(count, ChartSheet.Size) - 10;
        sheet.Text(sheet.Width, top + 14, count, Tint.Soft, ColumnAlignment.End);
        if (all == 0)
        {
            sheet.Box(0, top, wide, Height, Fill.Open, Tint.Line);
            sheet.Text(6, top + 14, ChartText.Lines(NobodyWord, ChartSheet.Size, wide - 12, 1)[0], Tint.Soft);
            return top + Height;
        }
        var x = 0.0;
        for (var at = 0; at < Answers.Length; at++)
        {
            var (given, part) = (CountOf(opinion, at), wide * CountOf(opinion, at) / all);
            if (given == 0) continue;
            sheet.Box(x, top, part, Height, FillOf(at), EdgeOf(at));
            var number = ChartText.Width(Say(given), ChartSheet.Size, strong: true);
            if (part >= number + 6)
            {
                if (FillOf(at) == Fill.Hatched) sheet.Bar(x + (part / 2) - (number / 2) - 2, top + 3, number + 4, Height - 6, Tint.Sheet);
                sheet.Text(x + (part / 2), top + 14, Say(given), FillOf(at) == Fill.Full ? Tint.Sheet : Tint.Ink, ColumnAlignment.Centre, strong: true);
            }
            x += part;
        }
        sheet.Area(Tint.Ink, false, new(wide / 2, top + Height + 1), new((wide / 2) + 5, top + Height + 9), new((wide / 2) - 5, top + Height + 9));
        sheet.TextAround(wide / 2, top + Height + 21, ChartText.Lines($"{MedianWord}{BeforeSign}: {Median(opinion)}", ChartSheet.Size, sheet.Width, 1)[0], strong: true);
        return top + Height + 24;
    }

    private static string N(int count) => $"n\u00a0=\u00a0{Say(count)}";

    /// <summary>From light to dark; more than five begin again.</summary>
    private static Fill FillOf(int answer) => (Fill)(answer % 5);

    private static Tint EdgeOf(int answer) => FillOf(answer) == Fill.Full ? Tint.Brand : Tint.Ink;

    private string Median(OpinionCount opinion)
    {
        var all = Total(opinion);
        if (all == 0) return NobodyWord;
        var (lower, upper) = (AnswerAt(opinion, (all - 1) / 2), AnswerAt(opinion, all / 2));
        return lower == upper ? Answers[lower] : $"{Answers[lower]} / {Answers[upper]}";
    }

    /// <summary>The answer of the one who stands at a place from 0, all in the order of their answers.</summary>
    private int AnswerAt(OpinionCount opinion, int place)
    {
        for (var at = 0; at < Answers.Length; at++)
            if ((place -= CountOf(opinion, at)) < 0) return at;
        return Answers.Length - 1;
    }

    private int Total(OpinionCount opinion) => Answers.Select((_, at) => CountOf(opinion, at)).Sum();

    private static int CountOf(OpinionCount opinion, int answer) => answer < opinion.Counts.Length ? opinion.Counts[answer] : 0;

    private protected override IEnumerable<string> Words() => Opinions.Select(opinion => Total(opinion) == 0
        ? $"{Led(opinion)}{NobodyWord}"
        : $"{Led(opinion)}{string.Join(", ", Answers.Select((answer, at) => $"{answer} {Say(CountOf(opinion, at))}"))}, {MedianWord} {Median(opinion)}, {N(Total(opinion))}");

    /// <summary>A question that is the title of the chart stands before its words already.</summary>
    private string Led(OpinionCount opinion) => opinion.Question == Title ? "" : opinion.Question + ", ";

    private protected override TableBlock Numbers() => new(
        [new(QuestionWord), .. Answers.Select(answer => new TableColumn(answer, ColumnAlignment.End)), new(MedianWord), new("n", ColumnAlignment.End)],
        [.. Opinions.Select(opinion => new TableRow([opinion.Question, .. Answers.Select((_, at) => (Phrase)Say(CountOf(opinion, at))), Median(opinion), Say(Total(opinion))]))]);
}
