using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Literature;

public static class LiteratureModule
{
    public static IServiceCollection AddLiterature(this IServiceCollection services) => services
        .AddActsOf<LiteratureTexts>()
        .AddScoped<ISourceLookup, SourceLookup>()
        .AddScoped<IAutosaveTarget, ReadingNoteAutosave>();

    public static IEndpointRouteBuilder MapLiterature(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapLiteratureFiles();
        return endpoints;
    }
}
