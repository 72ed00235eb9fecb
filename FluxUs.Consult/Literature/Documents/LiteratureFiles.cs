using System.Security.Claims;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Literature.Importing;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Literature;

/// <summary>What leaves the room as a file: attachments, and the references for other tools.</summary>
internal static class LiteratureFiles
{
    public static void MapLiteratureFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/studies/{slug}/literature/{key}/files/{id:guid}", Download).RequireAuthorization();
        endpoints.MapGet("/studies/{slug}/literature/export", Export).RequireAuthorization();
    }

    private static async Task<IResult> Download(
        string slug, string key, Guid id, ClaimsPrincipal person, StudyDoor door, OpenAttachment open, FileStore files, RefusalTexts texts, HttpContext context, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return texts.Answer(Outcome.NotFound);
        var opened = await open.Run(access, key, id, cancellation);
        if (!opened.IsDone) return texts.Answer(opened.Failure);
        if (files.Open(opened.Value.Sha256) is not { } content) return texts.Answer(Outcome.NotFound);
        // A document from outside runs nothing and reaches nothing here, even when a browser shows it.
        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(content, opened.Value.MediaType, opened.Value.DownloadName);
    }

    private static async Task<IResult> Export(
        string slug, ClaimsPrincipal person, StudyDoor door, ExportCsl export, RefusalTexts texts, HttpContext context, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return texts.Answer(Outcome.NotFound);
        var items = await export.Run(access, cancellation);
        if (!items.IsDone) return texts.Answer(items.Failure);
        var content = new MemoryStream();
        CslJsonWriter.Write(content, items.Value);
        content.Position = 0;
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(content, "application/vnd.citationstyles.csl+json", $"{slug}-references.json");
    }
}
