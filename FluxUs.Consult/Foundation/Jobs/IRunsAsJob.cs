using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Foundation.Jobs;

/// <summary>What a room brings that is done as a job. It asks again, as the person who began it, whether it may.</summary>
public interface IRunsAsJob
{
    /// <summary>Its name in the rows and, after <c>Job.</c>, in the texts of the job page.</summary>
    string Kind { get; }

    Task<Outcome<JobResult>> Run(JobRun run, CancellationToken cancellation);
}

/// <param name="FileName">Under which the file is downloaded.</param>
public sealed record JobResult(string FileName, string MediaType);

/// <summary>One run of a job.</summary>
/// <param name="Actor">Whoever asked for it.</param>
/// <param name="Output">Takes the file; empty at first, can be sought in.</param>
/// <param name="Progress">Told how many of how many parts are done.</param>
public sealed record JobRun(Actor Actor, Guid StudyId, string Request, Stream Output, IProgress<JobProgress> Progress);

public readonly record struct JobProgress(int Done, int Total);
