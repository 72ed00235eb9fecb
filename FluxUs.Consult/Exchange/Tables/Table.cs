using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Exchange.Tables;

internal interface ITable
{
    string FileName { get; }

    void Write(Stream stream);
}

/// <summary>One table with its rows.</summary>
internal sealed record Table<T>(string FileName, IReadOnlyList<T> Rows, params IReadOnlyList<CsvColumn<T>> Columns) : ITable
{
    public void Write(Stream stream) => CsvTables.Write(stream, Rows, Columns);
}

internal static class Cells
{
    /// <summary>Several codes in one cell, in the order of the alphabet.</summary>
    public static string Join(IEnumerable<string> codes) => string.Join(';', codes.Order(StringComparer.Ordinal));
}
