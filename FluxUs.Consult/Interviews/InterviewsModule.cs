using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Autosave;

namespace FluxUs.Consult.Interviews;

public static class InterviewsModule
{
    public static IServiceCollection AddInterviews(this IServiceCollection services) => services
        .AddActsOf<InterviewsTexts>()
        .AddScoped<IAutosaveTarget, InterviewNoteAutosave>()
        .AddSingleton(provider => new InterviewGuides(Path.Combine(
            provider.GetRequiredService<IConfiguration>()["Templates:Root"] ?? Path.Combine(AppContext.BaseDirectory, "templates"), "guides")));

    public static IEndpointRouteBuilder MapInterviews(this IEndpointRouteBuilder endpoints) => endpoints;
}
