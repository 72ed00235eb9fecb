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
internal sealed record DrawnPage(int Number, int Content, int Foot, int StructureKey, IReadOnlyList<int> Annotations, string Footer, Typesetter Setter);

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
    private readonly Dictionary<PageStyle, Typesetter> setters = [];
    private readonly Dictionary<string, string> placeKeys = new(StringComparer.Ordinal);

    /// <param name="root">Of the structure of the file.</param>
    public PdfSession(DocumentDetails details, PageStyle style, Stream output, StructureNode root)
    {
        Setter = new Typesetter(details, style);
        setters.Add(style, Setter);
        file = new PdfFile(output);
        tree = new StructureTree(file, root);
        pagesNumber = file.Reserve();
        resourcesNumber = file.Reserve();
    }

    public Typesetter Setter { get; }

    public StructureNode Root => tree.Root;

    /// <summary>Writes a part of the structure that is complete.</summary>
    public void Write(StructureNode part) => tree.Write(part);

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

    /// <summary>Sets slabs on new pages, at least one, in the style for which they were composed.</summary>
    public List<DrawnPage> Lay(IEnumerable<Slab> slabs, PageStyle style, string footer)
    {
        if (!setters.TryGetValue(style, out var setter)) setters[style] = setter = new Typesetter(Setter, style);
        return setter.Lay(slabs, () => new PdfPen(this, file.Reserve(), tree.AddPage()), pen =>
        {
            var content = file.WriteStream("", pen.Finish());
            tree.FinishPage(pen.StructureKey, pen.Owners);
            return new DrawnPage(pen.Page, content, file.Reserve(), pen.StructureKey, pen.Annotations, footer, setter);
        });
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
        return Setter.Report(order);
    }

    private void Write(DrawnPage page, int number, int count)
    {
        var foot = new PdfPen(this, page.Number, 0);
        page.Setter.DrawFoot(foot, page.Footer, number, count);
        file.WriteStream(page.Foot, "", foot.Finish());

        var annotations = page.Annotations.Count > 0 ? "/Annots" + PdfText.Array(page.Annotations) : "";
        file.Write(page.Number, string.Create(CultureInfo.InvariantCulture,
            $"<</Type/Page/Parent {pagesNumber} 0 R/MediaBox[0 0 {PdfText.Number(Setter.Style.Width)} {PdfText.Number(Setter.Style.Height)}]/Resources {resourcesNumber} 0 R/Contents[{page.Content} 0 R {page.Foot} 0 R]/StructParents {page.StructureKey}/Tabs/S{annotations}>>"));
    }

    private void WriteCatalog(IReadOnlyList<DrawnPage> pages, Dictionary<int, int> order, ReadOnlySpan<Attachment> attachments)
    {
        var outline = new Outline();
        foreach (var (page, level, title, top) in Setter.Bookmarks.OrderBy(bookmark => order[bookmark.Page])) outline.Add(level, title, page, top);
        var outlines = outline.Write(file) is var number and not 0 ? $"/Outlines {PdfText.Reference(number)}/PageMode/UseOutlines" : "";
        var profile = file.WriteStream("/N 3", SrgbProfile.Bytes);
        var metadata = file.WriteStream("/Type/Metadata/Subtype/XML", Encoding.UTF8.GetBytes(Metadata.Xmp(Setter.Details)), compress: false);
        var attached = AttachedFiles.Write(file, attachments, Setter.Details.Date);
        var names = $"/Names<<{Places(pages)}{attached.Names}>>";
        var catalog = file.Write(
            $"<</Type/Catalog/Pages {PdfText.Reference(pagesNumber)}/Lang{PdfText.String(Setter.Details.Language)}/MarkInfo<</Marked true>>/StructTreeRoot {PdfText.Reference(tree.Finish())}"
            + $"/Metadata {PdfText.Reference(metadata)}/ViewerPreferences<</DisplayDocTitle true>>{outlines}{names}{attached.Associated}"
            + $"/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile {PdfText.Reference(profile)}>>]>>");
        file.Finish(catalog, file.Write(Metadata.Information(Setter.Details)), Setter.Details.Identifier);
    }

    /// <summary>The tree of named places that links lead to (ISO 32000-1, 7.9.6 and 12.3.2.3).</summary>
    private string Places(IReadOnlyList<DrawnPage> pages)
    {
        if (placeKeys.Count == 0) return "";
        var names = new StringBuilder();
        foreach (var (place, key) in placeKeys.OrderBy(pair => pair.Value, StringComparer.Ordinal))
        {
            // A place whose block turned out to be empty is the beginning of the document.
            var (page, top) = Setter.Find(place) ?? (pages[0].Number, Setter.Style.Height);
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
