using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Layout;
using FluxUs.Consult.Overview.Ecosystem;
using FluxUs.Consult.Overview.Ecosystem.Chapter;
using FluxUs.Consult.Overview.Ecosystem.Tables;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Overview;

public static class OverviewModule
{
    public static IServiceCollection AddOverview(this IServiceCollection services) => services.AddActsOf<OverviewTexts>()
        .AddScoped<SearchTexts>().AddScoped<GatherEcosystem>().AddScoped<RetainedOfferings>().AddScoped<StageLines>().AddScoped<OfferingLines>()
        .AddScoped<EcosystemChapter>().AddScoped<IPackChapter>(provider => provider.GetRequiredService<EcosystemChapter>())
        .AddSingleton(new RailEntry(RailGroup.Study, 2, typeof(OverviewTexts), "Ecosystem", "overview")
        {
            Count = async (context, cancellation) =>
                await context.Services.GetRequiredService<ConsultDbContext>().Set<Flow>().CountAsync(flow => flow.StudyId == context.StudyId, cancellation),
            Below = ["flows"],
        });

    public static IEndpointRouteBuilder MapOverview(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapEcosystem();
        return endpoints;
    }
}
