using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace FluxUs.Consult.Foundation.Files;

/// <summary>Reads CSV (RFC 4180), with a comma or, as spreadsheets in French and Dutch write it, a semicolon.</summary>
public static class CsvSheet
{
    public static SheetText Read(string text)
    {
        var firstLine = text.AsSpan(0, text.IndexOfAny(['\r', '\n']) is var end and >= 0 ? end : text.Length);
        var separator = firstLine.Count(';') > firstLine.Count(',') ? ";" : firstLine.Count('\t') > firstLine.Count(',') ? "\t" : ",";
        using var csv = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator, IgnoreBlankLines = false, BadDataFound = null });
        var cells = new List<SheetCell>();
        for (var row = 1; csv.Read(); row++)
        {
            for (var column = 1; column <= csv.Count; column++)
            {
                if (csv[column - 1].Trim() is { Length: > 0 } cell) cells.Add(new SheetCell(row, column, CsvTables.Plain(cell)));
            }
        }

        return new SheetText(cells);
    }
}
