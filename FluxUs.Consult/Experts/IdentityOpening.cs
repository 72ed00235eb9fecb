using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Experts;

/// <summary>That someone looked at who an expert is.</summary>
public sealed class IdentityOpening
{
    private IdentityOpening() { }

    public IdentityOpening(Guid studyId, Guid expertId, Guid openedBy, DateTime at) =>
        (Id, StudyId, ExpertId, OpenedBy, At) = (Guid.CreateVersion7(), studyId, expertId, openedBy, at);

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    public Guid ExpertId { get; private set; }
    /// <summary>The account; empty for the operator.</summary>
    public Guid OpenedBy { get; private set; }
    public DateTime At { get; private set; }
}

internal sealed class IdentityOpeningConfiguration : IEntityTypeConfiguration<IdentityOpening>
{
    public void Configure(EntityTypeBuilder<IdentityOpening> builder)
    {
        builder.HasOne<Expert>().WithMany().HasForeignKey(opening => opening.ExpertId);
        builder.HasIndex(opening => new { opening.ExpertId, opening.At });
    }
}
