using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Jobs;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Web.Jobs;

/// <param name="Size">Of the file, in bytes; null when there is none, or no more.</param>
public sealed record JobView(Guid Id, string Kind, JobState State, JobProgress Progress, string? FileName, long? Size, IReadOnlyList<Refusal> Refusals)
{
    public bool HasEnded => State is not (JobState.Waiting or JobState.Running);
}

/// <summary>How far a job is, for whoever began it and nobody else.</summary>
public sealed class ReadJob(ConsultDbContext db, JobDesk desk, JobFiles files, TimeProvider time)
{
    public async Task<Outcome<JobView>> Run(StudyAccess access, Guid id, CancellationToken cancellation)
    {
        if (!access.May(Permission.OpenStudy)) return Outcome.Forbidden;
        var job = await db.Set<Job>().AsNoTracking().SingleOrDefaultAsync(found => found.Id == id && found.StudyId == access.StudyId && found.AccountId == access.Actor.Id, cancellation);
        if (job is null) return Outcome.NotFound;
        await using var file = job.IsKept(time.GetUtcNow().UtcDateTime) ? files.Open(id) : null;
        return new JobView(id, job.Kind, job.State, desk.ProgressOf(id), job.FileName, file?.Length, job.Refusals);
    }
}
