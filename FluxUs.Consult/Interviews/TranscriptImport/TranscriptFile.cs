using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Interviews;

/// <summary>A file with a transcript or notes, kept as it was brought, by its hash in the file store. Its preview reads it
/// again, so that nothing half-imported ever stands in the study.</summary>
public sealed class TranscriptFile
{
    private TranscriptFile() => (FileName, Sha256) = ("", "");

    public TranscriptFile(Guid interviewId, string fileName, string sha256, long size, Guid by, DateTime at) =>
        (Id, InterviewId, FileName, Sha256, Size, BroughtBy, BroughtAt) = (Guid.CreateVersion7(), interviewId, fileName, sha256, size, by, at);

    public Guid Id { get; private set; }
    public Guid InterviewId { get; private set; }
    /// <summary>As the person's machine calls it; it may hold the expert's name.</summary>
    [ExpertWords] public string FileName { get; private set; }
    public string Sha256 { get; private set; }
    /// <summary>In bytes.</summary>
    public long Size { get; private set; }
    public Guid BroughtBy { get; private set; }
    public DateTime BroughtAt { get; private set; }
    /// <summary>The source text that was made of it; null as long as it is only previewed.</summary>
    public Guid? SourceTextId { get; private set; }

    public void Become(Guid sourceTextId) => SourceTextId = sourceTextId;
}

internal sealed class TranscriptFileConfiguration : IEntityTypeConfiguration<TranscriptFile>
{
    public void Configure(EntityTypeBuilder<TranscriptFile> builder)
    {
        builder.HasOne<Interview>().WithMany().HasForeignKey(file => file.InterviewId);
        builder.HasIndex(file => file.InterviewId);
    }
}
