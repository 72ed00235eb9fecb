using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Literature;

public static class LiteratureModule
{
    public static IServiceCollection AddLiterature(this IServiceCollection services) => services.AddActsOf<LiteratureTexts>();

    public static IEndpointRouteBuilder MapLiterature(this IEndpointRouteBuilder endpoints) => endpoints;
}
