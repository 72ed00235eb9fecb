using System.Text;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Jobs;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using FluxUs.Consult.Web.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FluxUs.Consult.Tests.Foundation.Jobs;

public class JobTests
{
    [Fact]
    public async Task A_job_gives_its_file_to_whoever_began_it_and_to_nobody_else()
    {
        await using var test = await TestStudy.Create(with: services => services.AddSingleton<IRunsAsJob>(new Steps(async run =>
        {
            run.Progress.Report(new JobProgress(1, 2));
            await run.Output.WriteAsync(Encoding.UTF8.GetBytes("ensemble"), TestStudy.Cancellation);
            return new JobResult("dossier.txt", "text/plain");
        })));
        var access = await test.As(Roles.Committee);
        var id = await Begin(test, access);

        await Work(test, id, access);

        var file = await test.Get<OpenJobFile>().Run(access, id, TestStudy.Cancellation);
        Assert.Equal("dossier.txt", file.Value!.FileName);
        using var reader = new StreamReader(file.Value.Content);
        Assert.Equal("ensemble", await reader.ReadToEndAsync(TestStudy.Cancellation));
        Assert.Equal(OutcomeKind.NotFound, (await test.Get<OpenJobFile>().Run(await test.As(Roles.Manager), id, TestStudy.Cancellation)).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await test.Get<ReadJob>().Run(await test.As(Roles.Manager), id, TestStudy.Cancellation)).Kind);
    }

    [Fact]
    public async Task A_job_that_a_stop_cut_off_is_begun_again()
    {
        await using var test = await TestStudy.Create(with: services => services.AddSingleton<IRunsAsJob>(new Steps(_ => Task.FromResult<Outcome<JobResult>>(new JobResult("a.txt", "text/plain")))));
        var access = await test.As(Roles.Manager);
        var job = new Job(Steps.Name, access.StudyId, access.Actor.Id, access.Roles.ToString(), "", test.Time.GetUtcNow().UtcDateTime);
        job.Begin();
        await test.Save(job);

        await Work(test, job.Id, access);

        Assert.Equal(JobState.Done, (await test.Get<ReadJob>().Run(access, job.Id, TestStudy.Cancellation)).Value!.State);
    }

    [Fact]
    public async Task A_job_that_stopped_the_server_twice_is_given_up()
    {
        await using var test = await TestStudy.Create(with: services => services.AddSingleton<IRunsAsJob>(new Steps(_ => Task.FromResult<Outcome<JobResult>>(new JobResult("a.txt", "text/plain")))));
        var access = await test.As(Roles.Manager);
        var job = new Job(Steps.Name, access.StudyId, access.Actor.Id, access.Roles.ToString(), "", test.Time.GetUtcNow().UtcDateTime);
        job.Begin();
        job.Begin();
        await test.Save(job);

        await Work(test, job.Id, access);

        Assert.Equal(JobState.Failed, (await test.Get<ReadJob>().Run(access, job.Id, TestStudy.Cancellation)).Value!.State);
    }

    [Fact]
    public async Task The_file_of_a_job_is_closed_to_whoever_is_in_the_study_something_else_by_now_and_after_a_day_to_all()
    {
        await using var test = await TestStudy.Create(with: services => services.AddSingleton<IRunsAsJob>(new Steps(_ => Task.FromResult<Outcome<JobResult>>(new JobResult("a.txt", "text/plain")))));
        var access = await test.As(Roles.Manager);
        var id = await Begin(test, access);
        await Work(test, id, access);

        var demoted = new StudyAccess(access.Actor, access.StudyId, access.Slug, Roles.Committee, null);
        Assert.Equal(OutcomeKind.NotFound, (await test.Get<OpenJobFile>().Run(demoted, id, TestStudy.Cancellation)).Kind);
        var open = await test.Get<OpenJobFile>().Run(access, id, TestStudy.Cancellation);
        await open.Value!.Content.DisposeAsync();
        test.Wait(JobFiles.Kept + TimeSpan.FromMinutes(1));

        Assert.Equal(OutcomeKind.NotFound, (await test.Get<OpenJobFile>().Run(access, id, TestStudy.Cancellation)).Kind);
    }

    [Fact]
    public async Task A_fault_of_one_job_is_told_and_stops_none_of_the_others()
    {
        var calls = 0;
        await using var test = await TestStudy.Create(with: services => services.AddSingleton<IRunsAsJob>(new Steps(_ =>
            calls++ == 0 ? throw new InvalidOperationException("a fault of the test") : Task.FromResult<Outcome<JobResult>>(new JobResult("a.txt", "text/plain")))));
        var access = await test.As(Roles.Manager);
        var (first, second) = (await Begin(test, access), await Begin(test, access));

        await Work(test, second, access);

        Assert.Equal(JobState.Failed, (await test.Get<ReadJob>().Run(access, first, TestStudy.Cancellation)).Value!.State);
        Assert.Equal(JobState.Done, (await test.Get<ReadJob>().Run(access, second, TestStudy.Cancellation)).Value!.State);
    }

    [Fact]
    public async Task A_refusal_says_why_and_keeps_no_file()
    {
        await using var test = await TestStudy.Create(with: services => services.AddSingleton<IRunsAsJob>(new Steps(async run =>
        {
            await run.Output.WriteAsync(new byte[3], TestStudy.Cancellation);
            return Outcome.Refused<StudiesTexts>("SlugTaken", null, "demo");
        })));
        var access = await test.As(Roles.Manager);
        var id = await Begin(test, access);

        await Work(test, id, access);

        var job = (await test.Get<ReadJob>().Run(access, id, TestStudy.Cancellation)).Value!;
        var refusal = Assert.Single(job.Refusals);
        Assert.Equal((JobState.Refused, typeof(StudiesTexts), "SlugTaken", "demo"), (job.State, refusal.Texts, refusal.Key, refusal.Arguments.Single()));
        Assert.Empty(Directory.GetFiles(Path.Combine(test.Root, "jobs")));
    }

    [Fact]
    public async Task A_job_that_is_stopped_keeps_nothing()
    {
        var begun = new TaskCompletionSource();
        await using var test = await TestStudy.Create(with: services => services.AddSingleton<IRunsAsJob>(new Steps(async (_, cancellation) =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
            return new JobResult("a.txt", "text/plain");
        })));
        var access = await test.As(Roles.Manager);
        var id = await Begin(test, access);
        var work = Work(test, id, access);
        await begun.Task.WaitAsync(TestStudy.Cancellation);

        await test.Get<CancelJob>().Handle(access, new CancelJobRequest(id), TestStudy.Cancellation);

        await work;
        Assert.Equal(JobState.Cancelled, (await test.Get<ReadJob>().Run(access, id, TestStudy.Cancellation)).Value!.State);
    }

    private static async Task<Guid> Begin(TestStudy test, StudyAccess access) =>
        (await test.Get<JobStart>().Begin(access.Actor, null, Steps.Name, access.StudyId, access.Roles.ToString(), "", TestStudy.Cancellation)).Value;

    // As the server does, until this job has ended.
    private static async Task Work(TestStudy test, Guid last, StudyAccess access)
    {
        var runner = test.Services.GetServices<IHostedService>().OfType<JobRunner>().Single();
        await runner.StartAsync(TestStudy.Cancellation);
        while (!(await test.Get<ReadJob>().Run(access, last, TestStudy.Cancellation)).Value!.HasEnded) await Task.Yield();
        await runner.StopAsync(TestStudy.Cancellation);
    }

    private sealed class Steps(Func<JobRun, CancellationToken, Task<Outcome<JobResult>>> steps) : IRunsAsJob
    {
        public const string Name = "Steps";

        public Steps(Func<JobRun, Task<Outcome<JobResult>>> steps) : this((run, _) => steps(run))
        {
        }

        public string Kind => Name;

        public Task<Outcome<JobResult>> Run(JobRun run, CancellationToken cancellation) => steps(run, cancellation);
    }
}
