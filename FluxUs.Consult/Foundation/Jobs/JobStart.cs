using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Foundation.Jobs;

/// <summary>Begins a job, for the acts of rooms, which have checked that their actor may.</summary>
public sealed class JobStart(ConsultDbContext db, JobDesk desk, TimeProvider time)
{
    /// <param name="operation">The operation id of the form: sent twice, it begins one job.</param>
    /// <returns>The job's id.</returns>
    public async Task<Outcome<Guid>> Begin(Actor actor, Guid? operation, string kind, Guid studyId, string request, CancellationToken cancellation)
    {
        var begun = await db.Write<Guid>(actor, operation, () =>
        {
            var job = new Job(kind, studyId, actor.Id, request, time.GetUtcNow().UtcDateTime);
            db.Add(job);
            return Task.FromResult<Outcome<Guid>>(job.Id);
        }, cancellation);
        if (begun.IsDone) desk.Enqueue(begun.Value);
        return begun;
    }
}
