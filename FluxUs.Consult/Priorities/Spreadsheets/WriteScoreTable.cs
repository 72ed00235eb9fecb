using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Priorities.Spreadsheets;

public enum TableFormat { Csv, Xlsx }

public sealed record TableFile(string FileName, string MediaType, byte[] Content);

/// <summary>The grid as a table to take away and bring back: code, name, and a column a criterion. It holds what the grid shows this
/// reader: their own scores before the release, the settled ones after it.</summary>
public sealed class WriteScoreTable(OpenScores open)
{
    public const string CodeHead = "code";
    public const string NameHead = "name";

    public async Task<Outcome<TableFile>> Run(StudyAccess access, TableFormat format, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadScores)) return Outcome.Forbidden;
        var sheet = await open.Run(access, cancellation);
        if (!sheet.IsDone) return sheet.Failure;
        using var content = new MemoryStream();
        if (format == TableFormat.Xlsx)
        {
            XlsxScores.Write(content, "scores",
            [
                [CodeHead, NameHead, .. sheet.Value.Criteria.Select(criterion => criterion.Code)],
                .. sheet.Value.Rows.Select(row => (IReadOnlyList<object?>)[row.Code, row.Label.ToString(), .. row.Cells.Select(cell => (object?)cell.Value)]),
            ]);
            return new TableFile($"{access.Slug}-scores.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", content.ToArray());
        }

        var columns = new List<CsvColumn<ScoreRow>> { new(CodeHead, row => row.Code), new(NameHead, row => row.Label.ToString()) };
        columns.AddRange(sheet.Value.Criteria.Select((criterion, at) => new CsvColumn<ScoreRow>(criterion.Code, row => row.Cells[at].Value)));
        CsvTables.Write(content, sheet.Value.Rows, [.. columns]);
        return new TableFile($"{access.Slug}-scores.csv", "text/csv; charset=utf-8", content.ToArray());
    }
}
