using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Recommendations;

public static class RecommendationsModule
{
    public static IServiceCollection AddRecommendations(this IServiceCollection services) => services.AddActsOf<RecommendationsTexts>();

    public static IEndpointRouteBuilder MapRecommendations(this IEndpointRouteBuilder endpoints) => endpoints;
}
