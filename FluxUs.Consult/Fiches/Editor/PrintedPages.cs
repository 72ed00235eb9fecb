using System.Collections.Immutable;
using FluxUs.Consult.Fiches.Checks;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Fiches.Editor;

/// <param name="Section">The key of the section that the blocks belong to.</param>
public sealed record PagePart(string Section, ImmutableArray<Block> Blocks);

/// <param name="Number">From 1.</param>
public sealed record PrintedPage(int Number, IReadOnlyList<PagePart> Parts);

/// <summary>A fiche as its pages are printed: where each page begins is what the PDF engine says.</summary>
public static class PrintedPages
{
    public static IReadOnlyList<PrintedPage> Of(CheckedFiche fiche)
    {
        var pages = new List<PrintedPage>();
        var section = SectionKeys.OneSentence;
        foreach (var block in Paper.Named(Paper.Of(fiche.Fiche.Document)).Blocks)
        {
            section = block switch
            {
                HeadingBlock { Level: 2, Anchor: { } key } => key,
                MessagesBlock => SectionKeys.KeyMessages,
                _ => section,
            };
            var number = Math.Max(fiche.Printed.PageOfAnchor.GetValueOrDefault(block.Anchor!, 1), pages.Count == 0 ? 1 : pages[^1].Number);
            if (pages.Count == 0 || pages[^1].Number != number) pages.Add(new PrintedPage(number, []));
            var parts = pages[^1].Parts;
            pages[^1] = pages[^1] with
            {
                Parts = parts.Count > 0 && parts[^1].Section == section
                    ? [.. parts.SkipLast(1), parts[^1] with { Blocks = parts[^1].Blocks.Add(block) }]
                    : [.. parts, new PagePart(section, [block])],
            };
        }

        return pages;
    }

    /// <summary>How many lines of prose still fit on page 1 below what must end there; null when that goes over.</summary>
    public static int? LinesLeft(CheckedFiche fiche)
    {
        var (limits, style, printed) = (fiche.Fiche.Template.Limits, fiche.Fiche.Style, fiche.Printed);
        if (printed.PageOfAnchor.TryGetValue(FicheComposition.FirstPageEnd, out var page) && page > 1) return null;
        var headings = fiche.Fiche.Document.Blocks.OfType<HeadingBlock>().Where(heading => heading is { Level: 2, Anchor: not null }).Select(heading => heading.Anchor!).ToList();
        var next = headings.Skip(headings.IndexOf(limits.FirstPageEndsWith) + 1).FirstOrDefault();
        var room = next is not null && printed.PageOfAnchor.GetValueOrDefault(next) == 1 ? printed.RoomAtAnchor.GetValueOrDefault(next) : printed.RoomOfPage[0];
        return (int)Math.Max(0, room / (style.ProseSize * style.ProseLeading));
    }
}
