using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Fiches;

/// <summary>What became of a committee member's opinion.</summary>
public enum Settlement
{
    /// <summary>The fiche changed, or will in this review.</summary>
    TakenUp,
    /// <summary>The fiche stays as it is, and the answer says why.</summary>
    Explained,
}

/// <summary>The team's answer to one opinion of a committee member. It keeps what it answers: an opinion given again starts without
/// an answer, and the one before stays readable with its own.</summary>
public sealed class OpinionAnswer : IVersioned
{
    private OpinionAnswer() => (Reason, Words) = ("", "");

    public OpinionAnswer(FicheApproval opinion, Settlement settlement, string words, Guid by, DateTime at) : this()
    {
        (Id, FicheId, Round, MemberId, GivenAt) = (Guid.CreateVersion7(), opinion.FicheId, opinion.Round, opinion.AccountId, opinion.At);
        (Opinion, Reason) = (opinion.Opinion, opinion.Reason);
        Correct(settlement, words, by, at);
    }

    public Guid Id { get; private set; }
    public Guid FicheId { get; private set; }
    public int Round { get; private set; }
    /// <summary>Whose opinion it answers.</summary>
    public Guid MemberId { get; private set; }
    /// <summary>When the opinion that it answers was given.</summary>
    public DateTime GivenAt { get; private set; }
    /// <summary>With <see cref="Reason"/>, what the member said then.</summary>
    public Opinion Opinion { get; private set; }
    [ExpertWords] public string Reason { get; private set; }
    public Settlement Settlement { get; private set; }
    [ExpertWords, Longest(LongestAttribute.Paragraph)] public string Words { get; private set; }
    public Guid AnsweredBy { get; private set; }
    public DateTime AnsweredAt { get; private set; }
    public int Version { get; private set; }

    /// <summary>Whether it answers what the member says now.</summary>
    public bool Answers(FicheApproval opinion) =>
        FicheId == opinion.FicheId && Round == opinion.Round && MemberId == opinion.AccountId && GivenAt == opinion.At;

    public void Correct(Settlement settlement, string words, Guid by, DateTime at) =>
        (Settlement, Words, AnsweredBy, AnsweredAt) = (settlement, words.Trim(), by, at);
}

internal sealed class OpinionAnswerConfiguration : IEntityTypeConfiguration<OpinionAnswer>
{
    public void Configure(EntityTypeBuilder<OpinionAnswer> builder)
    {
        builder.HasOne<FicheApproval>().WithMany().HasForeignKey(answer => new { answer.FicheId, answer.Round, answer.MemberId });
        builder.HasOne<Account>().WithMany().HasForeignKey(answer => answer.AnsweredBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(answer => new { answer.FicheId, answer.Round, answer.MemberId, answer.GivenAt }).IsUnique();
    }
}
