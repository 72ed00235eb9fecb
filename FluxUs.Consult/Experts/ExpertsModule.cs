using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Data.Erasure;
using FluxUs.Consult.Foundation.Ui.Layout;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Experts;

public static class ExpertsModule
{
    public static IServiceCollection AddExperts(this IServiceCollection services) => services
        .AddActsOf<ExpertsTexts>()
        .AddSingleton<IdentitySeal>()
        .AddScoped<IErases, ErasedExperts>()
        .AddSingleton(_ => new ConsentForms(Path.Combine(AppContext.BaseDirectory, "templates", "consent")))
        .AddSingleton(new RailEntry(RailGroup.Evidence, 1, typeof(ExpertsTexts), "Experts", "experts")
        {
            Visible = context => context.IsOneOf(nameof(Roles.Manager), nameof(Roles.Researcher)),
            Count = async (context, cancellation) =>
                await context.Services.GetRequiredService<ConsultDbContext>().Set<Expert>().CountAsync(expert => expert.StudyId == context.StudyId, cancellation),
        });

    public static IEndpointRouteBuilder MapExperts(this IEndpointRouteBuilder endpoints) => endpoints;
}
