using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Foundation.Jobs;

/// <summary>Begins a job, for the acts of rooms, which have checked that their actor may.</summary>
public sealed class JobStart(ConsultDbContext db, JobDesk desk, TimeProvider time)
{
    /// <param name="askedAs">What the actor is in the study: the file is for them as long as they are it.</param>
    /// <param name="operation">The operation id of the form: sent twice, it begins one job.</param>
    /// <returns>The job's id.</returns>
    public Task<Outcome<Guid>> Begin(Actor actor, Guid? operation, string kind, Guid studyId, string askedAs, string request, CancellationToken cancellation) =>
        db.Write<Guid>(actor, operation, () =>
        {
            var job = new Job(kind, studyId, actor.Id, askedAs, request, time.GetUtcNow().UtcDateTime);
            db.Add(job);
            db.AfterCommit(_ =>
            {
                desk.Enqueue(job.Id);
                return Task.CompletedTask;
            });
            return Task.FromResult<Outcome<Guid>>(job.Id);
        }, cancellation);
}
