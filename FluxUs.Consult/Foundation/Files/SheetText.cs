using System.Globalization;

namespace FluxUs.Consult.Foundation.Files;

/// <summary>One cell of a spreadsheet as it was written.</summary>
/// <param name="IsFormula">It is computed; what it was last worth is not taken for what someone gave.</param>
public sealed record SheetCell(int Row, int Column, string Text, bool IsFormula = false)
{
    /// <summary>As people name it: C5.</summary>
    public string Name => NameOf(Row, Column);

    /// <param name="row">From 1.</param>
    /// <param name="column">From 1.</param>
    public static string NameOf(int row, int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26) letters = (char)('A' + ((rest - 1) % 26)) + letters;
        return letters + row.ToString(CultureInfo.InvariantCulture);
    }
}

/// <summary>A table as text: the cells that are not empty, in order.</summary>
public sealed record SheetText(IReadOnlyList<SheetCell> Cells);
