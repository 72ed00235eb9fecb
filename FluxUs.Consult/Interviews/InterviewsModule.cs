using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Foundation.Ui.Layout;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

public static class InterviewsModule
{
    public static IServiceCollection AddInterviews(this IServiceCollection services) => services
        .AddActsOf<InterviewsTexts>()
        .AddSingleton(new RailEntry(RailGroup.Evidence, 2, typeof(InterviewsTexts), "Interviews", "interviews")
        {
            Visible = context => context.IsOneOf("Manager", "Researcher", "Editor"),
            Count = async (context, cancellation) =>
                await context.Services.GetRequiredService<ConsultDbContext>().Set<Interview>().CountAsync(interview => interview.StudyId == context.StudyId, cancellation),
        })
        .AddScoped<IHoldsExpertWords, WordsInInterviews>()
        .AddScoped<IKeepsFiles, FilesOfInterviews>()
        .AddScoped<IListsInterviews, InterviewsOfExpert>()
        .AddScoped<IAutosaveTarget, InterviewNoteAutosave>()
        .AddSingleton(provider => new InterviewGuides(Path.Combine(
            provider.GetRequiredService<IConfiguration>()["Templates:Root"] ?? Path.Combine(AppContext.BaseDirectory, "templates"), "guides")));

    public static IEndpointRouteBuilder MapInterviews(this IEndpointRouteBuilder endpoints) => endpoints;
}
