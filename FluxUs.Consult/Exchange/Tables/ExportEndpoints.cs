using System.Security.Claims;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Exchange.Tables;

/// <summary>The tables of a study as a download.</summary>
internal static class ExportEndpoints
{
    public static void MapExport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/studies/{slug}/export.zip", Download).RequireAuthorization();

    private static async Task<IResult> Download(
        string slug, ClaimsPrincipal person, StudyDoor door, ExportTables export, RefusalTexts texts, TimeProvider time, HttpContext context, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return texts.Answer(Outcome.NotFound);
        if (!access.May(Permission.Export)) return texts.Answer(Outcome.Forbidden);
        // The page says why a password is asked for.
        if (!SignedIn.IsFresh(access.ConfirmedAt, time.GetUtcNow().UtcDateTime)) return TypedResults.LocalRedirect($"/studies/{slug}/export");

        // Aside, on the disk: a ZIP is written in steps that a response does not allow.
        var file = new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        context.Response.RegisterForDisposeAsync(file);
        var outcome = await export.Run(access, file, cancellation);
        if (!outcome.IsDone) return texts.Answer(outcome.Failure);
        file.Position = 0;
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(file, "application/zip", $"{slug}.zip");
    }
}
