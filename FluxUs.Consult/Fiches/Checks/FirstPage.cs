using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Editor;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Fiches.Checks;

/// <summary>Judges a first page that goes over: by how much, and what could make room for what must be read on it.</summary>
public static class FirstPage
{
    /// <returns>Null where all that must be read on page 1 stands there.</returns>
    public static FicheCheck? Judge(CheckedFiche fiche)
    {
        var lines = PrintedPages.LinesOver(fiche);
        if (lines == 0) return null;
        var (material, template) = (fiche.Fiche.Material, fiche.Fiche.Template);
        var heights = Heights(fiche);
        var measures = heights.Where(part => part.Block is RecommendationBlock).Select(part => part.Height).ToList();
        var over = lines * fiche.Fiche.Style.ProseSize * fiche.Fiche.Style.ProseLeading;
        var fitting = measures.Count;
        for (var freed = 0d; fitting > 0 && freed < over; fitting--) freed += measures[fitting - 1];
        if (fitting >= Math.Max(1, template.Limits.Recommendations.Minimum))
            return new FicheCheck("FirstPageOverMeasures", CheckWeight.Blocks, SectionKeys.Recommendations, $"recommendations?offering={material.OfferingCode}", lines, measures.Count, fitting);

        // Fewer recommendations than the template asks for are no way out: then the prose that takes most of the page is.
        var longest = heights.Where(part => template.Section(part.Section) is { HasProse: true } && FicheRules.WordsTyped(material, part.Section) > 0)
            .GroupBy(part => part.Section).MaxBy(section => section.Sum(part => part.Height))?.Key ?? SectionKeys.OneSentence;
        // The sentence stands in one block with the messages.
        if (longest == SectionKeys.KeyMessages && FicheRules.WordsTyped(material, SectionKeys.OneSentence) > FicheRules.WordsTyped(material, longest)) longest = SectionKeys.OneSentence;
        return new FicheCheck("FirstPageOver", CheckWeight.Blocks, longest, FicheRules.Editor(material, longest), lines, template.Section(longest)!.Heading.ToString());
    }

    // Of all that must be read on page 1, in points.
    private static List<(string Section, Block Block, double Height)> Heights(CheckedFiche fiche)
    {
        var printed = fiche.Printed;
        var tops = new List<(string Section, Block Block, double Top)>();
        var section = SectionKeys.KeyMessages;
        foreach (var block in Paper.Named(Paper.Of(fiche.Fiche.Document)).Blocks)
        {
            if (block is HeadingBlock { Level: 2, Anchor: { } key }) section = key;
            tops.Add((section, block, (printed.PageOfAnchor.GetValueOrDefault(block.Anchor!, 1) * printed.TextHeight) - printed.RoomAtAnchor.GetValueOrDefault(block.Anchor!)));
        }

        var end = tops.FindLastIndex(part => part.Section == fiche.Fiche.Template.Limits.FirstPageEndsWith);
        return [.. tops.Take(end + 1).Select((part, at) => (part.Section, part.Block, at + 1 < tops.Count ? Math.Max(0, tops[at + 1].Top - part.Top) : 0))];
    }
}
