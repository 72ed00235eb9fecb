using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Overview;

public static class OverviewModule
{
    public static IServiceCollection AddOverview(this IServiceCollection services) => services.AddActsOf<OverviewTexts>();

    public static IEndpointRouteBuilder MapOverview(this IEndpointRouteBuilder endpoints) => endpoints;
}
