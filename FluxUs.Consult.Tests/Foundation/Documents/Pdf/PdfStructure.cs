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
    private readonly Dictionary<(long Page, int Mark), DictionaryToken> owners = [];
    private readonly List<int> rows = [];
    private int headingLevel;

    public PdfStructure(PdfDocument document)
    {
        this.document = document;
        var catalog = document.Structure.Catalog.CatalogDictionary;
        Require(catalog.ContainsKey(NameToken.Create("Lang")), "no language");
        Require(Dictionary(catalog, "MarkInfo") is { } marks && marks.TryGet(NameToken.Create("Marked"), out BooleanToken marked) && marked.Data, "not marked");
        Require(Dictionary(catalog, "ViewerPreferences") is { } view && view.ContainsKey(NameToken.Create("DisplayDocTitle")), "title not shown");
        Require(document.TryGetXmpMetadata(out var xmp) && xmp.GetXDocument().ToString().Contains("<pdfuaid:part>1</pdfuaid:part>", StringComparison.Ordinal), "no PDF/UA identifier");
        if (Dictionary(catalog, "StructTreeRoot") is { } root)
        {
            Walk(Get(root, "K"), "");
            CheckParents(root);
        }
        else Faults.Add("no structure");
        foreach (var page in document.GetPages()) Check(page);
        Require(Links == Annotations, $"{Annotations} annotations, {Links} in the structure");
    }

    public List<string> Faults { get; } = [];

    public List<string> Tags { get; } = [];

    /// <summary>What elements are read as in place of what is drawn.</summary>
    public List<string> ReadInPlace { get; } = [];

    public int Links { get; private set; }

    public int Annotations { get; private set; }

    private void Require(bool met, string fault)
    {
        if (!met) Faults.Add(fault);
    }

    // What may stand in what (ISO 32000-1, 14.8.4), as far as order matters to readers.
    private static readonly Dictionary<string, string[]> Parents = new()
    {
        ["TR"] = ["Table"],
        ["TH"] = ["TR"],
        ["TD"] = ["TR"],
        ["LI"] = ["L"],
        ["Lbl"] = ["LI"],
        ["LBody"] = ["LI"],
        ["TOCI"] = ["TOC"],
        ["Caption"] = ["Table", "Figure"],
        ["Reference"] = ["TOCI"],
    };

    private static readonly string[] Types =
        ["Document", "Sect", "Div", "H1", "H2", "H3", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "Caption", "Figure", "BlockQuote", "Link", "Span", "TOC", "TOCI", "Reference"];

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
        Require(Types.Contains(tag.Data), $"{tag.Data} is no standard type that we know");
        Require(!Parents.TryGetValue(tag.Data, out var places) || places.Contains(parent), $"{tag.Data} in {parent}");
        Require(tag.Data is "TH" or "TD" or "Document" || element.ContainsKey(NameToken.Create("K")), $"{tag.Data} is empty");
        Require(tag.Data != "L" || (Get(element, "A") is DictionaryToken list && list.ContainsKey(NameToken.Create("ListNumbering"))), "list without numbering");
        Require(tag.Data != "Figure" || (Get(element, "A") is DictionaryToken layout && layout.ContainsKey(NameToken.Create("BBox"))), "figure without its box");
        if (Get(element, "ActualText") is { } read) ReadInPlace.Add(read switch { StringToken text => text.Data, HexToken text => text.Data, _ => "?" });
        if (tag.Data == "TR") rows.Add(Get(element, "K") is ArrayToken cells ? cells.Data.Count : 1);
        if (tag.Data == "Table") rows.Clear();
        Require(tag.Data != "Figure" || element.ContainsKey(NameToken.Create("Alt")), "figure without alternative");
        Require(tag.Data != "TH" || (Get(element, "A") is DictionaryToken attributes && attributes.ContainsKey(NameToken.Create("Scope"))), "TH without scope");
        if (tag.Data.Length == 2 && tag.Data[0] == 'H' && char.IsAsciiDigit(tag.Data[1])) CheckHeading(tag.Data[1] - '0');
        CheckContent(element);
        Walk(Get(element, "K"), tag.Data);
        if (tag.Data == "Table") Require(rows.Distinct().Count() <= 1, "rows of different lengths");
    }

    /// <summary>Each marked content of a page belongs to one element, and the parent tree leads back to it.</summary>
    private void CheckContent(DictionaryToken element)
    {
        var page = element.TryGet(NameToken.Create("Pg"), out IndirectReferenceToken own) ? own.Data : default;
        foreach (var kid in Get(element, "K") is ArrayToken kids ? kids.Data : [])
        {
            var (on, mark) = kid switch
            {
                NumericToken number => (page, number.Int),
                DictionaryToken content when content.TryGet(NameToken.Create("MCID"), out NumericToken number) => (((IndirectReferenceToken)content.Data["Pg"]).Data, number.Int),
                _ => (default, -1),
            };
            if (mark >= 0) Require(owners.TryAdd((on.ObjectNumber, mark), element), $"content {mark} of page {on.ObjectNumber} has two owners");
        }
    }

    private void CheckParents(DictionaryToken root)
    {
        var keys = new Dictionary<int, IToken>();
        if (Get(root, "ParentTree") is DictionaryToken tree && Get(tree, "Nums") is ArrayToken list)
            for (var at = 0; at + 1 < list.Data.Count; at += 2) keys[((NumericToken)list.Data[at]).Int] = Resolve(list.Data[at + 1]);
        var marks = 0;
        foreach (var page in ((ArrayToken)Get((DictionaryToken)Get(document.Structure.Catalog.CatalogDictionary, "Pages")!, "Kids")!).Data.OfType<IndirectReferenceToken>())
        {
            var key = ((NumericToken)Get((DictionaryToken)Resolve(page), "StructParents")!).Int;
            var elements = ((ArrayToken)keys[key]).Data;
            marks += elements.Count;
            for (var mark = 0; mark < elements.Count; mark++)
                Require(owners.TryGetValue((page.Data.ObjectNumber, mark), out var owner) && ReferenceEquals(owner, Resolve(elements[mark])), $"content {mark} of page {page.Data.ObjectNumber} leads elsewhere");
        }
        Require(marks == owners.Count, $"{owners.Count} contents in the structure, {marks} on pages");
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
