using FluxUs.Consult.Exchange.Tables;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Layout;

namespace FluxUs.Consult.Exchange;

public static class ExchangeModule
{
    public static IServiceCollection AddExchange(this IServiceCollection services) => services
        .AddActsOf<ExchangeTexts>()
        .AddSingleton(new RailEntry(RailGroup.House, 8, typeof(ExchangeTexts), "Export", "export") { Visible = context => context.IsOneOf("Manager", "Researcher", "Editor") });

    public static IEndpointRouteBuilder MapExchange(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapExport();
        return endpoints;
    }
}
