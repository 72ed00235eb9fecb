using System.Collections.Immutable;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Charts;

namespace FluxUs.Consult.Priorities.Pictures;

/// <summary>How a candidate stands, as its sign says it.</summary>
public enum RankingSign { In, Out, InByChange }

/// <param name="Low">With <paramref name="High"/>, where nine draws in ten lie.</param>
/// <param name="IsTiedAtCut">Bracketed with the others that share the last place.</param>
public sealed record RankingDot(string Code, string Name, int Rank, double Score, double Low, double High, double Share, RankingSign Sign, bool IsGrey, bool IsTiedAtCut);

/// <summary>The ranking with its doubt: each candidate's score with the spread of the draws, the grey zone, those tied at the cut.</summary>
public sealed record RankingDots(ImmutableArray<RankingDot> Dots) : Chart
{
    public const double WideWidth = 576;

    public required string ScoreWord { get; init; }
    public required string ShareWord { get; init; }
    public required string RankWord { get; init; }
    public required string CandidateWord { get; init; }
    public required string SpreadWord { get; init; }
    public required string StateWord { get; init; }

    /// <summary>What each sign means.</summary>
    public required Func<RankingSign, string> SignWord { get; init; }
    public required string GreyWord { get; init; }

    /// <summary>The height of a line; less on paper, where all stand on one page.</summary>
    public double Row { get; init; } = 22;

    private const double Top = 30;
    private const double CodeWidth = 34;
    private const double ShareWidth = 52;

    private protected override void Draw(ChartSheet sheet)
    {
        if (Dots.Length == 0) return;
        var names = Math.Min(Dots.Max(dot => ChartText.Width(dot.Name, ChartSheet.Size)), sheet.Width * 0.32);
        var left = CodeWidth + names + 26;
        var right = sheet.Width - ShareWidth;
        var lowest = Math.Clamp(Math.Floor(Dots.Min(dot => Math.Min(dot.Low, dot.Score)) / 10) * 10, 0, 90);
        double At(double score) => left + ((score - lowest) / (100 - lowest) * (right - left));
        var bottom = Top + (Dots.Length * Row);

        foreach (var (dot, at) in Dots.Select((dot, at) => (dot, at)).Where(one => one.dot.IsGrey)) sheet.Bar(0, Top + (at * Row), sheet.Width, Row, Tint.Pale);
        for (var score = lowest; score <= 100; score += 10)
        {
            sheet.Stroke(At(score), Top - 4, At(score), bottom, Tint.Line);
            sheet.Text(At(score), bottom + 15, Say(score), Tint.Soft, ColumnAlignment.Centre);
        }

        sheet.Text(left, 14, SpreadWord, Tint.Soft);
        sheet.Text(sheet.Width, 14, ShareWord, Tint.Soft, ColumnAlignment.End);
        for (var at = 0; at < Dots.Length; at++) Draw(sheet, Dots[at], Top + (at * Row) + (Row / 2), names, At);
        Bracket(sheet, left - 12);
        sheet.Legend(bottom + 34,
        [
            ((x, y) => Sign(sheet, RankingSign.In, x + 6, y), SignWord(RankingSign.In)),
            ((x, y) => Sign(sheet, RankingSign.Out, x + 6, y), SignWord(RankingSign.Out)),
            .. Dots.Any(dot => dot.Sign == RankingSign.InByChange) ? [((x, y) => Sign(sheet, RankingSign.InByChange, x + 6, y), SignWord(RankingSign.InByChange))] : Array.Empty<(Action<double, double>, string)>(),
            ((x, y) => sheet.Bar(x, y - 6, 13, 12, Tint.Pale), GreyWord),
        ]);
    }

    private void Draw(ChartSheet sheet, RankingDot dot, double middle, double names, Func<double, double> at)
    {
        sheet.Text(0, middle + 4, dot.Code, Tint.Soft);
        sheet.Text(CodeWidth, middle + 4, ChartText.Lines(dot.Name, ChartSheet.Size, names, 1)[0]);
        sheet.Stroke(at(dot.Low), middle, at(dot.High), middle, Tint.Soft, 2.6);
        Sign(sheet, dot.Sign, at(dot.Score), middle);
        sheet.Text(sheet.Width, middle + 4, $"{Say(Math.Round(dot.Share * 100))} %", Tint.Ink, ColumnAlignment.End, strong: true);
    }

    private static void Sign(ChartSheet sheet, RankingSign sign, double x, double y)
    {
        if (sign == RankingSign.InByChange)
        {
            sheet.Diamond(x, y, 7, Tint.Barrier);
            return;
        }

        // A ring lets nothing through: the spread stays behind it.
        if (sign == RankingSign.Out) sheet.Dot(x, y, 5.5, Tint.Sheet);
        sheet.Dot(x, y, 5.5, Tint.Brand, sign == RankingSign.Out);
    }

    private void Bracket(ChartSheet sheet, double x)
    {
        var tied = Enumerable.Range(0, Dots.Length).Where(at => Dots[at].IsTiedAtCut).ToList();
        if (tied.Count < 2) return;
        var (first, last) = (Top + (tied[0] * Row) + 3, Top + ((tied[^1] + 1) * Row) - 3);
        sheet.Stroke(x - 5, first, x - 5, last, Tint.Ink, 1.4);
        sheet.Stroke(x - 5, first, x, first, Tint.Ink, 1.4);
        sheet.Stroke(x - 5, last, x, last, Tint.Ink, 1.4);
    }

    private protected override IEnumerable<string> Words() =>
        Dots.Take(3).Select(dot => $"{dot.Code} {Say(dot.Score)}").Append($"{GreyWord} {string.Join(", ", Dots.Where(dot => dot.IsGrey).Select(dot => dot.Code))}");

    private protected override TableBlock Numbers() => new(
        [new(CandidateWord), new(RankWord, ColumnAlignment.End), new(ScoreWord, ColumnAlignment.End), new(SpreadWord, ColumnAlignment.End), new(ShareWord, ColumnAlignment.End), new(StateWord)],
        [.. Dots.Select(dot => new TableRow(
        [
            $"{dot.Code} {dot.Name}", Say(dot.Rank), Say(dot.Score), $"{Say(dot.Low)}–{Say(dot.High)}", $"{Say(Math.Round(dot.Share * 100))} %", SignWord(dot.Sign),
        ]))]);
}
