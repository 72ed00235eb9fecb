using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Fiches;

public static class FichesModule
{
    public static IServiceCollection AddFiches(this IServiceCollection services) => services.AddActsOf<FichesTexts>();

    public static IEndpointRouteBuilder MapFiches(this IEndpointRouteBuilder endpoints) => endpoints;
}
