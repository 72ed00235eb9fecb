using System.Collections.Immutable;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Pages;

/// <summary>A document composed in the style that suits its length, to be laid once.</summary>
/// <param name="Node">What holds its structure.</param>
internal sealed record FittedDocument(PageStyle Style, StructureNode Node, IEnumerable<Slab> Slabs)
{
    // A last page with less on it than this share is not worth a sheet.
    private const double LeastOnLastPage = 0.33;

    // What is longer is no fiche, and no reader counts its pages.
    private const int MostToSetAgain = 8;

    // The shares of the spaces that stay when a document is set once more, the mildest first.
    private static readonly double[] TighterSpaces = [0.85, 0.7, 0.55];

    /// <summary>Null where page 1 ends with what should end there.</summary>
    public FirstPageOver? Over { get; private init; }

    private int Pages { get; init; }

    private double RoomOfLastPage { get; init; }

    /// <summary>
    /// What would end with a few lines on a page of their own, or run past page 1 with what should end there, is composed once more, a
    /// little tighter, where that mends it. It is measured only: nothing is drawn.
    /// </summary>
    /// <param name="node">Makes what holds the structure of one attempt.</param>
    public static FittedDocument Of(FicheDocument document, PageStyle style, Func<StructureNode> node, string prefix = "")
    {
        var usual = Measured(document, style, node(), prefix);
        if (usual.Pages > MostToSetAgain)
        {
            // Composed anew, so that it passes through without being held.
            var root = node();
            return new(style, root, Composed(document, style, root, prefix)) { Over = usual.Over };
        }

        var (best, nearest) = (usual, usual.Over);
        foreach (var spaces in TighterSpaces)
        {
            if (best.Faults(style) == 0) break;
            var again = Measured(document, style.Tighter(spaces), node(), prefix);
            if (again.Pages > usual.Pages) continue;
            if (again.Over?.Points < nearest?.Points) nearest = again.Over;
            if (again.Faults(style) < best.Faults(style)) best = again;
        }

        return best.Over is null ? best : best with { Over = nearest };
    }

    /// <summary>A first page that runs over is worse than a last one with little on it.</summary>
    private int Faults(PageStyle usual) => (Over is null ? 0 : 2) + (Pages > 1 && RoomOfLastPage > usual.TextHeight * (1 - LeastOnLastPage) ? 1 : 0);

    private static IEnumerable<Slab> Composed(FicheDocument document, PageStyle style, StructureNode node, string prefix) =>
        new Typesetter(document.Details, style).Compose(document, node, prefix);

    private static FittedDocument Measured(FicheDocument document, PageStyle style, StructureNode node, string prefix)
    {
        var slabs = new List<Slab>();
        var lengthTo = ImmutableDictionary.CreateBuilder<string, double>(StringComparer.Ordinal);
        var (pages, room, length, runsOver) = (1, style.TextHeight, 0.0, false);
        foreach (var placement in Paginator.Place(Composed(document, style, node, prefix).Select(Hold), style.TextHeight))
        {
            pages = placement.Page + 1;
            if (pages > MostToSetAgain && document.FirstPageEnd is null) break;
            var slab = placement.Slab;
            room = style.TextHeight - placement.Top - slab.Height;
            if (placement.Repeated) continue;
            length += (length > 0 ? slab.Before : 0) + slab.Height;
            foreach (var anchor in slab.Ends)
            {
                lengthTo[anchor] = length;
                if (anchor == document.FirstPageEnd) runsOver = pages > 1;
            }
        }

        return new(style, node, slabs)
        {
            Pages = pages,
            RoomOfLastPage = room,
            Over = runsOver ? new FirstPageOver(Math.Max(1, lengthTo[document.FirstPageEnd!] - style.TextHeight), lengthTo.ToImmutable()) : null,
        };

        Slab Hold(Slab slab)
        {
            slabs.Add(slab);
            return slab;
        }
    }
}
