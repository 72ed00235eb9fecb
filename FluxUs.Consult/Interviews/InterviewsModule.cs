using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Interviews;

public static class InterviewsModule
{
    public static IServiceCollection AddInterviews(this IServiceCollection services) => services
        .AddActsOf<InterviewsTexts>()
        .AddSingleton(provider => new InterviewGuides(Path.Combine(
            provider.GetRequiredService<IConfiguration>()["Templates:Root"] ?? Path.Combine(AppContext.BaseDirectory, "templates"), "guides")));

    public static IEndpointRouteBuilder MapInterviews(this IEndpointRouteBuilder endpoints) => endpoints;
}
