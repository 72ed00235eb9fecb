using System.Collections.Immutable;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Pages;

/// <summary>What stays on one page although it is made of several blocks.</summary>
internal static class Keeping
{
    /// <summary>A section no higher than this share of a page is not parted: neither half would make sense alone.</summary>
    public const double ShortShare = 0.2;

    // Longer text before a figure may part from it: what moved with it would leave a hole on the page.
    private const int MostLetters = 900;

    /// <summary>Whether a paragraph is among the few that lead to a figure, which would say little without them.</summary>
    public static bool LeadsToFigure(ImmutableArray<Block> blocks, int at)
    {
        var letters = 0;
        for (; at < blocks.Length && blocks[at] is ParagraphBlock paragraph; at++)
            if ((letters += PlainText.Of(paragraph.Inlines).Length) > MostLetters) return false;
        return letters > 0 && at < blocks.Length && blocks[at] is FigureBlock { Drawing: not null };
    }

    /// <summary>The slabs of a section, kept together where they are no higher than <paramref name="most"/>; it looks no further ahead than that.</summary>
    public static IEnumerable<Slab> Short(IEnumerable<Slab> section, double most)
    {
        var held = new List<Slab>();
        var height = 0.0;
        var isShort = true;
        foreach (var slab in section)
        {
            if (!isShort)
            {
                yield return slab;
                continue;
            }
            held.Add(slab);
            height += slab.Before + slab.Height;
            if (height <= most) continue;
            isShort = false;
            foreach (var one in held) yield return one;
        }
        if (!isShort) yield break;
        foreach (var one in held.KeptTogether()) yield return one;
    }
}
