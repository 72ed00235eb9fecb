using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Recommendations;

public enum Instrument
{
    RegulationOrPermit, StandardOrLabel, TaxChargeOrDeposit, SubsidyOrCall, LoanOrGuarantee, ProcurementClause,
    InfrastructureOrLand, Training, InformationOrPlatform, Coordination, PilotOrResearch, Monitoring,
}

public enum PowerLevel { Commune, Region, Federal, EuropeanUnion }

/// <summary>In years from the decision.</summary>
public enum Horizon { ZeroToOneYear, OneToThreeYears, ThreeToFiveYears, OverFiveYears }

/// <summary>In thousands of euros, over the horizon.</summary>
public enum CostOrder { Unknown, Under50k, From50kTo250k, From250kTo1M, Over1M }

public enum Strength { Strong, Conditional, Tentative, DoNot }

/// <summary>A public measure: the instrument, who acts, by when, at what effort, for which offerings, founded on findings.</summary>
public sealed class Recommendation : IVersioned
{
    private readonly List<RecommendationFinding> _findings = [];
    private readonly List<RecommendationOffering> _offerings = [];
    private readonly List<RecommendationTranslation> _translations = [];

    private Recommendation() => (Code, Statement, Language, Measure) = ("", "", "", new Measure());

    public Recommendation(Guid studyId, string code, string statement, string language) =>
        (Id, StudyId, Code, Statement, Language, Measure) = (Guid.CreateVersion7(), studyId, code, statement.Trim(), language, new Measure());

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    /// <summary>R-03.</summary>
    public string Code { get; private set; }
    /// <summary>Verb first.</summary>
    public string Statement { get; private set; }
    /// <summary>Of its words: fr, nl or en.</summary>
    public string Language { get; private set; }
    public Measure Measure { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<RecommendationFinding> Findings => _findings;
    public IReadOnlyList<RecommendationOffering> Offerings => _offerings;
    /// <summary>Its words in the other languages, as far as somebody has translated them.</summary>
    public IReadOnlyList<RecommendationTranslation> Translations => _translations;

    /// <summary>What of it is said in words, in its own language.</summary>
    public MeasureWording Wording => MeasureWording.Of(Statement, Measure);

    public void Word(string statement, string language) => (Statement, Language) = (statement.Trim(), language);

    public void Shape(Measure measure) => Measure = measure;

    /// <summary>Replaces its translations by these; what says nothing, or is in its own language, is none. New words follow the source as
    /// it stands, words that nobody touched what they followed.</summary>
    public void Translate(IReadOnlyDictionary<string, MeasureWording> translations)
    {
        var wanted = translations.Where(one => one.Key != Language && !one.Value.IsEmpty).ToList();
        _translations.RemoveAll(present => wanted.TrueForAll(one => one.Key != present.Language));
        foreach (var (language, wording) in wanted)
        {
            var translation = _translations.Find(present => present.Language == language);
            if (translation is null) _translations.Add(translation = new RecommendationTranslation(Id, language));
            translation.Say(wording, Wording);
        }
    }

    /// <summary>Says that its translation into a language is right for its words as they stand.</summary>
    public void FollowedIn(string language) => _translations.Find(present => present.Language == language)?.Follow(Wording);

    public void RestOn(IEnumerable<Guid> findingIds)
    {
        var wanted = findingIds.Distinct().ToList();
        _findings.RemoveAll(finding => !wanted.Contains(finding.FindingId));
        _findings.AddRange(wanted.Where(id => _findings.All(finding => finding.FindingId != id)).Select(id => new RecommendationFinding(Id, id)));
    }

    public void Concern(IEnumerable<Guid> offeringIds)
    {
        var wanted = offeringIds.Distinct().ToList();
        _offerings.RemoveAll(offering => !wanted.Contains(offering.OfferingId));
        _offerings.AddRange(wanted.Where(id => _offerings.All(offering => offering.OfferingId != id)).Select(id => new RecommendationOffering(Id, id)));
    }
}

/// <summary>What a recommendation asks for. Everything may be missing while it is drafted; a fiche says what lacks.</summary>
public sealed record Measure
{
    public Instrument? Instrument { get; init; }
    [Longest(LongestAttribute.Paragraph)] public string LeadActor { get; init; } = "";
    [Longest(LongestAttribute.Paragraph)] public string AssociatedActors { get; init; } = "";
    [Longest(LongestAttribute.Paragraph)] public string WhoPays { get; init; } = "";
    [Longest(LongestAttribute.Paragraph)] public string WhoLoses { get; init; } = "";
    public PowerLevel? PowerLevel { get; init; }
    public Horizon? Horizon { get; init; }
    public CostOrder Cost { get; init; }
    /// <summary>0 (out of reach) to 4 (ready), each.</summary>
    public int? PoliticalFeasibility { get; init; }
    public int? LegalFeasibility { get; init; }
    public int? TechnicalFeasibility { get; init; }
    public int? AdministrativeFeasibility { get; init; }
    public Strength? Strength { get; init; }
    [Longest(LongestAttribute.Paragraph)] public string Prerequisite { get; init; } = "";
    [Longest(LongestAttribute.Paragraph)] public string Indicator { get; init; } = "";

    /// <summary>The weakest of the four, 0 to 4: a measure is as feasible as its hardest part. Null while one is missing.</summary>
    public int? Feasibility => new[] { PoliticalFeasibility, LegalFeasibility, TechnicalFeasibility, AdministrativeFeasibility } is var all && all.All(value => value is not null)
        ? all.Min()
        : null;
}

/// <summary>What of a recommendation is said in words, in one language.</summary>
public sealed record MeasureWording
{
    public string Statement { get; init; } = "";
    [Longest(LongestAttribute.Paragraph)] public string LeadActor { get; init; } = "";
    [Longest(LongestAttribute.Paragraph)] public string AssociatedActors { get; init; } = "";
    [Longest(LongestAttribute.Paragraph)] public string WhoPays { get; init; } = "";
    [Longest(LongestAttribute.Paragraph)] public string WhoLoses { get; init; } = "";
    [Longest(LongestAttribute.Paragraph)] public string Prerequisite { get; init; } = "";
    [Longest(LongestAttribute.Paragraph)] public string Indicator { get; init; } = "";

    /// <summary>Its texts, each under its name.</summary>
    public static IReadOnlyList<(string Name, Func<MeasureWording, string> Of)> Texts { get; } =
    [
        (nameof(Statement), wording => wording.Statement), (nameof(LeadActor), wording => wording.LeadActor), (nameof(AssociatedActors), wording => wording.AssociatedActors),
        (nameof(WhoPays), wording => wording.WhoPays), (nameof(WhoLoses), wording => wording.WhoLoses), (nameof(Prerequisite), wording => wording.Prerequisite),
        (nameof(Indicator), wording => wording.Indicator),
    ];

    public bool IsEmpty => Texts.All(text => string.IsNullOrWhiteSpace(text.Of(this)));

    /// <summary>A wording made text by text.</summary>
    public static MeasureWording Each(Func<Func<MeasureWording, string>, string> text) => new()
    {
        Statement = text(wording => wording.Statement),
        LeadActor = text(wording => wording.LeadActor),
        AssociatedActors = text(wording => wording.AssociatedActors),
        WhoPays = text(wording => wording.WhoPays),
        WhoLoses = text(wording => wording.WhoLoses),
        Prerequisite = text(wording => wording.Prerequisite),
        Indicator = text(wording => wording.Indicator),
    };

    public static MeasureWording Of(string statement, Measure measure) => new()
    {
        Statement = statement,
        LeadActor = measure.LeadActor,
        AssociatedActors = measure.AssociatedActors,
        WhoPays = measure.WhoPays,
        WhoLoses = measure.WhoLoses,
        Prerequisite = measure.Prerequisite,
        Indicator = measure.Indicator,
    };
}

/// <summary>The words of a recommendation in a language that is not its own.</summary>
public sealed class RecommendationTranslation
{
    private RecommendationTranslation() => (Language, Wording, TranslatedFrom) = ("", new MeasureWording(), new MeasureWording());

    internal RecommendationTranslation(Guid recommendationId, string language) : this() => (RecommendationId, Language) = (recommendationId, language);

    public Guid RecommendationId { get; private set; }
    /// <summary>fr, nl or en.</summary>
    public string Language { get; private set; }
    public MeasureWording Wording { get; private set; }
    /// <summary>The source's words that each text of it was last said to follow.</summary>
    public MeasureWording TranslatedFrom { get; private set; }

    internal void Say(MeasureWording wording, MeasureWording source)
    {
        TranslatedFrom = MeasureWording.Each(text => text(wording).Length == 0 ? "" : text(wording) == text(Wording) ? text(TranslatedFrom) : text(source));
        Wording = wording;
    }

    /// <summary>Says that it is right for the source as it stands.</summary>
    internal void Follow(MeasureWording source) => TranslatedFrom = MeasureWording.Each(text => text(Wording).Length == 0 ? "" : text(source));
}

public sealed class RecommendationFinding
{
    private RecommendationFinding() { }

    internal RecommendationFinding(Guid recommendationId, Guid findingId) => (RecommendationId, FindingId) = (recommendationId, findingId);

    public Guid RecommendationId { get; private set; }
    public Guid FindingId { get; private set; }
}

public sealed class RecommendationOffering
{
    private RecommendationOffering() { }

    internal RecommendationOffering(Guid recommendationId, Guid offeringId) => (RecommendationId, OfferingId) = (recommendationId, offeringId);

    public Guid RecommendationId { get; private set; }
    public Guid OfferingId { get; private set; }
}

internal sealed class RecommendationConfiguration :
    IEntityTypeConfiguration<Recommendation>, IEntityTypeConfiguration<RecommendationFinding>, IEntityTypeConfiguration<RecommendationOffering>,
    IEntityTypeConfiguration<RecommendationTranslation>
{
    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(recommendation => recommendation.StudyId);
        builder.ComplexProperty(recommendation => recommendation.Measure);
        builder.Ignore(recommendation => recommendation.Wording);
        builder.HasMany(recommendation => recommendation.Findings).WithOne().HasForeignKey(finding => finding.RecommendationId);
        builder.HasMany(recommendation => recommendation.Offerings).WithOne().HasForeignKey(offering => offering.RecommendationId);
        builder.HasMany(recommendation => recommendation.Translations).WithOne().HasForeignKey(translation => translation.RecommendationId);
        builder.HasIndex(recommendation => new { recommendation.StudyId, recommendation.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RecommendationFinding> builder)
    {
        builder.HasKey(finding => new { finding.RecommendationId, finding.FindingId });
        builder.HasOne<Finding>().WithMany().HasForeignKey(finding => finding.FindingId);
    }

    public void Configure(EntityTypeBuilder<RecommendationOffering> builder)
    {
        builder.HasKey(offering => new { offering.RecommendationId, offering.OfferingId });
        builder.HasOne<Offering>().WithMany().HasForeignKey(offering => offering.OfferingId);
    }

    public void Configure(EntityTypeBuilder<RecommendationTranslation> builder)
    {
        builder.HasKey(translation => new { translation.RecommendationId, translation.Language });
        builder.ComplexProperty(translation => translation.Wording);
        builder.ComplexProperty(translation => translation.TranslatedFrom);
    }
}
