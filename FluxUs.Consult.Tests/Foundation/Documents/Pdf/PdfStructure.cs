using UglyToad.PdfPig;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Graphics.Operations.PathPainting;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Tokens;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

/// <summary>
/// What a machine can judge of PDF/UA-1 (the Matterhorn protocol) without a validator: reads a file and lists its
/// faults and the tags of its structure in reading order.
/// </summary>
internal sealed class PdfStructure
{
    private readonly PdfDocument document;
    private int headingLevel;

    public PdfStructure(PdfDocument document)
    {
        this.document = document;
        var catalog = document.Structure.Catalog.CatalogDictionary;
        Require(catalog.ContainsKey(NameToken.Create("Lang")), "no language");
        Require(Dictionary(catalog, "MarkInfo") is { } marks && marks.TryGet(NameToken.Create("Marked"), out BooleanToken marked) && marked.Data, "not marked");
        Require(Dictionary(catalog, "ViewerPreferences") is { } view && view.ContainsKey(NameToken.Create("DisplayDocTitle")), "title not shown");
        Require(document.TryGetXmpMetadata(out var xmp) && xmp.GetXDocument().ToString().Contains("<pdfuaid:part>1</pdfuaid:part>", StringComparison.Ordinal), "no PDF/UA identifier");
        if (Dictionary(catalog, "StructTreeRoot") is { } root) Walk(Get(root, "K"), "");
        else Faults.Add("no structure");
        foreach (var page in document.GetPages()) Check(page);
        Require(Links == Annotations, $"{Annotations} annotations, {Links} in the structure");
    }

    public List<string> Faults { get; } = [];

    public List<string> Tags { get; } = [];

    public int Links { get; private set; }

    public int Annotations { get; private set; }

    private void Require(bool met, string fault)
    {
        if (!met) Faults.Add(fault);
    }

    private void Walk(IToken? token, string parent)
    {
        if (token is ArrayToken array)
        {
            foreach (var kid in array.Data) Walk(Resolve(kid), parent);
            return;
        }
        if (token is not DictionaryToken element) return;
        if (Get(element, "Type") is NameToken { Data: "OBJR" })
        {
            Links++;
            Require(parent == "Link", $"annotation under {parent}");
            return;
        }
        if (Get(element, "S") is not NameToken tag) return;
        Tags.Add(tag.Data);
        Require(tag.Data != "Figure" || element.ContainsKey(NameToken.Create("Alt")), "figure without alternative");
        Require(tag.Data != "TH" || (Get(element, "A") is DictionaryToken attributes && attributes.ContainsKey(NameToken.Create("Scope"))), "TH without scope");
        if (tag.Data.Length == 2 && tag.Data[0] == 'H' && char.IsAsciiDigit(tag.Data[1])) CheckHeading(tag.Data[1] - '0');
        Walk(Get(element, "K"), tag.Data);
    }

    private void CheckHeading(int level)
    {
        Require(level <= headingLevel + 1, $"heading jumps to H{level}");
        headingLevel = level;
    }

    private void Check(UglyToad.PdfPig.Content.Page page)
    {
        var depth = 0;
        foreach (var operation in page.Operations)
        {
            depth += operation switch
            {
                BeginMarkedContent or BeginMarkedContentWithProperties => 1,
                EndMarkedContent => -1,
                _ => 0,
            };
            // Only a parted word, which has no place of its own in the structure, stands within other content.
            Require(depth is 0 or 1 || (depth == 2 && (operation is not BeginMarkedContentWithProperties inner || IsParted(inner))), "marked content within marked content");
            Require(depth >= 1 || !Paints(operation), $"content outside marked content on page {page.Number}");
        }
        foreach (var annotation in page.GetAnnotations())
        {
            Annotations++;
            Require(annotation.AnnotationDictionary.ContainsKey(NameToken.Create("Contents")), "link without words");
            Require(annotation.AnnotationDictionary.ContainsKey(NameToken.Create("StructParent")), "link without its place in the structure");
        }
        Require(Get(page.Dictionary, "Tabs") is NameToken { Data: "S" }, "tabs not by structure");
        foreach (var letter in page.Letters) Require(letter.FontName!.Contains('+', StringComparison.Ordinal), $"{letter.FontName} is not a subset");
    }

    private static bool IsParted(BeginMarkedContentWithProperties begin) =>
        begin.Name.Data == "Span" && begin.Properties is { } properties && properties.ContainsKey(NameToken.Create("ActualText")) && !properties.ContainsKey(NameToken.Create("MCID"));

    private static bool Paints(IGraphicsStateOperation operation) =>
        operation is ShowText or ShowTextsWithPositioning or FillPathNonZeroWinding or StrokePath or CloseAndStrokePath or CloseFillPathNonZeroWindingAndStroke;

    private DictionaryToken? Dictionary(DictionaryToken token, string name) => Get(token, name) as DictionaryToken;

    private IToken? Get(DictionaryToken token, string name) => token.TryGet(NameToken.Create(name), out var value) ? Resolve(value) : null;

    private IToken Resolve(IToken token)
    {
        while (token is IndirectReferenceToken reference) token = document.Structure.GetObject(reference.Data).Data;
        return token;
    }
}
