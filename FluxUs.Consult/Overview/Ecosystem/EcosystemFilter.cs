namespace FluxUs.Consult.Overview.Ecosystem;

/// <summary>The tables beneath the picture.</summary>
public enum EcosystemTable { Quantities, Offerings, Stages, Organisations, Programmes }

/// <summary>What a table shows and in which order; what is null does not matter. All of it stands in the page's address.</summary>
/// <param name="Flow">The code of a flow.</param>
/// <param name="Rung">Of the offering.</param>
/// <param name="Retained">Only offerings that are retained, or only those that are not.</param>
/// <param name="Kind">Of a programme, or of an organisation in words.</param>
/// <param name="Only">Quantities: only those in dispute. Stages: only those at which somebody sees a lever or an obstacle.</param>
/// <param name="Sort">A column's name; with "-" before it the other way round.</param>
public sealed record EcosystemFilter(string? Flow = null, Rung? Rung = null, bool? Retained = null, string? Kind = null, bool Only = false, string? Sort = null)
{
    internal bool Takes(EcosystemOffering offering) =>
        (Flow is null || offering.FlowCodes.Contains(Flow)) && (Rung is null || offering.Rung == Rung) && (Retained is null || offering.IsRetained == Retained);

    /// <summary>Sorts by the column that is asked for; rows that are alike there, and all of them when none is, keep the order they came in.</summary>
    internal List<T> Sorted<T>(IEnumerable<T> rows, IReadOnlyDictionary<string, Func<T, object?>> columns, string? unlessAsked = null)
    {
        var wanted = Sort ?? unlessAsked;
        if (wanted is null || !columns.TryGetValue(wanted.TrimStart('-'), out var column)) return [.. rows];
        // What is not known comes last, whichever way one sorts.
        var known = rows.OrderBy(row => column(row) is null);
        return [.. wanted[0] == '-' ? known.ThenByDescending(column, CellOrder.Instance) : known.ThenBy(column, CellOrder.Instance)];
    }

    private sealed class CellOrder : IComparer<object?>
    {
        public static readonly CellOrder Instance = new();

        public int Compare(object? left, object? right) => left is string one && right is string other
            ? StringComparer.CurrentCultureIgnoreCase.Compare(one, other) : Comparer<object>.Default.Compare(left, right);
    }
}
