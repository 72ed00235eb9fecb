using System.Globalization;
using FluxUs.Consult.Studies;
using Microsoft.AspNetCore.Components;

namespace FluxUs.Consult.Overview.Ecosystem.Pages;

/// <summary>A page with the picture of the ecosystem, or of a part of it, and one of the tables beneath. Which table, its filter, order and
/// page stand in the address.</summary>
public abstract class EcosystemPage : StudyPage
{
    [SupplyParameterFromQuery(Name = "table")] public string? TableName { get; set; }
    [SupplyParameterFromQuery(Name = "flow")] public string? FlowCode { get; set; }
    [SupplyParameterFromQuery(Name = "rung")] public string? RungName { get; set; }
    [SupplyParameterFromQuery(Name = "retained")] public string? Retained { get; set; }
    [SupplyParameterFromQuery(Name = "kind")] public string? Kind { get; set; }
    [SupplyParameterFromQuery(Name = "only")] public string? Only { get; set; }
    [SupplyParameterFromQuery(Name = "sort")] public string? Sort { get; set; }
    [SupplyParameterFromQuery(Name = "page")] public string? PageNumber { get; set; }

    [Inject] private ReadEcosystem Ecosystem { get; set; } = null!;

    protected EcosystemTable Table => EcosystemQuery.Table(TableName);

    protected EcosystemFilter Filter => EcosystemQuery.Filter(OneFlow ?? FlowCode, RungName, Retained, Kind, Only, Sort);

    protected int Page => int.TryParse(PageNumber, NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Max(1, page) : 1;

    protected EcosystemView View { get; private set; } = null!;

    /// <summary>The flow that the page is of; null for the whole study.</summary>
    protected virtual string? OneFlow => null;

    protected sealed override async Task<bool> Load()
    {
        // An address with a flow that is no longer there shows all of them; the page of that flow is gone.
        var filter = Filter;
        var outcome = await Ecosystem.Run(Access, Table, filter, Cancellation);
        if (outcome.Kind == Foundation.Data.OutcomeKind.NotFound && OneFlow is null) outcome = await Ecosystem.Run(Access, Table, filter with { Flow = null }, Cancellation);
        View = outcome.Value!;
        return outcome.IsDone;
    }
}
