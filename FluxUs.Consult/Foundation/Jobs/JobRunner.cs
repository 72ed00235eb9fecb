using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Foundation.Jobs;

/// <summary>Does the jobs, one after the other: a study team's server has little to spare.</summary>
internal sealed class JobRunner(IServiceScopeFactory scopes, JobDesk desk, JobFiles files, TimeProvider time, ILogger<JobRunner> log) : BackgroundService
{
    private const int MostAttempts = 2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Guarded(() => TakeUpAgain(stoppingToken), stoppingToken);
        await foreach (var id in desk.Waiting(stoppingToken))
        {
            await Guarded(() => Do(id, stoppingToken), stoppingToken);
        }
    }

    // A full disk or a busy database ends a job, never the server: what could not be written is taken up at the next start.
    private async Task Guarded(Func<Task> step, CancellationToken stopping)
    {
        try
        {
            await step();
        }
        catch (Exception fault) when (!stopping.IsCancellationRequested)
        {
            log.LogError(fault, "Jobs could not go on");
        }
    }

    // What a stop of the server cut off, or kept from beginning.
    private async Task TakeUpAgain(CancellationToken stopping)
    {
        files.DeleteOld();
        await using var scope = scopes.CreateAsyncScope();
        var unfinished = await scope.ServiceProvider.GetRequiredService<ConsultDbContext>().Set<Job>()
            .Where(job => job.State == JobState.Waiting || job.State == JobState.Running).OrderBy(job => job.AskedAt).Select(job => job.Id).ToListAsync(stopping);
        unfinished.ForEach(desk.Enqueue);
    }

    private async Task Do(Guid id, CancellationToken stopping)
    {
        files.DeleteOld();
        await using var scope = scopes.CreateAsyncScope();
        if (await Change(scope.ServiceProvider, id, Begin, stopping) is not { State: JobState.Running } begun) return;
        using var work = desk.Begin(id, stopping);
        try
        {
            Outcome<JobResult> outcome;
            await using (var output = files.Create(id))
            {
                var runner = scope.ServiceProvider.GetServices<IRunsAsJob>().Single(one => one.Kind == begun.Kind);
                outcome = await runner.Run(new JobRun(Actor.Account(begun.AccountId), begun.StudyId, begun.Request, output, work), work.Cancellation);
            }

            var ended = await Change(scope.ServiceProvider, id, job => End(job, outcome), stopping);
            if (ended?.State != JobState.Done) files.Delete(id);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            files.Delete(id);
            await Change(scope.ServiceProvider, id, job => job.Cancel(Now), stopping);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Any fault of one job, so that the ones after it are done.
            log.LogError(fault, "Job {Job} ({Kind}) failed", id, begun.Kind);
            files.Delete(id);
            await Change(scope.ServiceProvider, id, job => job.Fail(Now), stopping);
        }
    }

    private void Begin(Job job)
    {
        if (job.Attempts < MostAttempts) job.Begin();
        else job.Fail(Now);
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private void End(Job job, Outcome<JobResult> outcome)
    {
        if (outcome.IsDone) job.Finish(outcome.Value, Now);
        else job.Refuse(outcome.Refusals, Now);
    }

    /// <returns>Null when it has ended already.</returns>
    private static async Task<Job?> Change(IServiceProvider services, Guid id, Action<Job> change, CancellationToken stopping)
    {
        var db = services.GetRequiredService<ConsultDbContext>();
        var outcome = await db.Write<Job>(Actor.Job(id), null, async () =>
        {
            var job = await db.Set<Job>().SingleOrDefaultAsync(found => found.Id == id, stopping);
            if (job is null || job.HasEnded) return Outcome.NotFound;
            change(job);
            return job;
        }, stopping);
        return outcome.Value;
    }
}
