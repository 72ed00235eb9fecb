using System.Text.Json;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Jobs;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Fiches.Editions;

public sealed record PreparePackRequest(string Language, PackFormat Format, Guid? Operation = null);

/// <summary>Begins a pack that takes longer than one waits for a page.</summary>
/// <returns>The id of the job.</returns>
public sealed class PreparePack(JobStart jobs)
{
    public async Task<Outcome<Guid>> Handle(StudyAccess access, PreparePackRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadFiches)) return Outcome.Forbidden;
        var asked = JsonSerializer.Serialize(new PackJobRequest(access.Slug, request.Language, request.Format));
        return await jobs.Begin(access.Actor, request.Operation, PackJob.Name, access.StudyId, access.Roles.ToString(), asked, cancellation);
    }
}

internal sealed record PackJobRequest(string Slug, string Language, PackFormat Format);

/// <summary>A pack as a job, fiche by fiche.</summary>
internal sealed class PackJob(StudyDoor door, RenderPack render) : IRunsAsJob
{
    public const string Name = "Pack";

    public string Kind => Name;

    public async Task<Outcome<JobResult>> Run(JobRun run, CancellationToken cancellation)
    {
        var request = JsonSerializer.Deserialize<PackJobRequest>(run.Request)!;
        if (await door.Enter(run.Actor, request.Slug, cancellation) is not { } access) return Outcome.NotFound;
        var rendered = await render.Run(access, new RenderPackRequest(request.Language, request.Format), run.Output, run.Progress, cancellation);
        return rendered.IsDone ? new JobResult(rendered.Value.FileName, rendered.Value.MediaType) : rendered.Failure;
    }
}
