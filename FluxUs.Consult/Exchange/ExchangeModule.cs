using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Exchange;

public static class ExchangeModule
{
    public static IServiceCollection AddExchange(this IServiceCollection services) => services.AddActsOf<ExchangeTexts>();

    public static IEndpointRouteBuilder MapExchange(this IEndpointRouteBuilder endpoints) => endpoints;
}
