using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Layout;

namespace FluxUs.Consult.Committee;

public static class CommitteeModule
{
    public static IServiceCollection AddCommittee(this IServiceCollection services) => services
        .AddActsOf<CommitteeTexts>()
        .AddSingleton(new RailEntry(RailGroup.House, 1, typeof(CommitteeTexts), "Committee", "committee"));

    public static IEndpointRouteBuilder MapCommittee(this IEndpointRouteBuilder endpoints) => endpoints;
}
