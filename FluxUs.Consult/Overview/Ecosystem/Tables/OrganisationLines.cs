using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Overview.Ecosystem.Tables;

internal static class OrganisationLines
{
    private static readonly Dictionary<string, Func<OrganisationRow, object?>> Columns = new()
    {
        ["name"] = row => row.Name,
        ["kind"] = row => row.Kind.IsEmpty ? null : row.Kind.ToString(),
        ["roles"] = row => row.Roles.Count,
    };

    /// <summary>With a flow, the organisations that do something in it or for one of its offerings.</summary>
    public static IReadOnlyList<OrganisationRow> Of(IReadOnlyList<OrganisationRow> all, EcosystemContents contents, EcosystemFilter filter)
    {
        var flow = contents.Flows.FirstOrDefault(found => found.Code == filter.Flow);
        var offerings = flow?.Offerings.Select(offering => offering.Code).ToHashSet() ?? [];
        return filter.Sorted(all.Where(row => (filter.Kind is null || row.Kind.Says(filter.Kind))
            && (filter.Flow is null || row.Roles.Any(role => role.FlowCode == filter.Flow || (role.OfferingCode is { } offering && offerings.Contains(offering))))), Columns);
    }
}
