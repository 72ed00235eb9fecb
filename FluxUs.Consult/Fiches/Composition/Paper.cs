using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>A fiche as it is set on paper, where page 1 must be readable alone: the facts of a recommendation run on beside its
/// marks, and what it rests on, which opens in place on screen, is told by the section of sources.</summary>
public static class Paper
{
    public static FicheDocument Of(FicheDocument document) => document with
    {
        Blocks = [.. document.Blocks.Select(block => block is RecommendationBlock measure ? Compact(measure) : block)],
    };

    private static RecommendationBlock Compact(RecommendationBlock measure) => measure with
    {
        Facts = [],
        Marks = [.. measure.Facts.Select(fact => new Phrase([new Soft([fact.Label + "\u00A0"]), new Strong(fact.Inlines)])), .. measure.Marks],
        Evidence = [],
        EvidenceTitle = "",
    };
}
