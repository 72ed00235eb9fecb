using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>A fiche as it is set on paper. On screen what each recommendation rests on opens in place; page 1 has no room for
/// it, and the section of sources tells the same.</summary>
public static class Paper
{
    public static FicheDocument Of(FicheDocument document) => document with
    {
        Blocks = [.. document.Blocks.Select(block => block is RecommendationBlock measure ? measure with { Evidence = [], EvidenceTitle = "" } : block)],
    };
}
