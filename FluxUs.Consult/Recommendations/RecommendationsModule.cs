using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Layout;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

public static class RecommendationsModule
{
    public static IServiceCollection AddRecommendations(this IServiceCollection services) => services
        .AddActsOf<RecommendationsTexts>()
        .AddScoped<IRestsOnEvidence, RestingOnEvidence>()
        .AddScoped<IHoldsExpertWords, WordsInFindings>()
        .AddSingleton(new RailEntry(RailGroup.Conclusions, 1, typeof(RecommendationsTexts), "Findings", "findings")
        {
            Visible = IsTeam,
            Count = async (context, cancellation) =>
                await context.Services.GetRequiredService<ConsultDbContext>().Set<Finding>().CountAsync(finding => finding.StudyId == context.StudyId, cancellation),
        })
        .AddSingleton(new RailEntry(RailGroup.Conclusions, 3, typeof(RecommendationsTexts), "Recommendations", "recommendations")
        {
            Visible = IsTeam,
            Count = async (context, cancellation) =>
                await context.Services.GetRequiredService<ConsultDbContext>().Set<Recommendation>().CountAsync(one => one.StudyId == context.StudyId, cancellation),
        });

    public static IEndpointRouteBuilder MapRecommendations(this IEndpointRouteBuilder endpoints) => endpoints;

    private static bool IsTeam(RailContext context) => context.IsOneOf("Manager", "Researcher", "Editor");
}
