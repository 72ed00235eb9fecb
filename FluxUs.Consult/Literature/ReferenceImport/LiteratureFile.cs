using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Literature;

/// <summary>A file of references, kept as it was brought, by its hash in the file store. Its preview reads it again each time,
/// so that nothing half-imported ever stands in the study.</summary>
public sealed class LiteratureFile
{
    private LiteratureFile() => (FileName, Sha256) = ("", "");

    public LiteratureFile(Guid studyId, string fileName, string sha256, long size, Guid by, DateTime at) =>
        (Id, StudyId, FileName, Sha256, Size, BroughtBy, BroughtAt) = (Guid.CreateVersion7(), studyId, fileName, sha256, size, by, at);

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    public string FileName { get; private set; }
    public string Sha256 { get; private set; }
    /// <summary>In bytes.</summary>
    public long Size { get; private set; }
    public Guid BroughtBy { get; private set; }
    public DateTime BroughtAt { get; private set; }
    /// <summary>When references were taken from it; null as long as it is only previewed.</summary>
    public DateTime? TakenAt { get; private set; }

    public void Take(DateTime at) => TakenAt = at;
}

internal sealed class LiteratureFileConfiguration : IEntityTypeConfiguration<LiteratureFile>
{
    public void Configure(EntityTypeBuilder<LiteratureFile> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(file => file.StudyId);
        builder.HasIndex(file => new { file.StudyId, file.TakenAt });
    }
}
