using System.Collections.Immutable;

namespace FluxUs.Consult.Foundation.Documents;

/// <summary>The named places of a document.</summary>
internal static class Anchors
{
    public static IReadOnlySet<string> Of(ImmutableArray<Block> blocks)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Add(names, blocks);
        return names;
    }

    private static void Add(HashSet<string> names, ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Anchor is { } anchor) names.Add(anchor);
            switch (block)
            {
                case ListBlock list:
                    foreach (var entry in list.Entries) Add(names, entry.Blocks);
                    break;
                case CalloutBlock callout: Add(names, callout.Blocks); break;
                case QuotationBlock quotation: Add(names, quotation.Blocks); break;
                case EvidenceBlock evidence: Add(names, evidence.Entries); break;
                case RecommendationBlock recommendation: Add(names, recommendation.Evidence); break;
            }
        }
    }

    private static void Add(HashSet<string> names, ImmutableArray<EvidenceEntry> entries)
    {
        foreach (var entry in entries)
        {
            if (entry.Anchor is { } anchor) names.Add(anchor);
            names.UnionWith(entry.Aliases);
        }
    }
}
