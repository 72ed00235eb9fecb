using System.Security.Claims;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Web.Jobs;

/// <summary>What the job page asks while it waits, and the file that comes of it.</summary>
internal static class JobEndpoints
{
    public static void MapJobs(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/studies/{slug}/jobs/{id:guid}/progress", Progress).RequireAuthorization();
        endpoints.MapGet("/studies/{slug}/jobs/{id:guid}/file", Download).RequireAuthorization();
    }

    private static async Task<IResult> Progress(string slug, Guid id, ClaimsPrincipal person, StudyDoor door, ReadJob read, RefusalTexts refusals, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return TypedResults.NotFound();
        var job = await read.Run(access, id, cancellation);
        return job.IsDone ? TypedResults.Ok(new { job.Value.HasEnded, job.Value.Progress.Done, job.Value.Progress.Total }) : refusals.Answer(job.Failure);
    }

    private static async Task<IResult> Download(string slug, Guid id, ClaimsPrincipal person, StudyDoor door, OpenJobFile open, RefusalTexts refusals, HttpContext context, CancellationToken cancellation)
    {
        if (await door.Enter(person, slug, cancellation) is not { } access) return TypedResults.NotFound();
        var file = await open.Run(access, id, cancellation);
        if (!file.IsDone) return refusals.Answer(file.Failure);
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.File(file.Value.Content, file.Value.MediaType, file.Value.FileName);
    }
}
