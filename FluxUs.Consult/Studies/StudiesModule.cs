using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Studies;

public static class StudiesModule
{
    public static IServiceCollection AddStudies(this IServiceCollection services) =>
        services.AddActsOf<StudiesTexts>().AddScoped<StudyDoor>().AddScoped<ISecondFactorRule, SecondFactorRule>();

    public static IEndpointRouteBuilder MapStudies(this IEndpointRouteBuilder endpoints) => endpoints;
}
