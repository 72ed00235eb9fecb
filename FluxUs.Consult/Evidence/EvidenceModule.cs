using FluxUs.Consult.Evidence.Codebook;
using FluxUs.Consult.Evidence.Desk;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Foundation.Ui.Layout;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence;

public static class EvidenceModule
{
    public static IServiceCollection AddEvidence(this IServiceCollection services) => services
        .AddActsOf<EvidenceTexts>()
        .AddScoped<TellableRoles>()
        .AddScoped<ITellsOfLabels, LabelsAfterWithdrawal>()
        .AddScoped<ExcerptSources>()
        .AddScoped<CountStages>()
        .AddScoped<DeskActs>()
        .AddScoped<IHoldsExpertWords, WordsInEvidence>()
        .AddScoped<IAutosaveTarget, MemoAutosave>()
        .AddSingleton(new RailEntry(RailGroup.Evidence, 4, typeof(EvidenceTexts), "Coding", "evidence")
        {
            Visible = context => context.IsOneOf("Manager", "Researcher", "Editor"),
            Count = CountExcerpts,
            Below = ["codebook", "quotes"],
        });

    public static IEndpointRouteBuilder MapEvidence(this IEndpointRouteBuilder endpoints)
    {
        TagStylesheet.Map(endpoints);
        return endpoints;
    }

    // An editor counts what an editor can read, as the list does.
    private static async Task<int?> CountExcerpts(RailContext context, CancellationToken cancellation)
    {
        var db = context.Services.GetRequiredService<ConsultDbContext>();
        var all = context.IsOneOf("Manager", "Researcher");
        return await db.Set<Excerpt>().CountAsync(
            excerpt => excerpt.StudyId == context.StudyId && (all || db.Set<SourceText>().Any(text => text.Id == excerpt.SourceTextId && text.FreeOfNamesAt != null)), cancellation);
    }
}
