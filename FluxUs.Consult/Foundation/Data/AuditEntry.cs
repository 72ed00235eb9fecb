using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Foundation.Data;

/// <summary>One line of the audit trail: who changed what, when, from what to what. Append-only; each line holds the hash of
/// the one before, and triggers in the database refuse change and removal.</summary>
public sealed class AuditEntry : IUnaudited
{
    public long Sequence { get; init; }
    /// <summary>UTC, as hashed.</summary>
    public required string At { get; init; }
    public required string ActorKind { get; init; }
    public required Guid ActorId { get; init; }
    public Guid? StudyId { get; init; }
    public required string Subject { get; init; }
    public required string SubjectId { get; init; }
    /// <summary>Added, Modified or Deleted.</summary>
    public required string Change { get; init; }
    /// <summary>JSON: property, before, after; expert's words as keyed hashes only.</summary>
    public required string Details { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }
}

/// <summary>An act that was done, by the operation id of the form that asked for it: a form sent twice makes one thing.</summary>
public sealed class DoneOperation : IUnaudited
{
    public required Guid Id { get; init; }
    public required DateTime At { get; init; }
    public required Guid ActorId { get; init; }
    public required string Result { get; init; }
}

internal sealed class AuditConfiguration : IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<DoneOperation>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(entry => entry.Sequence);
        builder.Property(entry => entry.Sequence).ValueGeneratedNever();
        builder.HasIndex(entry => new { entry.StudyId, entry.Sequence });
    }

    public void Configure(EntityTypeBuilder<DoneOperation> builder)
    {
        // Nobody gets the result of another's act by knowing its id.
        builder.HasKey(operation => new { operation.Id, operation.ActorId });
        builder.HasIndex(operation => operation.At);
    }
}
