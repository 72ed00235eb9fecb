using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Priorities.Spreadsheets;

/// <summary>Reads and writes SpreadsheetML (ECMA-376 part 1): the first sheet, text and numbers, no formulas.</summary>
internal static class XlsxScores
{
    private const int MostCells = 200_000;

    public static void Write(Stream stream, string sheetName, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        var workbook = document.AddWorkbookPart();
        var sheet = workbook.AddNewPart<WorksheetPart>();
        var data = new SheetData();
        var number = 0u;
        foreach (var row in rows)
        {
            number++;
            var line = new Row { RowIndex = number };
            for (var column = 0; column < row.Count; column++)
            {
                if (CellOf(row[column], SheetCell.NameOf((int)number, column + 1)) is { } cell) line.Append(cell);
            }

            data.Append(line);
        }

        sheet.Worksheet = new Worksheet(data);
        workbook.Workbook = new Workbook(new Sheets(new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = sheetName }));
    }

    /// <returns>Null when it is no spreadsheet that can be read.</returns>
    public static SheetText? Read(byte[] content, string fileName)
    {
        // What unpacks to too much is refused before anything is unpacked.
        using (var archive = SafeArchive.Open(new MemoryStream(content, writable: false), fileName, new ArchiveLimits(Entries: 200, TotalBytes: 60L * 1024 * 1024)).Value)
        {
            if (archive is null) return null;
        }

        try
        {
            using var document = SpreadsheetDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
            if (document.WorkbookPart is not { } workbook || workbook.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault()?.Id?.Value is not { } id
                || workbook.GetPartById(id) is not WorksheetPart { Worksheet: { } sheet }) return null;
            var shared = workbook.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(item => item.InnerText).ToList() ?? [];
            var cells = new List<SheetCell>();
            foreach (var cell in sheet.Descendants<Cell>())
            {
                if (cells.Count >= MostCells) return null;
                var (row, column) = PlaceOf(cell.CellReference?.Value);
                if (row == 0) continue;
                var text = TextOf(cell, shared).Trim();
                if (cell.CellFormula is not null || text.Length > 0) cells.Add(new SheetCell(row, column, CsvTables.Plain(text), cell.CellFormula is not null));
            }

            return new SheetText(cells);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or ArgumentException or FormatException or IOException)
        {
            return null;
        }
    }

    private static Cell? CellOf(object? value, string place) => value switch
    {
        null => null,
        decimal number => new Cell { CellReference = place, CellValue = new CellValue(number), DataType = CellValues.Number },
        _ => new Cell { CellReference = place, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(CsvTables.Cell(value)) { Space = SpaceProcessingModeValues.Preserve }) },
    };

    private static string TextOf(Cell cell, List<string> shared)
    {
        if (cell.DataType?.Value == CellValues.InlineString) return cell.InlineString?.InnerText ?? "";
        var text = cell.CellValue?.Text ?? "";
        if (cell.DataType?.Value != CellValues.SharedString) return text;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < shared.Count ? shared[index] : "";
    }

    private static (int Row, int Column) PlaceOf(string? reference)
    {
        var (row, column) = (0, 0);
        foreach (var letter in reference ?? "")
        {
            if (char.IsAsciiLetterUpper(letter) && row == 0 && column < 20_000) column = (column * 26) + letter - 'A' + 1;
            else if (char.IsAsciiDigit(letter) && row < 2_000_000) row = (row * 10) + letter - '0';
            else return (0, 0);
        }

        return column == 0 ? (0, 0) : (row, column);
    }
}
