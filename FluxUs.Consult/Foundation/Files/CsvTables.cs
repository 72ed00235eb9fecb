using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace FluxUs.Consult.Foundation.Files;

/// <summary>One column of a table: its English name and how a row gives its value.</summary>
public sealed record CsvColumn<T>(string Name, Func<T, object?> Value);

/// <summary>
/// Tables as CSV (RFC 4180 quoting, comma, UTF-8 without a mark, LF). Numbers and dates are written the same way in
/// every language; a text that a spreadsheet would take for a formula gets an apostrophe in front.
/// </summary>
public static class CsvTables
{
    public static void Write<T>(Stream stream, IEnumerable<T> rows, params IReadOnlyList<CsvColumn<T>> columns)
    {
        using var text = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" });
        foreach (var column in columns)
            csv.WriteField(column.Name);
        csv.NextRecord();
        foreach (var row in rows)
        {
            foreach (var column in columns)
                csv.WriteField(Cell(column.Value(row)));
            csv.NextRecord();
        }
    }

    /// <summary>A value as a cell. Only texts are defused: a negative number is a number.</summary>
    public static string Cell(object? value) => value switch
    {
        null => "",
        bool yes => yes ? "true" : "false",
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ssK", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        Guid id => id.ToString("D"),
        TimeSpan span => span.ToString("c", CultureInfo.InvariantCulture),
        // Without the zeros that the database adds to a whole number.
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        byte or short or int or long or float or double =>
            ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        _ => Defuse(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    /// <summary>A cell as it was before it was written: without the apostrophe that keeps it from being taken for a formula.</summary>
    public static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && IsFormula(cell[1]) ? cell[1..] : cell;

    private static string Defuse(string text) => text.Length > 0 && IsFormula(text[0]) ? "'" + text : text;

    private static bool IsFormula(char first) => first is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n';
}
