using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Evidence;

public static class EvidenceModule
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services.AddActsOf<EvidenceTexts>().AddScoped<Excerpts.ExcerptSources>();

    public static IEndpointRouteBuilder MapEvidence(this IEndpointRouteBuilder endpoints) => endpoints;
}
