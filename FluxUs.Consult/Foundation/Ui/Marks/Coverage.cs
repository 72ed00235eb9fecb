namespace FluxUs.Consult.Foundation.Ui.Marks;

/// <param name="Name">A class of role, or the literature.</param>
/// <param name="Count">How many people or documents it has.</param>
public sealed record CoverageColumn(string Name, int Count);

/// <param name="Name">An axis of the codebook.</param>
/// <param name="Cells">One for each column.</param>
public sealed record CoverageRow(string Name, IReadOnlyList<CoverageCell> Cells);

/// <param name="Count">Distinct people or documents.</param>
/// <param name="Awaited">Whether an empty cell is a gap that matters: someone is awaited here.</param>
/// <param name="Address">The excerpts that are counted, or where the awaited person is invited.</param>
public sealed record CoverageCell(int Count, bool Awaited = false, string? Address = null);
