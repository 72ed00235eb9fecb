using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Fiches.Editor;
using FluxUs.Consult.Fiches.Review;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Data.Erasure;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Foundation.Jobs;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Foundation.Ui.Layout;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches;

public static class FichesModule
{
    public static IServiceCollection AddFiches(this IServiceCollection services) => services
        .AddActsOf<FichesTexts>()
        .AddScoped<Composition.GatherMaterial>()
        .AddScoped<Composition.GatherContext>()
        .AddScoped<EditionAddresses>()
        .AddSingleton<Templates.StudyLogo>()
        .AddScoped<Templates.ReviewsUnderLook>()
        .AddScoped<IKeepsFiles, FilesOfLooks>()
        .AddScoped<FicheFindings>()
        .AddScoped<IRestsOnFindings>(provider => provider.GetRequiredService<FicheFindings>())
        .AddScoped<IRestsOnEvidence, FicheEvidence>()
        .AddScoped<IHoldsExpertWords, WordsInFiches>()
        .AddScoped<IFollowsInterests, WordsCountedAgain>()
        .AddScoped<IErases, ErasedEditions>()
        .AddScoped<IRunsAsJob, PackJob>()
        .AddSingleton(new RailEntry(RailGroup.Conclusions, 4, typeof(FichesTexts), "Fiches", "fiches")
        {
            Visible = context => context.IsOneOf("Manager", "Researcher", "Editor"),
            Below = ["pack"],
            Count = async (context, cancellation) =>
                await context.Services.GetRequiredService<ConsultDbContext>().Set<Fiche>().CountAsync(fiche => fiche.StudyId == context.StudyId, cancellation),
        })
        .AddScoped<IAutosaveTarget, SectionAutosave>()
        .AddScoped<IAutosaveTarget, MessageAutosave>()
        .AddSingleton(provider => new FicheTemplates(Path.Combine(
            provider.GetRequiredService<IConfiguration>()["Templates:Root"] ?? Path.Combine(AppContext.BaseDirectory, "templates"), "fiches")));

    public static IEndpointRouteBuilder MapFiches(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapEditions();
        endpoints.MapPacks();
        endpoints.MapEditor();
        endpoints.MapLooks();
        return endpoints;
    }
}
