using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Priorities;

/// <summary>How sure a score is.</summary>
public enum ScoreConfidence { Low, Moderate, High }

/// <summary>The scoring of a study: how many are to be retained, how doubt is drawn, and whether the scores are released. Until
/// then each scorer sees none but their own.</summary>
public sealed class Scoring : IVersioned
{
    public const int DefaultRetainedCount = 15;
    public const int DefaultDraws = 5000;
    public const int DefaultSeed = 42;

    private Scoring() { }

    public Scoring(Guid studyId) => StudyId = studyId;

    public Guid StudyId { get; private set; }
    /// <summary>How many offerings are to be retained.</summary>
    public int RetainedCount { get; private set; } = DefaultRetainedCount;
    public int Draws { get; private set; } = DefaultDraws;
    public int Seed { get; private set; } = DefaultSeed;
    public DateTime? ReleasedAt { get; private set; }
    public Guid? ReleasedBy { get; private set; }
    public int Version { get; private set; }

    public bool IsReleased => ReleasedAt is not null;

    public void Set(int retainedCount, int draws, int seed) => (RetainedCount, Draws, Seed) = (retainedCount, draws, seed);

    public void Release(Guid by, DateTime at) => (ReleasedBy, ReleasedAt) = (by, at);
}

/// <summary>What one scorer thinks of one offering by one criterion, with how sure, why and on what evidence. Blind until the
/// scores are released.</summary>
public sealed class Score : IVersioned
{
    private readonly List<ScoreEvidence> _evidence = [];

    private Score() => Rationale = "";

    public Score(Guid studyId, Guid offeringId, Guid criterionId, Guid scorerId) =>
        (Id, StudyId, OfferingId, CriterionId, ScorerId, Rationale) = (Guid.CreateVersion7(), studyId, offeringId, criterionId, scorerId, "");

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    public Guid OfferingId { get; private set; }
    public Guid CriterionId { get; private set; }
    public Guid ScorerId { get; private set; }
    /// <summary>A step of the criterion's scale.</summary>
    public decimal Value { get; private set; }
    public ScoreConfidence Confidence { get; private set; } = ScoreConfidence.Moderate;
    /// <summary>Any reason may quote an expert.</summary>
    [ExpertWords, Longest(LongestAttribute.Paragraph)] public string Rationale { get; private set; }
    public DateTime GivenAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<ScoreEvidence> Evidence => _evidence;

    public void Give(decimal value, ScoreConfidence confidence, string rationale, DateTime at) =>
        (Value, Confidence, Rationale, GivenAt) = (value, confidence, rationale.Trim(), at);

    public void RestOn(IEnumerable<Guid> excerptIds, IEnumerable<Guid> referenceIds)
    {
        var (excerpts, references) = (excerptIds.ToHashSet(), referenceIds.ToHashSet());
        _evidence.RemoveAll(one => !(one.ExcerptId is { } excerpt && excerpts.Contains(excerpt)) && !(one.ReferenceId is { } reference && references.Contains(reference)));
        _evidence.AddRange(excerpts.Where(id => _evidence.All(one => one.ExcerptId != id)).Select(id => new ScoreEvidence(Id, id, null)).ToList());
        _evidence.AddRange(references.Where(id => _evidence.All(one => one.ReferenceId != id)).Select(id => new ScoreEvidence(Id, null, id)).ToList());
    }

    /// <summary>These excerpts are gone for good; the score stands.</summary>
    internal void RestNoMoreOn(IReadOnlySet<Guid> excerptIds) => _evidence.RemoveAll(one => one.ExcerptId is { } excerpt && excerptIds.Contains(excerpt));

    /// <summary>The reason may quote someone who withdrew; the score stands without it.</summary>
    internal void ForgetReason() => Rationale = "";
}

/// <summary>An excerpt or a reference behind a score; it goes with the excerpt when its expert withdraws.</summary>
public sealed class ScoreEvidence
{
    private ScoreEvidence() { }

    internal ScoreEvidence(Guid scoreId, Guid? excerptId, Guid? referenceId) =>
        (Id, ScoreId, ExcerptId, ReferenceId) = (Guid.CreateVersion7(), scoreId, excerptId, referenceId);

    public Guid Id { get; private set; }
    public Guid ScoreId { get; private set; }
    public Guid? ExcerptId { get; private set; }
    public Guid? ReferenceId { get; private set; }
}

/// <summary>What the study holds of one offering by one criterion, once those who scored have talked: this is what is ranked.</summary>
public sealed class SettledScore : IVersioned
{
    private SettledScore() => Rationale = "";

    public SettledScore(Guid studyId, Guid offeringId, Guid criterionId) => (StudyId, OfferingId, CriterionId, Rationale) = (studyId, offeringId, criterionId, "");

    public Guid StudyId { get; private set; }
    public Guid OfferingId { get; private set; }
    public Guid CriterionId { get; private set; }
    /// <summary>A step of the criterion's scale.</summary>
    public decimal Value { get; private set; }
    public ScoreConfidence Confidence { get; private set; }
    /// <summary>As it was typed to settle the cell, or all the reasons of those who agreed, however long together.</summary>
    [ExpertWords] public string Rationale { get; private set; }
    /// <summary>Who settled it; null when all who scored agreed and the release settled it.</summary>
    public Guid? SettledBy { get; private set; }
    public DateTime SettledAt { get; private set; }
    public int Version { get; private set; }

    public void Settle(decimal value, ScoreConfidence confidence, string rationale, Guid? by, DateTime at) =>
        (Value, Confidence, Rationale, SettledBy, SettledAt) = (value, confidence, rationale.Trim(), by, at);

    /// <summary>The reason may quote someone who withdrew; what was settled stands without it.</summary>
    internal void ForgetReason() => Rationale = "";
}

internal sealed class ScoreConfiguration :
    IEntityTypeConfiguration<Scoring>, IEntityTypeConfiguration<Score>, IEntityTypeConfiguration<ScoreEvidence>, IEntityTypeConfiguration<SettledScore>
{
    public void Configure(EntityTypeBuilder<Scoring> builder)
    {
        builder.HasKey(scoring => scoring.StudyId);
        builder.HasOne<Study>().WithMany().HasForeignKey(scoring => scoring.StudyId);
    }

    public void Configure(EntityTypeBuilder<Score> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(score => score.StudyId);
        builder.HasOne<Offering>().WithMany().HasForeignKey(score => score.OfferingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Criterion>().WithMany().HasForeignKey(score => score.CriterionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(score => score.ScorerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(score => new { score.StudyId, score.ScorerId, score.OfferingId, score.CriterionId }).IsUnique();
        builder.HasMany(score => score.Evidence).WithOne().HasForeignKey(evidence => evidence.ScoreId);
        builder.Navigation(score => score.Evidence).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<ScoreEvidence> builder)
    {
        builder.HasOne<Excerpt>().WithMany().HasForeignKey(evidence => evidence.ExcerptId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Reference>().WithMany().HasForeignKey(evidence => evidence.ReferenceId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SettledScore> builder)
    {
        builder.HasKey(score => new { score.StudyId, score.OfferingId, score.CriterionId });
        builder.HasOne<Study>().WithMany().HasForeignKey(score => score.StudyId);
        builder.HasOne<Offering>().WithMany().HasForeignKey(score => score.OfferingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Criterion>().WithMany().HasForeignKey(score => score.CriterionId).OnDelete(DeleteBehavior.Restrict);
    }
}
