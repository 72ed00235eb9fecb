namespace FluxUs.Consult.Foundation.Documents.Pdf.Pages;

/// <summary>
/// Where a slab stands: page from 0, distance from the top of the text to its own top, and the space above it that
/// belongs to it. <paramref name="Repeated"/> is a head of a table drawn again.
/// </summary>
internal readonly record struct Placement(int Page, Slab Slab, double Top, double Before, bool Repeated);

/// <summary>
/// Fills pages with slabs in their order. Slabs that keep together move to the next page together, unless they are
/// longer than a page. Looks ahead at most one page, so that long documents pass through without being held.
/// </summary>
internal static class Paginator
{
    private const double Tolerance = 0.01;

    public static IEnumerable<Placement> Place(IEnumerable<Slab> slabs, double height)
    {
        var page = 0;
        var filled = 0.0;
        var group = new List<Slab>();
        var length = 0.0;
        foreach (var slab in slabs)
        {
            group.Add(slab);
            length += slab.Before + slab.Height;
            if (slab.KeepNext && length < height) continue;
            foreach (var placement in PlaceGroup(group, length, height, page, filled))
            {
                yield return placement;
                page = placement.Page;
                filled = placement.Top + placement.Slab.Height;
            }
            group.Clear();
            length = 0;
        }
        foreach (var placement in PlaceGroup(group, length, height, page, filled)) yield return placement;
    }

    private static IEnumerable<Placement> PlaceGroup(List<Slab> group, double length, double height, int page, double filled)
    {
        if (group.Count == 0) yield break;
        if (filled > 0 && ((filled + length > height + Tolerance && length - group[0].Before <= height) || group[0].LeastRoom > height - filled)) (page, filled) = (page + 1, 0);
        foreach (var slab in group)
        {
            if (filled > 0 && filled + slab.Before + slab.Height > height + Tolerance) (page, filled) = (page + 1, 0);
            if (filled == 0 && slab.RepeatedHead is { } head)
            {
                yield return new(page, head, 0, 0, true);
                filled = head.Height;
            }
            var before = filled == 0 ? 0 : slab.Before;
            yield return new(page, slab, filled + before, before, false);
            filled += before + slab.Height;
        }
    }
}
