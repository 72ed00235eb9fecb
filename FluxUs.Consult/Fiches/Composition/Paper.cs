using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>A fiche as it is set on paper, where page 1 must be readable alone: the facts of a recommendation run on beside its
/// marks, and what it rests on, which opens in place on screen, is told by the section of sources.</summary>
public static class Paper
{
    public static FicheDocument Of(FicheDocument document) => document with
    {
        Blocks = [.. document.Blocks.Select(block => block is RecommendationBlock measure ? Compact(measure) : block)],
        ConfidenceWord = new FicheWords(document.Details.Language).Say("ConfidenceWord"),
    };

    /// <summary>The same with a name for each block, so that the engine tells where on its pages each begins; the one sentence
    /// becomes a block of its own, set as before.</summary>
    public static FicheDocument Named(FicheDocument document) => document with
    {
        Blocks = [.. document.Blocks.SelectMany(Parts).Select((block, at) => block.Anchor is null ? block with { Anchor = NameOf(at) } : block)],
    };

    private static IEnumerable<Block> Parts(Block block) =>
        block is MessagesBlock { Messages.IsEmpty: false } messages ? [messages with { Messages = [] }, messages with { Sentence = [], Basis = [] }] : [block];

    private static string NameOf(int at) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"block-{at}");

    private static RecommendationBlock Compact(RecommendationBlock measure) => measure with
    {
        Facts = [],
        Marks = [.. measure.Facts.Select(fact => new Phrase([new Soft([fact.Label + "\u00A0"]), new Strong(fact.Inlines)])), .. measure.Marks],
        Evidence = [],
        EvidenceTitle = "",
    };
}
