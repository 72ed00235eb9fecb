using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Overview.Ecosystem.Tables;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Overview.Ecosystem;

/// <summary>The rows of the one table that was asked for, all of them, filtered and sorted; the other lists are empty.</summary>
public sealed record EcosystemRows
{
    public IReadOnlyList<QuantityLine> Quantities { get; init; } = [];
    public IReadOnlyList<OfferingLine> Offerings { get; init; } = [];
    public IReadOnlyList<StageLine> Stages { get; init; } = [];
    public IReadOnlyList<OrganisationRow> Organisations { get; init; } = [];
    public IReadOnlyList<ProgrammeRow> Programmes { get; init; } = [];

    /// <summary>What organisations can be filtered by.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    public int Count => Quantities.Count + Offerings.Count + Stages.Count + Organisations.Count + Programmes.Count;
}

/// <param name="Stages">Every stage, worst first; empty where neither the table nor the page of a flow needs it.</param>
public sealed record EcosystemView(EcosystemContents Contents, IReadOnlyList<StageLine> Stages, EcosystemRows Rows);

/// <summary>The picture of the ecosystem and one of the tables beneath it. The number of queries does not grow with their rows.</summary>
public sealed class ReadEcosystem(GatherEcosystem gather, StageLines stageLines, OfferingLines offeringLines, ListOrganisations organisations, ListProgrammes programmes)
{
    public async Task<Outcome<EcosystemView>> Run(StudyAccess access, EcosystemTable table, EcosystemFilter filter, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadCatalogue)) return Outcome.Forbidden;
        var contents = await gather.Of(access.StudyId, cancellation);
        if (filter.Flow is { } code && !contents.Flows.Any(flow => flow.Code == code)) return Outcome.NotFound;
        var countsStages = table is EcosystemTable.Quantities or EcosystemTable.Stages || filter.Flow is not null;
        var stages = countsStages ? await stageLines.All(access, contents, cancellation) : [];
        return new EcosystemView(contents, stages, table switch
        {
            EcosystemTable.Quantities => new EcosystemRows { Quantities = QuantityLines.Of(contents, stages, filter) },
            EcosystemTable.Stages => new EcosystemRows { Stages = StageLines.Of(stages, filter) },
            EcosystemTable.Offerings => new EcosystemRows { Offerings = await offeringLines.Of(access, contents, filter, cancellation) },
            EcosystemTable.Organisations => Organisations((await organisations.Run(access, cancellation)).Value ?? [], contents, filter),
            _ => new EcosystemRows { Programmes = ProgrammeLines.Of((await programmes.Run(access, cancellation)).Value ?? [], contents, filter) },
        });
    }

    private static EcosystemRows Organisations(IReadOnlyList<OrganisationRow> all, EcosystemContents contents, EcosystemFilter filter) => new()
    {
        Organisations = OrganisationLines.Of(all, contents, filter),
        Kinds = [.. all.Select(row => row.Kind.ToString()).Where(kind => kind.Length > 0).Distinct().Order(StringComparer.CurrentCultureIgnoreCase)],
    };
}
