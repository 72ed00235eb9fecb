using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Committee;

public static class CommitteeModule
{
    public static IServiceCollection AddCommittee(this IServiceCollection services) => services.AddActsOf<CommitteeTexts>();

    public static IEndpointRouteBuilder MapCommittee(this IEndpointRouteBuilder endpoints) => endpoints;
}
