using System.Buffers.Binary;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FluxUs.Consult.Foundation.Documents;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Graphics.Operations.MarkedContent;
using UglyToad.PdfPig.Tokens;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

/// <summary>
/// What a validator asks beyond <see cref="PdfStructure"/> and <see cref="PdfConformance"/>: which elements may stand in which (ISO 14289-1, 7.2), where links lead and
/// belong (7.18), operators and their nesting (ISO 19005-3, 6.1.13 and 6.2), the colour profile (6.2.3), metadata property by property (6.6), names, bookmarks and files.
/// </summary>
internal sealed partial class PdfRules
{
    private const int DeepestState = 28;

    private static readonly HashSet<string> Operators =
        ["q", "Q", "cm", "w", "J", "j", "M", "d", "m", "l", "c", "v", "y", "h", "re", "S", "s", "f", "f*", "B", "b", "n", "W", "BT", "ET", "Tc", "Tw", "Tz", "TL", "Tf", "Tr", "Ts", "Td", "TD", "Tm", "T*", "Tj", "TJ", "rg", "RG", "BMC", "BDC", "EMC", "Do"];

    // Pages are between 3 and 14,400 points long and wide (ISO 19005-3, 6.1.13).
    private const double SmallestPage = 3;
    private const double LargestPage = 14_400;

    // The properties of the schemas that ISO 19005-3 (6.6.2.3.1) knows or the file describes, and the form of their values where it is not looked at elsewhere.
    private static readonly Dictionary<XName, string> Properties = new()
    {
        [(XNamespace)"http://purl.org/dc/elements/1.1/" + "title"] = "",
        [(XNamespace)"http://purl.org/dc/elements/1.1/" + "creator"] = "",
        [(XNamespace)"http://purl.org/dc/elements/1.1/" + "description"] = "",
        [(XNamespace)"http://purl.org/dc/elements/1.1/" + "language"] = "",
        [(XNamespace)"http://ns.adobe.com/xap/1.0/" + "CreateDate"] = Moment,
        [(XNamespace)"http://ns.adobe.com/xap/1.0/" + "ModifyDate"] = Moment,
        [(XNamespace)"http://ns.adobe.com/xap/1.0/" + "MetadataDate"] = Moment,
        [(XNamespace)"http://ns.adobe.com/xap/1.0/mm/" + "DocumentID"] = "^uuid:[0-9a-f-]{36}$",
        [(XNamespace)"http://ns.adobe.com/pdf/1.3/" + "Producer"] = ".",
        [(XNamespace)"http://www.aiim.org/pdfa/ns/id/" + "part"] = "^3$",
        [(XNamespace)"http://www.aiim.org/pdfa/ns/id/" + "conformance"] = "^A$",
        [(XNamespace)"http://www.aiim.org/pdfua/ns/id/" + "part"] = "^1$",
    };

    private const string Moment = @"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$";

    private static readonly Dictionary<string, string[]> Children = new()
    {
        ["L"] = ["LI", "Caption"],
        ["LI"] = ["Lbl", "LBody"],
        ["TOC"] = ["TOCI", "TOC", "Caption"],
        ["TOCI"] = ["Lbl", "Reference", "NonStruct", "P", "TOC"],
        ["Table"] = ["TR", "THead", "TBody", "TFoot", "Caption"],
        ["TR"] = ["TH", "TD"],
        ["P"] = ["Span", "Link", "Reference"],
        ["H1"] = ["Span", "Link"],
        ["H2"] = ["Span", "Link"],
        ["H3"] = ["Span", "Link"],
        ["Lbl"] = ["Span", "Link"],
        ["Link"] = ["Span"],
        ["Span"] = ["Span", "Link"],
        ["Figure"] = [],
    };

    // Elements that group others hold no content themselves.
    private static readonly string[] Groups = ["Document", "Sect", "Div", "L", "LI", "Table", "TR", "TOC", "TOCI", "BlockQuote"];

    private readonly PdfDocument document;
    private readonly Dictionary<long, IToken> objects = [];
    private readonly DictionaryToken catalog;
    private readonly HashSet<long> pages;
    private readonly (double Width, double Height) sheet;
    private readonly HashSet<string> places;
    private string firstHeading = "";

    public PdfRules(PdfDocument document)
    {
        this.document = document;
        catalog = document.Structure.Catalog.CatalogDictionary;
        pages = [.. Items(Dictionary(catalog, "Pages"), "Kids").OfType<IndirectReferenceToken>().Select(page => page.Data.ObjectNumber)];
        sheet = (document.GetPage(1).Width, document.GetPage(1).Height);
        places = CheckNames();
        CheckCatalog();
        CheckElement(Items(Dictionary(catalog, "StructTreeRoot"), "K").OfType<IndirectReferenceToken>().Single(), null, "");
        Require(firstHeading is "" or "H1", $"the first heading is {firstHeading}");
        var parents = Items(Dictionary(Dictionary(catalog, "StructTreeRoot")!, "ParentTree"), "Nums").Chunk(2).ToDictionary(pair => ((NumericToken)pair[0]).Int, pair => pair[1]);
        foreach (var page in document.GetPages())
        {
            CheckOperators(page);
            CheckLinks(page, parents);
        }
        CheckProfile();
        CheckMetadata();
    }

    public List<string> Faults { get; } = [];

    private void Require(bool met, string fault)
    {
        if (!met) Faults.Add(fault);
    }

    private HashSet<string> CheckNames()
    {
        var names = Dictionary(catalog, "Names");
        foreach (var key in names?.Data.Keys ?? []) Require(key is "Dests" or "EmbeddedFiles", $"names hold {key}");
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tree in new[] { "Dests", "EmbeddedFiles" })
        {
            var entries = names is not null && Dictionary(names, tree) is { } root ? Items(root, "Names") : [];
            var keys = entries.Where((_, at) => at % 2 == 0).Select(Text).ToList();
            Require(keys.SequenceEqual(keys.OrderBy(key => !Ascii.IsValid(key)).ThenBy(key => key, StringComparer.Ordinal)) && keys.Distinct().Count() == keys.Count, $"names of {tree} are not in their order");
            if (tree == "Dests")
            {
                named.UnionWith(keys);
                Require(entries.Where((_, at) => at % 2 == 1).All(IsOnPage), "a named place is on no page");
            }
            else
            {
                foreach (var file in entries.Where((_, at) => at % 2 == 1).Select(Resolve).OfType<DictionaryToken>())
                    Require(Dictionary(file, "EF") is { } embedded && Get(embedded, "F") is StreamToken content && Get(content.StreamDictionary, "Subtype") is NameToken type && MediaType().IsMatch(type.Data)
                        && Dictionary(content.StreamDictionary, "Params") is { } about && Get(about, "Size") is NumericToken size && size.Int == Decoded(content).Length, "an attached file without its media type or its size");
            }
        }
        return named;
    }

    private bool IsOnPage(IToken place) => Resolve(place) is ArrayToken { Data: [IndirectReferenceToken page, ..] } && pages.Contains(page.Data.ObjectNumber);

    private void CheckCatalog()
    {
        foreach (var key in catalog.Data.Keys)
            Require(key is "Type" or "Pages" or "Lang" or "MarkInfo" or "StructTreeRoot" or "Metadata" or "ViewerPreferences" or "Outlines" or "PageMode" or "Names" or "AF" or "OutputIntents", $"catalog has {key}");
        Require(Get(catalog, "Lang") is { } language && Language().IsMatch(Text(language)), "the language of the document is none");
        Require(Dictionary(catalog, "MarkInfo") is { } marks && !(Get(marks, "Suspects") is BooleanToken { Data: true }), "the structure is suspect");
        Require(Dictionary(catalog, "ViewerPreferences") is { } view && Get(view, "DisplayDocTitle") is BooleanToken { Data: true }, "title not shown");
        var root = Dictionary(catalog, "StructTreeRoot");
        Require(root is not null && !root.ContainsKey(NameToken.Create("RoleMap")) && !root.ContainsKey(NameToken.Create("ClassMap")), "types of our own");
        if (Dictionary(catalog, "Outlines") is { } outlines) CheckBookmarks(outlines);
        foreach (var page in document.GetPages())
            foreach (var key in page.Dictionary.Data.Keys)
                Require(key is "Type" or "Parent" or "MediaBox" or "Resources" or "Contents" or "StructParents" or "Tabs" or "Annots", $"page {page.Number} has {key}");
    }

    private void CheckBookmarks(DictionaryToken parent)
    {
        for (var item = Dictionary(parent, "First"); item is not null; item = Dictionary(item, "Next"))
        {
            Require(Get(item, "Title") is { } title && Text(title).Length > 0, "bookmark without a title");
            Require(Get(item, "Dest") is { } place && IsOnPage(place), "bookmark to no page");
            CheckBookmarks(item);
        }
    }

    private void CheckElement(IndirectReferenceToken reference, IndirectReferenceToken? parent, string parentTag)
    {
        var element = (DictionaryToken)Resolve(reference);
        var tag = (Get(element, "S") as NameToken)?.Data ?? "?";
        Require(!Children.TryGetValue(parentTag, out var allowed) || allowed.Contains(tag), $"{tag} in {parentTag}");
        if (parent is not null) Require(element.Data["P"] is IndirectReferenceToken up && up.Data.ObjectNumber == parent.Data.ObjectNumber, $"{tag} names another parent");
        Require(Get(element, "Lang") is not { } language || Language().IsMatch(Text(language)), $"the language of {tag} is none");
        if (tag is "H1" or "H2" or "H3" && firstHeading.Length == 0) firstHeading = tag;
        if (tag == "Figure") CheckFigure(element);
        var kids = Items(element, "K").ToList();
        Require(!Groups.Contains(tag) || kids.TrueForAll(kid => kid is IndirectReferenceToken), $"{tag} holds content of its own");
        Require(tag != "Link" || kids.Exists(kid => Resolve(kid) is DictionaryToken one && Get(one, "Type") is NameToken { Data: "OBJR" }), "a link without its annotation");
        var elements = kids.OfType<IndirectReferenceToken>().ToList();
        if (tag == "Table")
            for (var at = 1; at < elements.Count - 1; at++) Require(Get((DictionaryToken)Resolve(elements[at]), "S") is not NameToken { Data: "Caption" }, "a caption amid the rows of its table");
        foreach (var kid in elements) CheckElement(kid, reference, tag);
    }

    private void CheckFigure(DictionaryToken figure)
    {
        Require(Get(figure, "Alt") is { } words && !PlainText.IsBlank(Text(words)), "figure without words");
        var box = Dictionary(figure, "A") is { } layout && Get(layout, "O") is NameToken { Data: "Layout" } && Get(layout, "Placement") is NameToken { Data: "Block" } ? Items(layout, "BBox").OfType<NumericToken>().Select(edge => edge.Double).ToArray() : [];
        Require(box is [var left, var lower, var right, var upper] && left < right && lower < upper && left >= 0 && lower >= 0 && right <= sheet.Width && upper <= sheet.Height, "figure outside its page");
    }

    private void CheckOperators(Page page)
    {
        var (states, texts, contents, marks) = (0, 0, 0, new HashSet<int>());
        var box = Items(page.Dictionary, "MediaBox").OfType<NumericToken>().Select(edge => edge.Double).ToArray();
        Require(box is [0, 0, >= SmallestPage and <= LargestPage, >= SmallestPage and <= LargestPage], $"page {page.Number} is too small or too large");
        foreach (var operation in page.Operations)
        {
            Require(Operators.Contains(operation.Operator), $"operator {operation.Operator} on page {page.Number}");
            if (operation is SetNonStrokeColorDeviceRgb fill) Require(IsColour(fill.R, fill.G, fill.B), $"no colour on page {page.Number}");
            if (operation is SetStrokeColorDeviceRgb line) Require(IsColour(line.R, line.G, line.B), $"no colour on page {page.Number}");
            states += operation.Operator switch { "q" => 1, "Q" => -1, _ => 0 };
            texts += operation.Operator switch { "BT" => 1, "ET" => -1, _ => 0 };
            contents += operation.Operator switch { "BDC" or "BMC" => 1, "EMC" => -1, _ => 0 };
            Require(states is >= 0 and <= DeepestState && texts is 0 or 1 && contents >= 0, $"states, texts or contents cross on page {page.Number}");
            if (operation is BeginMarkedContentWithProperties { Properties: { } properties } && properties.TryGet(NameToken.Create("MCID"), out NumericToken number))
                Require(marks.Add(number.Int), $"content {number.Int} begins twice on page {page.Number}");
        }
        Require((states, texts, contents) == (0, 0, 0), $"something stays open on page {page.Number}");
    }

    private static bool IsColour(params ReadOnlySpan<double> parts)
    {
        foreach (var part in parts)
            if (part is < 0 or > 1) return false;
        return true;
    }

    /// <summary>Each annotation stands on its page, leads somewhere, and belongs to the link element that names it.</summary>
    private void CheckLinks(Page page, Dictionary<int, IToken> parents)
    {
        foreach (var reference in Items(page.Dictionary, "Annots").OfType<IndirectReferenceToken>())
        {
            var annotation = (DictionaryToken)Resolve(reference);
            var rectangle = Items(annotation, "Rect").OfType<NumericToken>().Select(edge => edge.Double).ToArray();
            Require(rectangle is [var left, var lower, var right, var upper] && left < right && lower < upper && left >= -1 && lower >= -1 && right <= sheet.Width + 1 && upper <= sheet.Height + 1, "link outside its page");
            var leads = Get(annotation, "Dest") is { } place ? places.Contains(Text(place))
                : Dictionary(annotation, "A") is { } action && Get(action, "S") is NameToken { Data: "URI" } && Get(action, "URI") is { } address && (Text(address).StartsWith("http", StringComparison.Ordinal) || Text(address).StartsWith("mailto:", StringComparison.Ordinal));
            Require(leads, "link that leads nowhere");
            Require(Dictionary(annotation, "A") is not { } web || (Get(web, "URI") is { } written && Text(written).All(sign => sign is > ' ' and <= '~')), "link to an address that is not ASCII");
            Require(Get(annotation, "Contents") is { } words && !PlainText.IsBlank(Text(words)), "link whose words say nothing");
            var owner = Get(annotation, "StructParent") is NumericToken key && parents.TryGetValue(key.Int, out var found) ? Resolve(found) as DictionaryToken : null;
            Require(owner is not null && Get(owner, "S") is NameToken { Data: "Link" } && Items(owner, "K").Select(Resolve).OfType<DictionaryToken>().Any(kid => kid.Data.GetValueOrDefault("Obj") is IndirectReferenceToken one && one.Data.ObjectNumber == reference.Data.ObjectNumber), "link of no element");
        }
    }

    /// <summary>ICC.1:2010: signature, class, connection space, and the tags of a monitor with three curves, each within the profile.</summary>
    private void CheckProfile()
    {
        if (Items(catalog, "OutputIntents").Select(Resolve).OfType<DictionaryToken>().FirstOrDefault() is not { } intent || Get(intent, "DestOutputProfile") is not StreamToken stream) return;
        var bytes = Decoded(stream);
        string Sign(int at) => Encoding.ASCII.GetString(bytes, at, 4);
        int Number(int at) => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at));
        Require((Sign(12), Sign(20), Sign(36)) == ("mntr", "XYZ ", "acsp") && bytes[8] <= 4, "not the profile of a monitor");
        Require((Number(68), Number(72), Number(76)) == (0xf6d6, 0x10000, 0xd32d), "profile with another white");
        var tags = Enumerable.Range(0, Number(128)).Select(at => 132 + (12 * at)).ToDictionary(Sign, at => (Offset: Number(at + 4), Length: Number(at + 8)));
        foreach (var tag in new[] { "desc", "cprt", "wtpt", "chad", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC" }) Require(tags.ContainsKey(tag), $"profile without {tag}");
        Require(tags.Values.All(tag => tag.Offset % 4 == 0 && tag.Offset >= 132 + (12 * tags.Count) && tag.Offset + tag.Length <= bytes.Length), "tags of the profile overlap or leave it");
    }

    private void CheckMetadata()
    {
        if (Get(catalog, "Metadata") is not StreamToken stream) return;
        var text = Encoding.UTF8.GetString(stream.Data.Span);
        Require(text.StartsWith("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>", StringComparison.Ordinal) && text.TrimEnd().EndsWith("<?xpacket end=\"w\"?>", StringComparison.Ordinal), "metadata without their packet");
        var xmp = XDocument.Parse(text);
        XNamespace rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", core = "http://purl.org/dc/elements/1.1/", pdf = "http://ns.adobe.com/pdf/1.3/";
        foreach (var name in xmp.Descendants().Select(one => one.Name.NamespaceName).Distinct())
            Require(Known().IsMatch(name), $"metadata of {name}");
        string? In(string property, string kind) => xmp.Descendants(core + property).SingleOrDefault()?.Element(rdf + kind)?.Elements(rdf + "li").SingleOrDefault()?.Value;
        Require(!PlainText.IsBlank(document.Information.Title ?? ""), "no title");
        foreach (var property in xmp.Descendants(rdf + "Description").Elements().Where(one => Known().IsMatch(one.Name.NamespaceName)))
            Require(Properties.TryGetValue(property.Name, out var kind) ? kind.Length == 0 || Regex.IsMatch(property.Value, kind) : property.Name.LocalName == "schemas", $"metadata with {property.Name.LocalName}, or another value than it takes");
        XNamespace about = "http://www.aiim.org/pdfa/ns/property#";
        foreach (var described in xmp.Descendants(about + "name").Select(name => name.Parent!))
            Require(described.Elements().Select(part => part.Name.LocalName).SequenceEqual(["name", "valueType", "category", "description"]) && (string?)described.Element(about + "category") is "internal" or "external", "a property of metadata that is not described whole");
        Require(In("title", "Alt") == document.Information.Title, "title of metadata is no choice of languages, or another");
        Require(In("creator", "Seq") == document.Information.Author, "author of metadata is no list, or another");
        Require(In("description", "Alt") == document.Information.Subject, "subject of metadata is no choice of languages, or another");
        Require(In("language", "Bag") == (Get(catalog, "Lang") is { } language ? Text(language) : ""), "language of metadata is another");
        Require(xmp.Descendants(pdf + "Producer").Single().Value == document.Information.Producer, "producer of metadata is another");
        Require(xmp.Descendants(rdf + "Alt").Elements(rdf + "li").All(one => (string?)one.Attribute(XNamespace.Xml + "lang") == "x-default"), "words of metadata without a language");
        Require(xmp.Descendants(rdf + "Description").All(one => (string?)one.Attribute(rdf + "about") == ""), "metadata about something else");
    }

    private static byte[] Decoded(StreamToken stream) => stream.Decode(DefaultFilterProvider.Instance).ToArray();

    private static string Text(IToken token) => token switch { StringToken text => text.Data, HexToken text => text.Data, NameToken name => name.Data, _ => "" };

    private IEnumerable<IToken> Items(DictionaryToken? token, string name) => token is not null && Get(token, name) is ArrayToken array ? array.Data : [];

    private DictionaryToken? Dictionary(DictionaryToken token, string name) => Get(token, name) as DictionaryToken;

    private IToken? Get(DictionaryToken token, string name) => token.TryGet(NameToken.Create(name), out var value) ? Resolve(value) : null;

    private IToken Resolve(IToken token)
    {
        // The library reads an object anew each time it is asked for.
        while (token is IndirectReferenceToken reference) token = objects.TryGetValue(reference.Data.ObjectNumber, out var known) ? known : objects[reference.Data.ObjectNumber] = document.Structure.GetObject(reference.Data).Data;
        return token;
    }

    [GeneratedRegex(@"^[-\w+.]+/[-\w+.]+$")]
    private static partial Regex MediaType();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex Language();

    [GeneratedRegex(@"^(adobe:ns:meta/|http://www\.w3\.org/1999/02/22-rdf-syntax-ns#|http://purl\.org/dc/elements/1\.1/|http://ns\.adobe\.com/(xap/1\.0/(mm/)?|pdf/1\.3/)|http://www\.aiim\.org/(pdfa|pdfua)/ns/(id/|extension/|schema#|property#))$")]
    private static partial Regex Known();
}
