using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Autosave;

namespace FluxUs.Consult.Fiches;

public static class FichesModule
{
    public static IServiceCollection AddFiches(this IServiceCollection services) => services
        .AddActsOf<FichesTexts>()
        .AddScoped<Composition.GatherMaterial>()
        .AddSingleton<EditionAddresses>()
        .AddScoped<IAutosaveTarget, SectionAutosave>()
        .AddScoped<IAutosaveTarget, MessageAutosave>()
        .AddSingleton(provider => new FicheTemplates(Path.Combine(
            provider.GetRequiredService<IConfiguration>()["Templates:Root"] ?? Path.Combine(AppContext.BaseDirectory, "templates"), "fiches")));

    public static IEndpointRouteBuilder MapFiches(this IEndpointRouteBuilder endpoints) => endpoints;
}
