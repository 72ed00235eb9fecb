using System.Globalization;
using System.Text;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Priorities.Spreadsheets;

/// <param name="Before">What stands now; null when nothing does.</param>
/// <param name="After">What the file says; null takes the score back.</param>
public sealed record ScoreChange(Guid OfferingId, string OfferingCode, Guid CriterionId, string CriterionCode, decimal? Before, decimal? After, int Version);

/// <summary>What a table of scores would change of one's own.</summary>
/// <param name="Unchanged">Cells that already stand as the file says.</param>
public sealed record ScoreTablePreview(string FileName, IReadOnlyList<ScoreChange> Changes, int Unchanged);

/// <summary>Reads a table of scores against the grid. One wrong cell refuses the whole file, each named by its place, so that nothing
/// comes in by halves.</summary>
public sealed class CheckScoreTable(OpenScores open)
{
    private const int MostRefusals = 12;

    /// <summary>Larger than any grid: 5 MB.</summary>
    public const int MostBytes = 5 * 1024 * 1024;

    public async Task<Outcome<ScoreTablePreview>> Run(StudyAccess access, string fileName, byte[] content, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteScores)) return Outcome.Forbidden;
        var sheet = await open.Run(access, cancellation);
        if (!sheet.IsDone) return sheet.Failure;
        if (sheet.Value.Scoring.IsReleased) return Outcome.Refused<PrioritiesTexts>("ScoresAreReleased", "File");
        fileName = Path.GetFileName(fileName.Replace('\\', '/'));
        if (content.Length == 0 || content.Length > MostBytes) return Outcome.Refused<PrioritiesTexts>("TableUnreadable", "File", fileName);
        var text = content.AsSpan().StartsWith("PK"u8) ? XlsxScores.Read(content, fileName) : ReadCsv(content);
        if (text is null) return Outcome.Refused<PrioritiesTexts>("TableUnreadable", "File", fileName);
        return Check(sheet.Value, text, fileName);
    }

    private static SheetText? ReadCsv(byte[] content)
    {
        try
        {
            return CsvSheet.Read(new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            // What older spreadsheets save: only codes and numbers matter, and they are the same in it.
            return CsvSheet.Read(Encoding.Latin1.GetString(content));
        }
    }

    private static Outcome<ScoreTablePreview> Check(ScoreSheet sheet, SheetText text, string fileName)
    {
        var refusals = new List<Refusal>();
        var heads = text.Cells.Where(cell => cell.Row == 1).ToList();
        if (heads.Count == 0 || heads[0].Column != 1 || !heads[0].Text.Equals(WriteScoreTable.CodeHead, StringComparison.OrdinalIgnoreCase))
            return Outcome.Refused<PrioritiesTexts>("TableNeedsCode", "File", SheetCell.NameOf(1, 1), heads.FirstOrDefault()?.Text ?? "");
        var columns = Columns(sheet, heads, refusals);
        var changes = new List<ScoreChange>();
        var seen = new Dictionary<string, SheetCell>();
        var unchanged = 0;
        foreach (var line in text.Cells.Where(cell => cell.Row > 1).GroupBy(cell => cell.Row))
        {
            var code = line.FirstOrDefault(cell => cell.Column == 1);
            var row = sheet.Rows.FirstOrDefault(found => found.Code.Equals(code?.Text, StringComparison.OrdinalIgnoreCase));
            if (row is null)
            {
                refusals.Add(Of(code is null ? "TableRowWithoutCode" : "TableUnknownOffering", SheetCell.NameOf(line.Key, 1), code?.Text ?? ""));
                continue;
            }

            if (!seen.TryAdd(row.Code, code!))
            {
                refusals.Add(Of("TableOfferingTwice", code!.Name, row.Code, seen[row.Code].Name));
                continue;
            }

            foreach (var stray in line.Where(cell => cell.Column > 1 && !columns.ContainsKey(cell.Column) && heads.All(head => head.Column != cell.Column)))
                refusals.Add(Of("TableCellWithoutHead", stray.Name, stray.Text));
            foreach (var (column, at) in columns)
            {
                var (criterion, present, cell) = (sheet.Criteria[at], row.Cells[at], line.FirstOrDefault(found => found.Column == column));
                var value = ValueOf(cell, criterion, refusals);
                if (value == present.Value) unchanged++;
                else changes.Add(new ScoreChange(row.Id, row.Code, criterion.Id, criterion.Code, present.Value, value, present.Version));
            }
        }

        if (refusals.Count == 0 && seen.Count == 0) refusals.Add(Of("TableIsEmpty", fileName));
        return refusals.Count > 0 ? Outcome.Refused(refusals.Take(MostRefusals)) : new ScoreTablePreview(fileName, changes, unchanged);
    }

    /// <summary>Which criterion stands in which column.</summary>
    private static Dictionary<int, int> Columns(ScoreSheet sheet, List<SheetCell> heads, List<Refusal> refusals)
    {
        var columns = new Dictionary<int, int>();
        foreach (var head in heads.Skip(1))
        {
            if (head.Text.Equals(WriteScoreTable.NameHead, StringComparison.OrdinalIgnoreCase)) continue;
            var at = sheet.Criteria.ToList().FindIndex(criterion => criterion.Code.Equals(head.Text, StringComparison.OrdinalIgnoreCase));
            if (at < 0) refusals.Add(Of("TableUnknownCriterion", head.Name, head.Text));
            else if (columns.ContainsValue(at)) refusals.Add(Of("TableCriterionTwice", head.Name, head.Text));
            else columns.Add(head.Column, at);
        }

        if (columns.Count == 0 && refusals.Count == 0) refusals.Add(Of("TableHasNoCriterion", SheetCell.NameOf(1, 3)));
        return columns;
    }

    private static decimal? ValueOf(SheetCell? cell, CriterionDetail criterion, List<Refusal> refusals)
    {
        if (cell is null) return null;
        if (cell.IsFormula)
        {
            refusals.Add(Of("TableHasFormula", cell.Name));
            return null;
        }

        if (!decimal.TryParse(cell.Text.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value))
        {
            refusals.Add(Of("TableTextInNumber", cell.Name, ImportNotes.Shorten(cell.Text), criterion.Code));
            return null;
        }

        // A spreadsheet keeps 0.1 as a binary number.
        value = Math.Round(value, 6);
        if (criterion.Steps.Any(step => step.Value == value)) return value;
        refusals.Add(Of("TableNoStep", cell.Name, value, criterion.Code, string.Join(", ", criterion.Steps.Select(step => step.Value.ToString("0.##", CultureInfo.CurrentCulture)))));
        return null;
    }

    private static Refusal Of(string key, params object[] arguments) => new(typeof(PrioritiesTexts), key, "File", arguments);
}
