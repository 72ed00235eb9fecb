using System.Collections.Immutable;

namespace FluxUs.Consult.Foundation.Documents.Charts;

/// <summary>A theme and how much each kind of source says on it, in the order of the kinds.</summary>
public sealed record MatrixTheme(string Theme, ImmutableArray<int> Counts);

/// <summary>Themes by kinds of source: a number in each cell, with a bar as long; what is empty says so.</summary>
public sealed record EvidenceMatrix(ImmutableArray<string> Kinds, ImmutableArray<MatrixTheme> Themes) : Chart
{
    public required string ThemeWord { get; init; }

    /// <summary>Stands in empty cells.</summary>
    public required string EmptyWord { get; init; }

    private const double Row = 22;
    private const double Gap = 3;

    private protected override void Draw(ChartSheet sheet)
    {
        if (Kinds.IsEmpty) return;
        var labels = Math.Min(Themes.Select(theme => ChartText.Width(theme.Theme, ChartSheet.Size)).DefaultIfEmpty(0).Max() + 8, sheet.Width * 0.36);
        // Where the words of the kinds do not fit beside the themes, each theme stands above its cells.
        if (LongestWord() > ((sheet.Width - labels) / Kinds.Length) - Gap) labels = 0;
        var wide = ((sheet.Width - labels) / Kinds.Length) - Gap;
        var most = Math.Max(1, Themes.SelectMany(theme => theme.Counts).DefaultIfEmpty(0).Max());
        if (LongestWord() > wide)
        {
            DrawAsLists(sheet, most);
            return;
        }

        var heads = Kinds.Select(kind => ChartText.Lines(kind, ChartSheet.Size, wide, 3, strong: true)).ToList();
        var y = heads.Max(head => head.Count) * ChartSheet.Leading;
        for (var column = 0; column < heads.Count; column++)
        {
            for (var line = 0; line < heads[column].Count; line++)
                sheet.Text(labels + (column * (wide + Gap)), y - 3 - ((heads[column].Count - 1 - line) * ChartSheet.Leading), heads[column][line], strong: true);
        }
        y += 4;
        foreach (var theme in Themes) y = Draw(sheet, theme, y, labels, wide, most) + (labels > 0 ? Gap : 8);
    }

    private double Draw(ChartSheet sheet, MatrixTheme theme, double y, double labels, double wide, int most)
    {
        var name = ChartText.Lines(theme.Theme, ChartSheet.Size, labels > 0 ? labels - 8 : sheet.Width, 2);
        var height = Row;
        if (labels > 0) height = Math.Max(Row, (name.Count * ChartSheet.Leading) + 4);
        if (theme.Counts.Length < Kinds.Length || theme.Counts.Contains(0)) height = Math.Max(height, (Empty(wide).Count * ChartSheet.Leading) + 4);
        for (var line = 0; line < name.Count; line++)
        {
            var baseline = labels > 0 ? (height / 2) + 4 + ((line - ((name.Count - 1) / 2.0)) * ChartSheet.Leading) : 12 + (line * ChartSheet.Leading);
            sheet.Text(0, y + baseline, name[line]);
        }
        if (labels == 0) y += (name.Count * ChartSheet.Leading) + 3;
        for (var column = 0; column < Kinds.Length; column++) Draw(sheet, CountOf(theme, column), labels + (column * (wide + Gap)), y, wide, height, most);
        return y + height;
    }

    /// <summary>Where the kinds do not fit beside each other: under each theme a line for each kind.</summary>
    private void DrawAsLists(ChartSheet sheet, int most)
    {
        const double line = 17, numbers = 28;
        var left = Math.Min(Kinds.Max(kind => ChartText.Width(kind, ChartSheet.Size)), sheet.Width * 0.6) + 10;
        var y = 0.0;
        foreach (var theme in Themes)
        {
            foreach (var words in ChartText.Lines(theme.Theme, ChartSheet.Size, sheet.Width, 2, strong: true)) sheet.Text(0, (y += ChartSheet.Leading) - 3, words, strong: true);
            for (var column = 0; column < Kinds.Length; column++, y += line)
            {
                var count = CountOf(theme, column);
                sheet.Text(0, y + 13, ChartText.Lines(Kinds[column], ChartSheet.Size, left - 10, 1)[0]);
                var end = left + ((sheet.Width - left - numbers) * count / most);
                if (count > 0) sheet.Bar(left, y + 4, end - left, 10, Tint.Brand);
                sheet.Text(count > 0 ? end + 5 : left, y + 13, count > 0 ? Say(count) : ChartText.Lines(EmptyWord, ChartSheet.Size, sheet.Width - left, 1)[0], count > 0 ? Tint.Ink : Tint.Soft, strong: count > 0);
            }
            y += 8;
        }
    }

    private double LongestWord() => Kinds.SelectMany(kind => kind.Split(' ')).Max(word => ChartText.Width(word, ChartSheet.Size, strong: true));

    private void Draw(ChartSheet sheet, int count, double x, double y, double wide, double high, int most)
    {
        if (count == 0)
        {
            sheet.Box(x, y, wide, high, Fill.Open, Tint.Line);
            var words = Empty(wide);
            for (var line = 0; line < words.Count; line++)
                sheet.Text(x + (wide / 2), y + (high / 2) + 4 + ((line - ((words.Count - 1) / 2.0)) * ChartSheet.Leading), words[line], Tint.Soft, ColumnAlignment.Centre);
            return;
        }
        sheet.Bar(x, y, wide, high, Tint.Pale);
        sheet.Text(x + 5, y + (high / 2) + 2, Say(count), strong: true);
        sheet.Bar(x, y + high - 5, wide * count / most, 5, Tint.Brand);
    }

    private List<string> Empty(double wide) => ChartText.Lines(EmptyWord, ChartSheet.Size, wide - 4, 2);

    private static int CountOf(MatrixTheme theme, int column) => column < theme.Counts.Length ? theme.Counts[column] : 0;

    private protected override IEnumerable<string> Words() =>
        Themes.Select(theme => theme.Theme + ", " + string.Join(", ", Kinds.Select((kind, column) => $"{kind} {Said(theme, column)}")));

    private protected override TableBlock Numbers() => new(
        [new(ThemeWord), .. Kinds.Select(kind => new TableColumn(kind, ColumnAlignment.End))],
        [.. Themes.Select(theme => new TableRow([theme.Theme, .. Kinds.Select((_, column) => (Phrase)Said(theme, column))]))]);

    private string Said(MatrixTheme theme, int column) => CountOf(theme, column) is var count and not 0 ? Say(count) : EmptyWord;
}
