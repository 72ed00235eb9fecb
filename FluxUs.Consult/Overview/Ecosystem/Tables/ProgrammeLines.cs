using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Overview.Ecosystem.Tables;

internal static class ProgrammeLines
{
    private static readonly Dictionary<string, Func<ProgrammeRow, object?>> Columns = new()
    {
        ["name"] = row => row.Contents.Name.ToString(),
        ["lead"] = row => row.Contents.Lead.ToString(),
        ["budget"] = row => row.Contents.Budget,
        ["period"] = row => row.Contents.FirstYear,
    };

    /// <summary>With a flow, the programmes at work in it or for one of its offerings.</summary>
    public static IReadOnlyList<ProgrammeRow> Of(IReadOnlyList<ProgrammeRow> all, EcosystemContents contents, EcosystemFilter filter)
    {
        var flow = contents.Flows.FirstOrDefault(found => found.Code == filter.Flow);
        var offerings = flow?.Offerings.Select(offering => offering.Id).ToHashSet() ?? [];
        return filter.Sorted(all.Where(row => (filter.Kind is null || row.Contents.Kind.ToString() == filter.Kind)
            && (filter.Flow is null || row.Flows.Any(found => found.Code == filter.Flow) || row.Offerings.Any(offering => offerings.Contains(offering.Id)))), Columns);
    }
}
