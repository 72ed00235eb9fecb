using System.Text.Json;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Foundation.Jobs;

public enum JobState { Waiting, Running, Done, Refused, Failed, Cancelled }

/// <summary>A piece of work that takes longer than a person waits, kept as a row so that it survives leaving the page and stopping
/// the server: what was not finished is begun again. It changes nothing in a study, and gives a file to whoever asked for it.</summary>
public sealed class Job : IUnaudited
{
    private Job()
    {
    }

    /// <param name="kind">Which <see cref="IRunsAsJob"/> does it.</param>
    /// <param name="request">What is asked, as that one reads it.</param>
    /// <param name="askedAs">What the person was in the study: the file is for them as long as they are it.</param>
    public Job(string kind, Guid studyId, Guid accountId, string askedAs, string request, DateTime at)
    {
        (Id, Kind, StudyId, AccountId, AskedAs, Request, AskedAt) = (Guid.CreateVersion7(), kind, studyId, accountId, askedAs, request, at);
    }

    public Guid Id { get; private set; }
    public string Kind { get; private set; } = "";
    public Guid StudyId { get; private set; }
    public Guid AccountId { get; private set; }
    public string AskedAs { get; private set; } = "";
    public string Request { get; private set; } = "";
    public DateTime AskedAt { get; private set; }
    public JobState State { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>How often it was begun: what stopped the server twice is not begun again.</summary>
    public int Attempts { get; private set; }

    /// <summary>The name and the kind of the file that came of it.</summary>
    public string? FileName { get; private set; }

    public string? MediaType { get; private set; }

    private string Reasons { get; set; } = "[]";

    /// <summary>Whether its file may still be had: as long as such files are kept.</summary>
    public bool IsKept(DateTime now) => State == JobState.Done && EndedAt > now - JobFiles.Kept;

    public bool HasEnded => State is not (JobState.Waiting or JobState.Running);

    /// <summary>Why it was refused.</summary>
    public IReadOnlyList<Refusal> Refusals =>
        [.. JsonSerializer.Deserialize<List<Reason>>(Reasons)!.Select(reason => new Refusal(Type.GetType(reason.Texts)!, reason.Key, null, [.. reason.Arguments]))];

    public void Begin() => (State, Attempts) = (JobState.Running, Attempts + 1);

    public void Finish(JobResult result, DateTime at) => (State, EndedAt, FileName, MediaType) = (JobState.Done, at, result.FileName, result.MediaType);

    public void Refuse(IReadOnlyList<Refusal> refusals, DateTime at)
    {
        (State, EndedAt) = (JobState.Refused, at);
        Reasons = JsonSerializer.Serialize(refusals.Select(refusal => new Reason(refusal.Texts.AssemblyQualifiedName!, refusal.Key, [.. refusal.Arguments.Select(argument => Convert.ToString(argument, System.Globalization.CultureInfo.InvariantCulture) ?? "")])));
    }

    public void Fail(DateTime at) => (State, EndedAt) = (JobState.Failed, at);

    public void Cancel(DateTime at) => (State, EndedAt) = (JobState.Cancelled, at);

    private sealed record Reason(string Texts, string Key, IReadOnlyList<string> Arguments);
}

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.Property("Reasons");
        builder.Ignore(job => job.Refusals);
        builder.HasIndex(job => job.State);
    }
}
