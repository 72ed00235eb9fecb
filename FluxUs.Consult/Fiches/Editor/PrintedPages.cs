using FluxUs.Consult.Fiches.Checks;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Fiches.Editor;

/// <summary>What a section has on a page, in points from its upper edge.</summary>
/// <param name="Section">Its key.</param>
public sealed record PagePart(string Section, IReadOnlyList<PageStrip> Strips)
{
    public double Top => Strips[0].Top;

    public double Bottom => Strips[^1].Bottom;
}

/// <param name="Number">From 1.</param>
public sealed record PrintedPage(int Number, PagePicture Picture, IReadOnlyList<PagePart> Parts);

/// <summary>A fiche as its pages are printed, each part with the section it belongs to.</summary>
public static class PrintedPages
{
    public static IReadOnlyList<PrintedPage> Of(CheckedFiche fiche)
    {
        var sections = SectionOfPlace(fiche);
        var section = SectionKeys.OneSentence;
        var pages = new List<PrintedPage>();
        foreach (var picture in fiche.Drawn.Pages)
        {
            var parts = new List<PagePart>();
            foreach (var strip in picture.Strips)
            {
                // A place within a block is in the section of the block.
                section = sections.GetValueOrDefault(strip.Place, section);
                if (parts.Count > 0 && parts[^1].Section == section) parts[^1] = parts[^1] with { Strips = [.. parts[^1].Strips, strip] };
                else parts.Add(new PagePart(section, [strip]));
            }

            pages.Add(new PrintedPage(pages.Count + 1, picture, parts));
        }

        return pages;
    }

    /// <summary>The section itself where it is printed, else the nearest one before it that is: what an editor of it wants to see.</summary>
    public static string Nearest(CheckedFiche fiche, IReadOnlyList<PrintedPage> pages, string section)
    {
        var printed = pages.SelectMany(page => page.Parts).Select(part => part.Section).ToHashSet(StringComparer.Ordinal);
        var keys = fiche.Fiche.Template.Printed(fiche.Fiche.Material.Gives).Select(one => one.Key).ToList();
        return keys.Take(keys.IndexOf(section) + 1).LastOrDefault(printed.Contains) ?? SectionKeys.OneSentence;
    }

    private static Dictionary<string, string> SectionOfPlace(CheckedFiche fiche)
    {
        var sections = new Dictionary<string, string>(StringComparer.Ordinal);
        var section = SectionKeys.OneSentence;
        foreach (var block in Paper.Named(Paper.Of(fiche.Fiche.Document)).Blocks)
        {
            section = block switch
            {
                HeadingBlock { Level: 2, Anchor: { } key } => key,
                MessagesBlock { Messages.IsEmpty: false } => SectionKeys.KeyMessages,
                _ => section,
            };
            sections.TryAdd(block.Anchor!, section);
        }

        return sections;
    }

    /// <summary>How many lines of prose still fit on page 1 below what must end there; null when that goes over.</summary>
    public static int? LinesLeft(CheckedFiche fiche)
    {
        if (LinesOver(fiche) > 0) return null;
        var printed = fiche.Printed;
        var room = After(fiche) is { } next && printed.PageOfAnchor.GetValueOrDefault(next) == 1 ? printed.RoomAtAnchor.GetValueOrDefault(next) : printed.RoomOfPage[0];
        return (int)Math.Max(0, room / fiche.Fiche.Style.ProseLine);
    }

    /// <summary>How many lines of prose must go for what must end on page 1 to end there, set as tight as it may be; 0 when it does.</summary>
    public static int LinesOver(CheckedFiche fiche) =>
        fiche.Printed.Over is { } over ? (int)Math.Ceiling(Math.Round(over.Points / fiche.Fiche.Style.ProseLine, 6)) : 0;

    /// <summary>The keys of the sections that must be read on page 1 and stand beyond it, in whole or in part.</summary>
    public static IReadOnlyList<string> BeyondFirstPage(CheckedFiche fiche)
    {
        if (LinesOver(fiche) == 0) return [];
        var last = Sections(fiche).ToList().IndexOf(fiche.Fiche.Template.Limits.FirstPageEndsWith);
        var first = Sections(fiche).Take(last + 1).ToHashSet(StringComparer.Ordinal);
        return [.. Of(fiche).Where(page => page.Number > 1).SelectMany(page => page.Parts).Select(part => part.Section).Where(first.Contains).Distinct()];
    }

    private static IEnumerable<string> Sections(CheckedFiche fiche) =>
        fiche.Fiche.Document.Blocks.OfType<HeadingBlock>().Where(heading => heading is { Level: 2, Anchor: not null }).Select(heading => heading.Anchor!);

    /// <summary>The first section that need not stand on page 1.</summary>
    private static string? After(CheckedFiche fiche) =>
        Sections(fiche).SkipWhile(key => key != fiche.Fiche.Template.Limits.FirstPageEndsWith).Skip(1).FirstOrDefault();
}
