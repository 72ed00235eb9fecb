using System.Linq.Expressions;
using System.Security.Claims;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Foundation.Ui.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public static class StudiesModule
{
    public static IServiceCollection AddStudies(this IServiceCollection services) =>
        services.AddActsOf<StudiesTexts>().AddScoped<StudyDoor>().AddScoped<ISecondFactorRule, SecondFactorRule>()
            .AddScoped<IShellContents, StudyShell>()
            .AddSingleton(new RailEntry(RailGroup.Study, 1, typeof(StudiesTexts), "Study", ""))
            .AddSingleton(new RailEntry(RailGroup.Study, 3, typeof(StudiesTexts), "Offerings", "offerings") { Count = Counted<Offering>(offering => offering.StudyId) })
            .AddSingleton(new RailEntry(RailGroup.House, 9, typeof(StudiesTexts), "Settings", "settings") { Below = ["organisations", "programmes", "glossary"] });

    public static IEndpointRouteBuilder MapStudies(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/", Start);
        endpoints.MapGet("/studies/{slug}/" + GlossaryTable.FileName, Glossary).RequireAuthorization();
        return endpoints;
    }

    private static Func<RailContext, CancellationToken, Task<int?>> Counted<T>(Expression<Func<T, Guid>> study) where T : class => async (context, cancellation) =>
        await context.Services.GetRequiredService<ConsultDbContext>().Set<T>().Select(study).CountAsync(id => id == context.StudyId, cancellation);

    private static async Task<IResult> Glossary(string slug, ClaimsPrincipal person, StudyDoor door, ExportGlossary export, RefusalTexts refusals, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return TypedResults.NotFound();
        var outcome = await export.Run(access, cancellation);
        return outcome.IsDone ? TypedResults.File(outcome.Value, "text/csv; charset=utf-8", $"{slug}-{GlossaryTable.FileName}") : refusals.Answer(outcome.Failure);
    }

    // Whoever has one study, and only its committee's page, is there at once.
    private static async Task<RedirectHttpResult> Start(ClaimsPrincipal user, ListStudies studies, CancellationToken cancellation)
    {
        if (SignedIn.From(user) is not { } person) return TypedResults.LocalRedirect("/sign-in");
        var list = await studies.Run(Actor.Account(person.AccountId), cancellation);
        return TypedResults.LocalRedirect(list.Value?.Studies is [{ Roles: Roles.Committee } only] ? only.Home : "/studies");
    }
}
