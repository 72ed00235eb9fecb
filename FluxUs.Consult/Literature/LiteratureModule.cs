using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Foundation.Ui.Layout;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

public static class LiteratureModule
{
    public static IServiceCollection AddLiterature(this IServiceCollection services) => services
        .AddActsOf<LiteratureTexts>()
        .AddSingleton(new RailEntry(RailGroup.Evidence, 3, typeof(LiteratureTexts), "Literature", "literature")
        {
            Visible = context => context.IsOneOf("Manager", "Researcher", "Editor"),
            Count = async (context, cancellation) =>
                await context.Services.GetRequiredService<ConsultDbContext>().Set<Reference>().CountAsync(reference => reference.StudyId == context.StudyId, cancellation),
        })
        .AddScoped<ISourceLookup, SourceLookup>()
        .AddScoped<IKeepsFiles, FilesOfLiterature>()
        .AddScoped<IAutosaveTarget, ReadingNoteAutosave>();

    public static IEndpointRouteBuilder MapLiterature(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapLiteratureFiles();
        return endpoints;
    }
}
