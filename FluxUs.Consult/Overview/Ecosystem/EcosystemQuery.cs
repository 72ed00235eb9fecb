using System.Globalization;
using FluxUs.Consult.Foundation.Ui.Fields;
using Microsoft.AspNetCore.Http.Extensions;

namespace FluxUs.Consult.Overview.Ecosystem;

/// <summary>How a table and its filter stand in an address: <c>table=offerings&amp;flow=wood&amp;rung=R3&amp;retained=true&amp;sort=-findings</c>. What cannot be read
/// is as if it were not there.</summary>
public static class EcosystemQuery
{
    public static EcosystemTable Table(string? text) => EnumNames.Parse<EcosystemTable>(text) ?? EcosystemTable.Quantities;

    public static string Name(EcosystemTable table) => table.ToString().ToLowerInvariant();

    public static EcosystemFilter Filter(string? flow, string? rung, string? retained, string? kind, string? only, string? sort) => new(
        Filled(flow), EnumNames.Parse<Rung>(rung), retained switch { "true" => true, "false" => false, _ => null }, Filled(kind), only == "true", Filled(sort));

    /// <returns>With a question mark before it; empty for a filter that leaves all rows.</returns>
    public static string Write(EcosystemFilter filter)
    {
        var query = new QueryBuilder();
        void Add(string name, string? value) { if (value is not null) query.Add(name, value); }
        Add("flow", filter.Flow);
        Add("rung", filter.Rung?.ToString());
        Add("retained", filter.Retained?.ToString(CultureInfo.InvariantCulture).ToLowerInvariant());
        Add("kind", filter.Kind);
        Add("only", filter.Only ? "true" : null);
        Add("sort", filter.Sort);
        return query.ToString();
    }

    private static string? Filled(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
