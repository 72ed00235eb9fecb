using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Experts;

public static class ExpertsModule
{
    public static IServiceCollection AddExperts(this IServiceCollection services) => services.AddActsOf<ExpertsTexts>().AddSingleton<IdentitySeal>();

    public static IEndpointRouteBuilder MapExperts(this IEndpointRouteBuilder endpoints) => endpoints;
}
