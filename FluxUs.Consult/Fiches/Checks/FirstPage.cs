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
        if (fiche.Printed.Over is not { } over) return null;
        var lines = PrintedPages.LinesOver(fiche);
        var (material, template) = (fiche.Fiche.Material, fiche.Fiche.Template);
        var heights = Heights(fiche, over);
        var measures = heights.Where(part => part.Block is RecommendationBlock).Select(part => part.Height).ToList();
        var fitting = measures.Count;
        for (var freed = 0d; fitting > 0 && freed < over.Points; fitting--) freed += measures[fitting - 1];
        // Words beyond what a text may have go before a recommendation does.
        var tooLong = FicheRules.SentenceIsTooLong(material, template);
        if (!tooLong && fitting >= Math.Max(1, template.Limits.Recommendations.Minimum))
            return new FicheCheck("FirstPageOverMeasures", CheckWeight.Blocks, SectionKeys.Recommendations, $"recommendations?offering={material.OfferingCode}", lines, measures.Count, fitting);

        // Fewer recommendations than the template asks for are no way out: then the prose that takes most of the page is.
        var longest = tooLong ? SectionKeys.OneSentence : heights.Where(part => template.Section(part.Section) is { HasProse: true } && FicheRules.WordsTyped(material, part.Section) > 0)
            .GroupBy(part => part.Section).MaxBy(section => section.Sum(part => part.Height))?.Key ?? SectionKeys.OneSentence;
        // The sentence stands in one block with the messages.
        if (longest == SectionKeys.KeyMessages && FicheRules.WordsTyped(material, SectionKeys.OneSentence) > FicheRules.WordsTyped(material, longest)) longest = SectionKeys.OneSentence;
        return new FicheCheck("FirstPageOver", CheckWeight.Blocks, longest, FicheRules.Editor(material, longest), lines, template.Section(longest)!.Heading.ToString());
    }

    // Of all that must be read on page 1, in points.
    private static List<(string Section, Block Block, double Height)> Heights(CheckedFiche fiche, FirstPageOver over)
    {
        var heights = new List<(string Section, Block Block, double Height)>();
        var (section, length) = (SectionKeys.KeyMessages, 0.0);
        foreach (var block in Paper.Named(Paper.Of(fiche.Fiche.Document)).Blocks)
        {
            if (block is HeadingBlock { Level: 2, Anchor: { } key }) section = key;
            // A block without words takes no place.
            var end = over.LengthTo.GetValueOrDefault(block.Anchor!, length);
            heights.Add((section, block, end - length));
            length = end;
        }

        return heights[..(heights.FindLastIndex(part => part.Section == fiche.Fiche.Template.Limits.FirstPageEndsWith) + 1)];
    }
}
