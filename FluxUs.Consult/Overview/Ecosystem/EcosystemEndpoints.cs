using System.Security.Claims;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Overview.Ecosystem;

/// <summary>Downloads of the ecosystem, and the way from the list of flows, which the picture is.</summary>
internal static class EcosystemEndpoints
{
    public static void MapEcosystem(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/studies/{slug}/flows", ToOverview).RequireAuthorization();
        endpoints.MapGet("/studies/{slug}/overview/{table:regex(^(quantities|offerings|stages|organisations|programmes)$)}.csv", Export).RequireAuthorization();
        endpoints.MapGet("/studies/{slug}/overview/{language:regex(^(fr|nl|en)$)}.pdf", Chapter).RequireAuthorization();
    }

    // Flows stand in the picture; nobody learns by the redirect which studies there are.
    private static async Task<IResult> ToOverview(string slug, ClaimsPrincipal person, StudyDoor door, CancellationToken cancellation) =>
        await door.Enter(person, slug, cancellation) is { } access ? TypedResults.LocalRedirect($"/studies/{access.Slug}/overview") : TypedResults.NotFound();

    private static async Task<IResult> Export(
        string slug, string table, string? flow, string? rung, string? retained, string? kind, string? only, string? sort,
        ClaimsPrincipal person, StudyDoor door, ExportEcosystem export, RefusalTexts refusals, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return TypedResults.NotFound();
        using var content = new MemoryStream();
        var outcome = await export.Run(access, EcosystemQuery.Table(table), EcosystemQuery.Filter(flow, rung, retained, kind, only, sort), content, cancellation);
        return outcome.IsDone ? TypedResults.File(content.ToArray(), "text/csv; charset=utf-8", $"{slug}-{table}.csv") : refusals.Answer(outcome.Failure);
    }

    private static async Task<IResult> Chapter(string slug, string language, ClaimsPrincipal person, StudyDoor door, RenderEcosystem render, RefusalTexts refusals, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return TypedResults.NotFound();
        var outcome = await render.Run(access, language, cancellation);
        return outcome.IsDone ? TypedResults.File(outcome.Value, "application/pdf", $"{slug}-ecosystem-{language}.pdf") : refusals.Answer(outcome.Failure);
    }
}
