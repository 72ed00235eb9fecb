using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Interviews;

public static class InterviewsModule
{
    public static IServiceCollection AddInterviews(this IServiceCollection services) => services.AddActsOf<InterviewsTexts>();

    public static IEndpointRouteBuilder MapInterviews(this IEndpointRouteBuilder endpoints) => endpoints;
}
