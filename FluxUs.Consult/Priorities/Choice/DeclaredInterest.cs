using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Priorities;

/// <summary>A member's interest in an offering, as declared: the member keeps the role and loses the vote on it. One declared by
/// mistake is taken back and stays on record as such.</summary>
public sealed class DeclaredInterest
{
    private DeclaredInterest() => Words = "";

    public DeclaredInterest(Guid studyId, Guid memberId, Guid offeringId, string words, Guid by, DateTime at) =>
        (Id, StudyId, MemberId, OfferingId, Words, DeclaredBy, DeclaredAt) = (Guid.CreateVersion7(), studyId, memberId, offeringId, words.Trim(), by, at);

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    public Guid MemberId { get; private set; }
    public Guid OfferingId { get; private set; }
    /// <summary>What binds the member to it, as the record prints it.</summary>
    [Longest(LongestAttribute.Paragraph)] public string Words { get; private set; }
    /// <summary>The member, or the manager who heard it in the meeting.</summary>
    public Guid DeclaredBy { get; private set; }
    public DateTime DeclaredAt { get; private set; }
    /// <summary>When it was said to be a mistake; null while it stands.</summary>
    public DateTime? TakenBackAt { get; private set; }
    public Guid? TakenBackBy { get; private set; }
    /// <summary>Why; empty while it stands.</summary>
    [Longest(LongestAttribute.Paragraph)] public string TakenBackReason { get; private set; } = "";

    public bool Stands => TakenBackAt is null;

    /// <summary>The member always; whoever prepares the decision only what was recorded for the member, never the member's own word.</summary>
    public bool MayBeTakenBackBy(Guid accountId, bool preparesDecision) => MemberId == accountId || (preparesDecision && DeclaredBy != MemberId);

    public void TakeBack(string reason, Guid by, DateTime at) => (TakenBackReason, TakenBackBy, TakenBackAt) = (reason.Trim(), by, at);
}

internal sealed class DeclaredInterestConfiguration : IEntityTypeConfiguration<DeclaredInterest>
{
    public void Configure(EntityTypeBuilder<DeclaredInterest> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(interest => interest.StudyId);
        builder.HasOne<Account>().WithMany().HasForeignKey(interest => interest.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Offering>().WithMany().HasForeignKey(interest => interest.OfferingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(interest => new { interest.StudyId, interest.MemberId, interest.OfferingId }).IsUnique().HasFilter("\"TakenBackAt\" IS NULL");
    }
}
