using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FluxUs.Consult.Foundation.Documents.Pdf.Fonts;
using FluxUs.Consult.Foundation.Documents.Pdf.Lines;
using FluxUs.Consult.Foundation.Documents.Pdf.Objects;
using FluxUs.Consult.Foundation.Documents.Pdf.Pages;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;
using FluxUs.Consult.Foundation.Documents.Pdf.Structure;

namespace FluxUs.Consult.Foundation.Documents.Pdf;

/// <summary>A page that was drawn: its object, and the object of what stands at its foot, which is drawn last.</summary>
internal sealed record DrawnPage(int Number, int Content, int Foot, int StructureKey, IReadOnlyList<int> Annotations, string Footer);

/// <summary>
/// One file while it is written: pages leave as they are filled, in any order; fonts, structure, bookmarks and page
/// numbers follow at the end, in the order of the reader.
/// </summary>
internal sealed class PdfSession
{
    private readonly PdfFile file;
    private readonly StructureTree tree;
    private readonly int pagesNumber;
    private readonly int resourcesNumber;
    private readonly Dictionary<Typeface, FontUse> fonts = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int?> pictures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Page, double Top)> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> placeKeys = new(StringComparer.Ordinal);
    private readonly List<(int Page, int Level, string Title, double Top)> bookmarks = [];
    private readonly OrderedDictionary<string, bool> missing = [];
    private readonly Dictionary<int, double> room = [];

    public PdfSession(DocumentDetails details, PageStyle style, Stream output)
    {
        Details = details;
        Style = style;
        Type = new Typography(style);
        file = new PdfFile(output);
        tree = new StructureTree(file);
        pagesNumber = file.Reserve();
        resourcesNumber = file.Reserve();
    }

    public DocumentDetails Details { get; }

    public PageStyle Style { get; }

    public Typography Type { get; }

    public StructureNode Root => tree.Root;

    /// <summary>Writes a part of the structure that is complete.</summary>
    public void Write(StructureNode part) => tree.Write(part);

    public double Left(double x) => Style.MarginSide + x;

    public double Up(double y) => Style.Height - Style.MarginTop - y;

    public FontUse Font(Typeface typeface)
    {
        if (fonts.TryGetValue(typeface, out var use)) return use;
        return fonts[typeface] = new FontUse(typeface, file.Reserve(), "F" + fonts.Count.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>The name of a picture in the resources of pages, null where it cannot be read; the same one is written once.</summary>
    public string? Picture(ReadOnlyMemory<byte> content)
    {
        var key = Convert.ToHexString(SHA256.HashData(content.Span));
        if (!pictures.TryGetValue(key, out var number)) pictures[key] = number = PictureObject.Write(file, content);
        return number is { } known ? "P" + known.ToString(CultureInfo.InvariantCulture) : null;
    }

    public void NoteMissing(string character) => missing[character] = true;

    /// <summary>Sets slabs on new pages, at least one.</summary>
    public List<DrawnPage> Lay(IEnumerable<Slab> slabs, string footer)
    {
        var drawn = new List<DrawnPage>();
        var sheet = NewSheet();
        foreach (var placement in Paginator.Place(slabs, Style.TextHeight))
        {
            while (drawn.Count < placement.Page)
            {
                drawn.Add(Finish(sheet, footer));
                sheet = NewSheet();
            }
            var slab = placement.Slab;
            if (!placement.Repeated)
            {
                var top = Up(placement.Top - placement.Before);
                foreach (var place in slab.Places) places.TryAdd(place, (sheet.Number, top));
                if (slab.Bookmark is { } bookmark) bookmarks.Add((sheet.Number, bookmark.Level, bookmark.Title, top));
            }
            sheet.Canvas.Draw(slab, placement.Top, placement.Before, placement.Repeated);
            room[sheet.Number] = Style.TextHeight - placement.Top - slab.Height;
        }
        drawn.Add(Finish(sheet, footer));
        return drawn;
    }

    /// <summary>A link annotation (ISO 32000-1, 12.5.6.5) over a rectangle in points from the lower left; its number.</summary>
    public int WriteLink(int page, StructureNode link, LinkTarget target, double[] rectangle)
    {
        var number = file.Reserve();
        var action = target.IsPlace ? "/Dest" + PdfText.Literal(PlaceKey(target.Address)) : $"/A<</S/URI/URI{PdfText.Literal(target.Address)}>>";
        link.AddAnnotation(page, number);
        file.Write(number, string.Create(CultureInfo.InvariantCulture,
            $"<</Type/Annot/Subtype/Link/Rect[{string.Join(' ', rectangle.Select(PdfText.Number))}]/Border[0 0 0]/F 4/P {page} 0 R/StructParent {tree.AddAnnotation(link)}/Contents{PdfText.String(target.Words)}{action}>>"));
        return number;
    }

    /// <summary>Writes what remains; the pages follow each other as they are given.</summary>
    public PdfReport Finish(IReadOnlyList<DrawnPage> pages, params ReadOnlySpan<Attachment> attachments)
    {
        for (var at = 0; at < pages.Count; at++) Write(pages[at], at + 1, pages.Count);
        file.Write(pagesNumber, $"<</Type/Pages/Count {pages.Count.ToString(CultureInfo.InvariantCulture)}/Kids{PdfText.Array(pages.Select(page => page.Number))}>>");
        foreach (var font in fonts.Values) font.Write(file);
        var images = string.Concat(pictures.Values.OfType<int>().Select(number => string.Create(CultureInfo.InvariantCulture, $"/P{number} {number} 0 R")));
        file.Write(resourcesNumber, $"<</Font<<{string.Concat(fonts.Values.Select(font => $"/{font.Resource} {PdfText.Reference(font.Number)}"))}>>{(images.Length > 0 ? $"/XObject<<{images}>>" : "")}>>");

        var order = new Dictionary<int, int>();
        for (var at = 0; at < pages.Count; at++) order[pages[at].Number] = at;
        WriteCatalog(pages, order, attachments);
        return new(pages.Count, places.ToImmutableDictionary(place => place.Key, place => order[place.Value.Page] + 1), [.. missing.Keys])
        {
            RoomAtAnchor = places.ToImmutableDictionary(place => place.Key, place => place.Value.Top - Style.MarginBottom),
            RoomOfPage = [.. pages.Select(page => room.GetValueOrDefault(page.Number, Style.TextHeight))],
            TextHeight = Style.TextHeight,
        };
    }

    private sealed record Sheet(int Number, int StructureKey, List<StructureNode> Owners, PageCanvas Canvas);

    private Sheet NewSheet()
    {
        var number = file.Reserve();
        var owners = new List<StructureNode>();
        return new(number, tree.AddPage(), owners, new PageCanvas(this, number, owners));
    }

    private DrawnPage Finish(Sheet sheet, string footer)
    {
        var content = file.WriteStream("", sheet.Canvas.Finish());
        tree.FinishPage(sheet.StructureKey, sheet.Owners);
        return new(sheet.Number, content, file.Reserve(), sheet.StructureKey, sheet.Canvas.Annotations, footer);
    }

    private void Write(DrawnPage page, int number, int count)
    {
        var foot = new PageCanvas(this, page.Number, []);
        var words = LineBreaker.Break(Words(page.Footer), Style.TextWidth - 60);
        var y = Style.MarginBottom * 0.55;
        if (words.Count > 0) foot.DrawFooter(words[0], 0, y);
        var place = LineBreaker.Break(Words(string.Create(CultureInfo.InvariantCulture, $"{number} / {count}")), double.MaxValue)[0];
        foot.DrawFooter(place, Style.TextWidth - place.Width, y);
        file.WriteStream(page.Foot, "", foot.Finish());

        var annotations = page.Annotations.Count > 0 ? "/Annots" + PdfText.Array(page.Annotations) : "";
        file.Write(page.Number, string.Create(CultureInfo.InvariantCulture,
            $"<</Type/Page/Parent {pagesNumber} 0 R/MediaBox[0 0 {PdfText.Number(Style.Width)} {PdfText.Number(Style.Height)}]/Resources {resourcesNumber} 0 R/Contents[{page.Content} 0 R {page.Foot} 0 R]/StructParents {page.StructureKey}/Tabs/S{annotations}>>"));
    }

    private List<Piece> Words(string words) =>
        [.. Shaper.Shape(PrintableText.Of(words, Details.Language), Type.Footer.Typeface, Details.Language).Select(shaped => new TextPiece(shaped, Type.Footer, Root))];

    private void WriteCatalog(IReadOnlyList<DrawnPage> pages, Dictionary<int, int> order, ReadOnlySpan<Attachment> attachments)
    {
        var outline = new Outline();
        foreach (var (page, level, title, top) in bookmarks.OrderBy(bookmark => order[bookmark.Page])) outline.Add(level, title, page, top);
        var outlines = outline.Write(file) is var number and not 0 ? $"/Outlines {PdfText.Reference(number)}/PageMode/UseOutlines" : "";
        var profile = file.WriteStream("/N 3", SrgbProfile.Bytes);
        var metadata = file.WriteStream("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(Metadata.Xmp(Details)), compress: false);
        var attached = AttachedFiles.Write(file, attachments, Details.Date);
        var names = $"/Names<<{Places(pages)}{attached.Names}>>";
        var catalog = file.Write(
            $"<</Type/Catalog/Pages {PdfText.Reference(pagesNumber)}/Lang{PdfText.String(Details.Language)}/MarkInfo<</Marked true>>/StructTreeRoot {PdfText.Reference(tree.Finish())}"
            + $"/Metadata {PdfText.Reference(metadata)}/ViewerPreferences<</DisplayDocTitle true>>{outlines}{names}{attached.Associated}"
            + $"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile {PdfText.Reference(profile)}>>]>>");
        file.Finish(catalog, file.Write(Metadata.Information(Details)), Details.Identifier);
    }

    /// <summary>The tree of named places that links lead to (ISO 32000-1, 7.9.6 and 12.3.2.3).</summary>
    private string Places(IReadOnlyList<DrawnPage> pages)
    {
        if (placeKeys.Count == 0) return "";
        var names = new StringBuilder();
        foreach (var (place, key) in placeKeys.OrderBy(pair => pair.Value, StringComparer.Ordinal))
        {
            // A place whose block turned out to be empty is the beginning of the document.
            var (page, top) = places.TryGetValue(place, out var found) ? found : (pages[0].Number, Style.Height);
            names.Append(CultureInfo.InvariantCulture, $"{PdfText.Literal(key)}[{page} 0 R/XYZ 0 {PdfText.Number(top)} 0]");
        }
        return $"/Dests<</Names[{names}]>>";
    }

    private string PlaceKey(string place)
    {
        if (placeKeys.TryGetValue(place, out var key)) return key;
        return placeKeys[place] = string.Create(CultureInfo.InvariantCulture, $"p{placeKeys.Count:D6}");
    }
}
