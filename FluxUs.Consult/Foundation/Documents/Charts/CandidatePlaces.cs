using System.Collections.Immutable;

namespace FluxUs.Consult.Foundation.Documents.Charts;

/// <summary>Where one candidate stands: its place from 1, equal ones sharing it, and its score.</summary>
public sealed record CandidatePlace(string Code, string Name, int Place, double Score, bool IsRetained);

/// <summary>All candidates on the scale of their scores, one of them pointed out, and the cut between the last that is retained by its place and the next.</summary>
public sealed record CandidatePlaces(ImmutableArray<CandidatePlace> Candidates) : Chart
{
    /// <summary>The code of the candidate that is pointed out.</summary>
    public required string Subject { get; init; }

    /// <summary>How many are retained by their place.</summary>
    public required int Kept { get; init; }

    /// <summary>What the cut is, such as "limite des quinze".</summary>
    public required string CutWord { get; init; }

    public required string CandidateWord { get; init; }
    public required string PlaceWord { get; init; }
    public required string ScoreWord { get; init; }
    public required string RetainedWord { get; init; }
    public required string NotRetainedWord { get; init; }

    private const double Radius = 5;
    private const double Side = 12;

    private protected override void Draw(ChartSheet sheet)
    {
        var ordered = Candidates.OrderBy(candidate => candidate.Score).ThenBy(candidate => candidate.Code, StringComparer.Ordinal).ToList();
        if (ordered.Count == 0) return;
        var (low, high) = (ordered[0].Score, ordered[^1].Score);
        var step = Step((high - low) / Math.Max(2, sheet.Width / 80));
        (low, high) = (Math.Floor(low / step) * step, Math.Max(Math.Ceiling(high / step) * step, (Math.Floor(low / step) + 1) * step));
        double At(double score) => Side + ((score - low) / (high - low) * (sheet.Width - (2 * Side)));

        var places = Stacked(ordered.ConvertAll(candidate => At(candidate.Score)));
        var axis = 44 + (places.Max(place => place.Level) * 2.2 * Radius) + (2 * Radius) + 4;
        double HeightOf(int at) => axis - Radius - 3 - (places[at].Level * 2.2 * Radius);
        for (var score = low; score <= high + (step / 2); score += step)
        {
            sheet.Stroke(At(score), 40, At(score), axis, Tint.Line);
            sheet.TextAround(At(score), axis + 15, Say(Math.Round(score, 6)), Tint.Soft);
        }
        sheet.Stroke(0, axis, sheet.Width, axis, Tint.Ink, 1);
        if (Cut() is { } cut)
        {
            sheet.Dashes(At(cut), 16, axis, Tint.Ink);
            sheet.TextAround(At(cut), 11, CutWord, Tint.Soft);
        }
        for (var at = 0; at < ordered.Count; at++)
            if (ordered[at].Code != Subject) sheet.Dot(places[at].X, HeightOf(at), Radius, Tint.Brand, !ordered[at].IsRetained);
        if (ordered.FindIndex(candidate => candidate.Code == Subject) is var subject and >= 0) Point(sheet, ordered[subject], places[subject].X, HeightOf(subject));
        sheet.TextAround(sheet.Width / 2, axis + 30, ScoreWord, Tint.Soft);
        sheet.Legend(axis + 46,
        [
            ((x, y) => sheet.Dot(x + 6, y, Radius, Tint.Brand), RetainedWord),
            ((x, y) => sheet.Dot(x + 6, y, Radius, Tint.Brand, hollow: true), NotRetainedWord),
        ]);
    }

    private void Point(ChartSheet sheet, CandidatePlace candidate, double x, double y)
    {
        var words = $"{candidate.Code} · {PlaceWord} {Say(candidate.Place)}";
        var half = (ChartText.Width(words, ChartSheet.Size, strong: true) / 2) + 2;
        sheet.Stroke(x, 32, x, y, Tint.Ink, 1.2);
        sheet.Diamond(x, y, Radius + 3, Tint.Ink);
        // The line of the cut stays clear of the words.
        sheet.Bar(Math.Clamp(x - half, 0, sheet.Width - (2 * half)), 17, 2 * half, 14, Tint.Sheet);
        sheet.TextAround(x, 28, words, Tint.Ink, strong: true);
    }

    /// <summary>Where dots stand so that none hides another: their place and how many are below.</summary>
    private static List<(double X, int Level)> Stacked(List<double> places)
    {
        var stacked = new List<(double X, int Level)>(places.Count);
        foreach (var x in places)
        {
            var level = 0;
            while (stacked.Exists(other => other.Level == level && x - other.X < (2 * Radius) + 1)) level++;
            stacked.Add((x, level));
        }
        return stacked;
    }

    /// <summary>Halfway between the last within the cut and the first without.</summary>
    private double? Cut()
    {
        var ordered = Candidates.OrderBy(candidate => candidate.Place).ThenByDescending(candidate => candidate.Score).ToList();
        return Kept > 0 && Kept < ordered.Count ? (ordered[Kept - 1].Score + ordered[Kept].Score) / 2 : null;
    }

    /// <summary>A round step at least as large: 1, 2 or 5 times a power of ten.</summary>
    private static double Step(double least)
    {
        if (least <= 0) return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return new[] { 1.0, 2, 5, 10 }.First(times => times * power >= least - 1e-9) * power;
    }

    private protected override IEnumerable<string> Words()
    {
        if (Candidates.FirstOrDefault(candidate => candidate.Code == Subject) is { } subject)
            yield return $"{subject.Code} {subject.Name}, {PlaceWord} {Say(subject.Place)} / {Say(Candidates.Length)}, {ScoreWord} {Say(subject.Score)}, {State(subject)}";
        if (Cut() is { } cut) yield return $"{CutWord}, {ScoreWord} {Say(cut)}";
    }

    private protected override TableBlock Numbers() => new(
        [new(CandidateWord), new(PlaceWord, ColumnAlignment.End), new(ScoreWord, ColumnAlignment.End), new("")],
        [.. Candidates.OrderBy(candidate => candidate.Place).ThenBy(candidate => candidate.Code, StringComparer.Ordinal)
            .Select(candidate => new TableRow([$"{candidate.Code} {candidate.Name}", Say(candidate.Place), Say(candidate.Score), State(candidate)]))]);

    private string State(CandidatePlace candidate) => candidate.IsRetained ? RetainedWord : NotRetainedWord;
}
