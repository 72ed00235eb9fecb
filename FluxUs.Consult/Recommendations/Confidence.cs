using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Recommendations;

public enum ConfidenceLevel { VeryLow, Low, Moderate, High }

/// <summary>How much a component of confidence worries its assessor.</summary>
public enum Concern { None, Minor, Moderate, Serious }

/// <summary>The confidence in a finding, over four components, each with its concern and a sentence saying why: how interviews
/// and documents were gathered, coherence, adequacy, relevance. An adaptation of GRADE-CERQual (Lewin et al., 2018) for a
/// study's own interviews.</summary>
public sealed record ConfidenceAssessment
{
    public Concern? Methods { get; init; }
    [Longest(LongestAttribute.Paragraph)] public string MethodsReason { get; init; } = "";
    public Concern? Coherence { get; init; }
    [Longest(LongestAttribute.Paragraph)] public string CoherenceReason { get; init; } = "";
    public Concern? Adequacy { get; init; }
    [Longest(LongestAttribute.Paragraph)] public string AdequacyReason { get; init; } = "";
    public Concern? Relevance { get; init; }
    [Longest(LongestAttribute.Paragraph)] public string RelevanceReason { get; init; } = "";
    /// <summary>The level that a person settled on; null until then.</summary>
    public ConfidenceLevel? Level { get; init; }
    public Guid? SettledBy { get; init; }
    public DateTime? SettledAt { get; init; }

    /// <summary>The level that the concerns propose, or null while one is not assessed. It starts high; each serious concern
    /// takes two levels, each moderate one takes one, and minor ones take one together from three on.</summary>
    public ConfidenceLevel? Proposed
    {
        get
        {
            Concern?[] concerns = [Methods, Coherence, Adequacy, Relevance];
            if (concerns.Any(concern => concern is null)) return null;
            var lost = concerns.Sum(concern => concern switch { Concern.Serious => 2, Concern.Moderate => 1, _ => 0 })
                + (concerns.Count(concern => concern == Concern.Minor) >= 3 ? 1 : 0);
            return (ConfidenceLevel)Math.Max(0, (int)ConfidenceLevel.High - lost);
        }
    }

    /// <summary>The components whose concern stands without a reason.</summary>
    public IEnumerable<string> Unexplained
    {
        get
        {
            if (Methods is not null && MethodsReason.Length == 0) yield return nameof(Methods);
            if (Coherence is not null && CoherenceReason.Length == 0) yield return nameof(Coherence);
            if (Adequacy is not null && AdequacyReason.Length == 0) yield return nameof(Adequacy);
            if (Relevance is not null && RelevanceReason.Length == 0) yield return nameof(Relevance);
        }
    }

    public ConfidenceAssessment Trimmed() => this with
    {
        MethodsReason = MethodsReason.Trim(),
        CoherenceReason = CoherenceReason.Trim(),
        AdequacyReason = AdequacyReason.Trim(),
        RelevanceReason = RelevanceReason.Trim(),
    };

    /// <summary>Complete when each component has its concern with a reason and a level was settled.</summary>
    public bool IsExplained => Level is not null && Proposed is not null && !Unexplained.Any();
}
