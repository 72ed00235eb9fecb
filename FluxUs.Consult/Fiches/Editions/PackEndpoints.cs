using System.Security.Claims;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Studies;
using Microsoft.AspNetCore.Authorization;

namespace FluxUs.Consult.Fiches.Editions;

/// <summary>The pack of all fiches as a download, when it takes no longer than one waits; else its page leads to a job.</summary>
internal static class PackEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    public static void MapPacks(this IEndpointRouteBuilder endpoints)
    {
        foreach (var format in Enum.GetValues<PackFormat>())
        {
            endpoints.MapMethods(
                $"/studies/{{slug}}/pack/{{language:regex(^(fr|nl|en)$)}}.{format.ToString().ToLowerInvariant()}", Reading,
                (string slug, string language, ClaimsPrincipal person, StudyDoor door, ReadPack read, RenderPack render, RefusalTexts refusals, HttpContext context, CancellationToken cancellation) =>
                    Download(slug, new RenderPackRequest(language, format), person, door, read, render, refusals, context, cancellation)).RequireAuthorization();
        }
    }

    private static async Task<IResult> Download(
        string slug, RenderPackRequest request, ClaimsPrincipal person, StudyDoor door, ReadPack read, RenderPack render, RefusalTexts refusals, HttpContext context, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return TypedResults.NotFound();
        var pack = await read.Run(access, request.Language, cancellation);
        if (!pack.IsDone) return refusals.Answer(pack.Failure);
        if (pack.Value.IsLong) return TypedResults.LocalRedirect($"/studies/{slug}/pack/{request.Language}");

        // Aside, on the disk: a refusal or a fault in the middle is no half of a file, and a ZIP is written in steps that a response does not allow.
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        context.Response.RegisterForDisposeAsync(file);
        var outcome = await render.Run(access, request, file, null, cancellation);
        if (!outcome.IsDone) return refusals.Answer(outcome.Failure);
        file.Position = 0;
        return TypedResults.File(file, outcome.Value.MediaType, outcome.Value.FileName);
    }
}
