using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Recommendations;

/// <summary>How a finding that was weighed lost something that it had rested on.</summary>
public enum EvidenceLoss { Withdrawal, Unbinding }

/// <summary>One claim about one or more offerings, with the excerpts for and against it, and a confidence.</summary>
public sealed class Finding : IVersioned
{
    private readonly List<FindingEvidence> _evidence = [];
    private readonly List<FindingOffering> _offerings = [];

    private Finding() => (Code, Statement, Language, Translations, TranslatedFrom, Confidence) = ("", "", "", new LocalText(""), new LocalText(""), new ConfidenceAssessment());

    public Finding(Guid studyId, string code, string statement, string language) =>
        (Id, StudyId, Code, Statement, Language, Translations, TranslatedFrom, Confidence) =
        (Guid.CreateVersion7(), studyId, code, statement.Trim(), language, new LocalText(""), new LocalText(""), new ConfidenceAssessment());

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    /// <summary>K-07.</summary>
    public string Code { get; private set; }
    public string Statement { get; private set; }
    /// <summary>Of the statement: fr, nl or en.</summary>
    public string Language { get; private set; }
    /// <summary>The statement in the other languages; empty where nobody has translated it.</summary>
    public LocalText Translations { get; private set; }
    /// <summary>By language of a translation: the statement that it was last said to follow.</summary>
    public LocalText TranslatedFrom { get; private set; }
    public ConfidenceAssessment Confidence { get; private set; }
    /// <summary>Since when its confidence no longer weighs what it rests on; null while it does.</summary>
    public DateTime? WeighAgainSince { get; private set; }
    public EvidenceLoss? WeighAgainWhy { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<FindingEvidence> Evidence => _evidence;
    public IReadOnlyList<FindingOffering> Offerings => _offerings;

    public void Word(string statement, string language) => (Statement, Language) = (statement.Trim(), language);

    /// <summary>Replaces its translations by these. New words follow the statement as it stands, words that nobody touched what they followed.</summary>
    public void Translate(LocalText translations)
    {
        var wanted = translations.Without(Language);
        TranslatedFrom = LocalText.Each(language =>
            wanted.Own(language).Length == 0 ? "" : wanted.Own(language) == Translations.Own(language) ? TranslatedFrom.Own(language) : Statement);
        Translations = wanted;
    }

    /// <summary>Says that its translation into a language is right for the statement as it stands.</summary>
    public void FollowedIn(string language) => TranslatedFrom = LocalText.Each(one => one == language && Translations.Own(one).Length > 0 ? Statement : TranslatedFrom.Own(one));

    public void Assess(ConfidenceAssessment confidence) => (Confidence, WeighAgainSince, WeighAgainWhy) = (confidence, null, null);

    /// <summary>Something that its confidence was weighed on is gone: the level stays, and a person is asked to weigh it again. A
    /// withdrawal says more than an excerpt that was taken off; the first of each stands.</summary>
    public void AskToWeighAgain(EvidenceLoss why, DateTime at)
    {
        if (Confidence.Level is null || WeighAgainWhy is EvidenceLoss.Withdrawal || WeighAgainWhy == why) return;
        (WeighAgainWhy, WeighAgainSince) = (why, at);
    }

    public void Concern(IEnumerable<Guid> offeringIds)
    {
        var wanted = offeringIds.Distinct().ToList();
        _offerings.RemoveAll(offering => !wanted.Contains(offering.OfferingId));
        _offerings.AddRange(wanted.Where(id => _offerings.All(offering => offering.OfferingId != id)).Select(id => new FindingOffering(Id, id)));
    }

    /// <summary>Binds an excerpt for or against the claim; binding it again changes its side.</summary>
    public void Bind(Guid excerptId, bool isFor)
    {
        var present = _evidence.Find(evidence => evidence.ExcerptId == excerptId);
        if (present is null) _evidence.Add(new FindingEvidence(Id, excerptId, isFor));
        else present.IsFor = isFor;
    }

    public void Unbind(Guid excerptId) => _evidence.RemoveAll(evidence => evidence.ExcerptId == excerptId);
}

public sealed class FindingEvidence
{
    private FindingEvidence() { }

    internal FindingEvidence(Guid findingId, Guid excerptId, bool isFor) => (FindingId, ExcerptId, IsFor) = (findingId, excerptId, isFor);

    public Guid FindingId { get; private set; }
    public Guid ExcerptId { get; private set; }
    public bool IsFor { get; internal set; }
}

public sealed class FindingOffering
{
    private FindingOffering() { }

    internal FindingOffering(Guid findingId, Guid offeringId) => (FindingId, OfferingId) = (findingId, offeringId);

    public Guid FindingId { get; private set; }
    public Guid OfferingId { get; private set; }
}

internal sealed class FindingConfiguration : IEntityTypeConfiguration<Finding>, IEntityTypeConfiguration<FindingEvidence>, IEntityTypeConfiguration<FindingOffering>
{
    public void Configure(EntityTypeBuilder<Finding> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(finding => finding.StudyId);
        builder.ComplexProperty(finding => finding.Confidence);
        builder.HasMany(finding => finding.Evidence).WithOne().HasForeignKey(evidence => evidence.FindingId);
        builder.HasMany(finding => finding.Offerings).WithOne().HasForeignKey(offering => offering.FindingId);
        builder.HasIndex(finding => new { finding.StudyId, finding.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<FindingEvidence> builder)
    {
        builder.HasKey(evidence => new { evidence.FindingId, evidence.ExcerptId });
        builder.HasOne<Excerpt>().WithMany().HasForeignKey(evidence => evidence.ExcerptId);
    }

    public void Configure(EntityTypeBuilder<FindingOffering> builder)
    {
        builder.HasKey(offering => new { offering.FindingId, offering.OfferingId });
        builder.HasOne<Offering>().WithMany().HasForeignKey(offering => offering.OfferingId);
    }
}
