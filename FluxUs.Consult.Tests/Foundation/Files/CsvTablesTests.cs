using System.Globalization;
using System.Text;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Tests.Foundation.Files;

public class CsvTablesTests
{
    [Fact]
    public void Cells_that_start_a_formula_are_defused_and_numbers_are_not()
    {
        var rows = new (string Name, object? Value)[]
        {
            ("=HYPERLINK(\"x\")", -1.5m), ("+32", 3), ("-", null), ("@a", true), ("\ta", new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc)), ("é, \"b\"\nc", new DateOnly(2026, 3, 2)),
        };
        using var stream = new MemoryStream();
        CsvTables.Write(stream, rows, new("name", row => row.Name), new("value", row => row.Value));

        Assert.Equal(
            "name,value\n\"'=HYPERLINK(\"\"x\"\")\",-1.5\n'+32,3\n'-,\n'@a,true\n'\ta,2026-03-01\n\"é, \"\"b\"\"\nc\",2026-03-02\n",
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    [Fact]
    public void Numbers_are_written_the_same_in_every_culture()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("fr-BE");
            Assert.Equal("1234.5", CsvTables.Cell(1234.5));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
