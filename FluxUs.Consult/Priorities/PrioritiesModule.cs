using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Layout;
using FluxUs.Consult.Priorities.Ranking;

namespace FluxUs.Consult.Priorities;

public static class PrioritiesModule
{
    public static IServiceCollection AddPriorities(this IServiceCollection services) => services
        .AddActsOf<PrioritiesTexts>()
        .AddScoped<IHoldsExpertWords, WordsInScores>()
        .AddSingleton<Simulations>()
        .AddSingleton(new RailEntry(RailGroup.Conclusions, 2, typeof(PrioritiesTexts), "Priorities", "priorities")
        {
            Visible = context => context.IsOneOf("Manager", "Researcher", "Editor"),
        });

    public static IEndpointRouteBuilder MapPriorities(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapTables();
        return endpoints;
    }
}
