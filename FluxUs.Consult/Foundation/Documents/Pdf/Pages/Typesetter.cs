using System.Collections.Immutable;
using System.Globalization;
using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Pages;

/// <summary>
/// Sets documents of one style on pages, whatever pen they are drawn with, and keeps what there is to tell of them: where
/// named places are, how full each page is, and what no typeface has.
/// </summary>
internal sealed class Typesetter
{
    private readonly DocumentDetails details;
    private readonly PageStyle style;
    private readonly Dictionary<string, (int Page, double Top, double Room)> places = new(StringComparer.Ordinal);
    private readonly List<(int Page, int Level, string Title, double Top)> bookmarks = [];
    private readonly OrderedDictionary<string, bool> missing = [];
    private readonly Dictionary<int, double> room = [];

    public Typesetter(DocumentDetails details, PageStyle style)
    {
        (this.details, this.style) = (details, style);
        Type = new(style);
    }

    /// <summary>For further pages of the same file in a style of their own; both tell of all.</summary>
    public Typesetter(Typesetter other, PageStyle style) : this(other.details, style) =>
        (places, bookmarks, missing, room) = (other.places, other.bookmarks, other.missing, other.room);

    public DocumentDetails Details => details;

    public PageStyle Style => style;

    public Typography Type { get; }

    /// <summary>Headings, each with the page and the height where it stands.</summary>
    public IReadOnlyList<(int Page, int Level, string Title, double Top)> Bookmarks => bookmarks;

    public (int Page, double Top)? Find(string place) => places.TryGetValue(place, out var found) ? (found.Page, found.Top) : null;

    public double Left(double x) => style.MarginSide + x;

    public double Up(double y) => style.Height - style.MarginTop - y;

    public void NoteMissing(string character) => missing[character] = true;

    /// <summary>A document as slabs, its places under a prefix.</summary>
    public IEnumerable<Slab> Compose(FicheDocument document, StructureNode node, string prefix)
    {
        var names = new PlaceNames(prefix, Anchors.Of(document.Blocks));
        var composer = new BlockComposer(Type, names, style.TextHeight, new(), document.ConfidenceWord);
        return composer.Document(document.Blocks, new Frame(0, style.TextWidth, node, document.Details.Language, Type.Prose));
    }

    /// <summary>Sets slabs on new pages, at least one; a page is finished before the next begins.</summary>
    public List<TPage> Lay<TPen, TPage>(IEnumerable<Slab> slabs, Func<TPen> begin, Func<TPen, TPage> finish)
        where TPen : IPen
    {
        var drawn = new List<TPage>();
        var pen = begin();
        var canvas = new PageCanvas(this, pen);
        foreach (var placement in Paginator.Place(slabs, style.TextHeight))
        {
            while (drawn.Count < placement.Page)
            {
                drawn.Add(finish(pen));
                pen = begin();
                canvas = new PageCanvas(this, pen);
            }
            var slab = placement.Slab;
            if (!placement.Repeated)
            {
                var top = Up(placement.Top - placement.Before);
                foreach (var place in slab.Places) places.TryAdd(place, (pen.Page, top, top - style.MarginBottom));
                if (slab.Bookmark is { } bookmark) bookmarks.Add((pen.Page, bookmark.Level, bookmark.Title, top));
            }
            pen.Strip(placement.Repeated ? [] : slab.Places, Up(placement.Top), Up(placement.Top + slab.Height));
            canvas.Draw(slab, placement.Top, placement.Before, placement.Repeated);
            room[pen.Page] = style.TextHeight - placement.Top - slab.Height;
        }
        drawn.Add(finish(pen));
        return drawn;
    }

    /// <summary>Draws what stands at the foot of a page: some words, and its number of how many.</summary>
    public void DrawFoot(IPen pen, string footer, int number, int count)
    {
        var foot = new PageCanvas(this, pen);
        var words = LineBreaker.Break(Words(footer), style.TextWidth - 60);
        var y = style.MarginBottom * 0.55;
        if (words.Count > 0) foot.DrawFooter(words[0], 0, y);
        var place = LineBreaker.Break(Words(string.Create(CultureInfo.InvariantCulture, $"{number} / {count}")), double.MaxValue)[0];
        foot.DrawFooter(place, style.TextWidth - place.Width, y);
    }

    // A foot is an artifact: what it would belong to is never written.
    private readonly StructureNode nowhere = StructureNode.Document();

    private List<Piece> Words(string words) =>
        [.. Shaper.Shape(PrintableText.Of(words, details.Language), Type.Footer.Typeface, details.Language).Select(shaped => new TextPiece(shaped, Type.Footer, nowhere))];

    /// <summary>What there is to tell; <paramref name="order"/> says which page of the whole, from 0, each page is.</summary>
    public PdfReport Report(IReadOnlyDictionary<int, int> order) =>
        new(order.Count, places.ToImmutableDictionary(place => place.Key, place => order[place.Value.Page] + 1), [.. missing.Keys])
        {
            RoomAtAnchor = places.ToImmutableDictionary(place => place.Key, place => place.Value.Room),
            RoomOfPage = [.. order.OrderBy(page => page.Value).Select(page => room.GetValueOrDefault(page.Key, style.TextHeight))],
            TextHeight = style.TextHeight,
        };
}
