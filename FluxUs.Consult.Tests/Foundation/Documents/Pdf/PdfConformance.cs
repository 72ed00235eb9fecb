using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Xml.Linq;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

/// <summary>
/// What ISO 19005-3 (PDF/A-3a) asks of the objects of a file, as far as a machine can judge without a validator: reads
/// every object that can be reached and lists the faults. The structure is the matter of <see cref="PdfStructure"/>.
/// </summary>
internal sealed class PdfConformance
{
    private static readonly HashSet<string> ForbiddenActions = ["JavaScript", "Launch", "Sound", "Movie", "ResetForm", "ImportData", "Hide", "SetOCGState", "Rendition", "Trans", "GoTo3DView", "SubmitForm"];

    private readonly PdfDocument document;
    private readonly Dictionary<long, HashSet<int>> codes;

    public PdfConformance(PdfDocument document)
    {
        this.document = document;
        codes = PdfCodes.Used(document);
        var catalog = document.Structure.Catalog.CatalogDictionary;
        foreach (var key in new[] { "AA", "OpenAction", "AcroForm", "OCProperties", "NeedsRendering", "Requirements", "Encrypt" }) Require(!catalog.ContainsKey(NameToken.Create(key)), $"catalog has {key}");
        CheckMetadata(catalog);
        CheckIntent(catalog);
        CheckFiles(catalog);
        WalkAll();
    }

    public List<string> Faults { get; } = [];

    private void Require(bool met, string fault)
    {
        if (!met) Faults.Add(fault);
    }

    private void CheckMetadata(DictionaryToken catalog)
    {
        if (Get(catalog, "Metadata") is not StreamToken stream)
        {
            Faults.Add("no metadata");
            return;
        }
        Require(!stream.StreamDictionary.ContainsKey(NameToken.Filter), "metadata is filtered");
        var xmp = XDocument.Parse(System.Text.Encoding.UTF8.GetString(stream.Data.Span).TrimStart('\ufeff'));
        string? Said(XNamespace space, string name) => xmp.Descendants(space + name).FirstOrDefault()?.Value;
        XNamespace archive = "http://www.aiim.org/pdfa/ns/id/", access = "http://www.aiim.org/pdfua/ns/id/", xap = "http://ns.adobe.com/xap/1.0/", core = "http://purl.org/dc/elements/1.1/";
        XNamespace property = "http://www.aiim.org/pdfa/ns/property#", schema = "http://www.aiim.org/pdfa/ns/schema#";
        Require(Said(archive, "part") == "3" && Said(archive, "conformance") == "A", "not PDF/A-3a");
        Require(Said(access, "part") == "1", "not PDF/UA-1");
        Require(xmp.Descendants(schema + "namespaceURI").Any(uri => uri.Value == access.NamespaceName) && Said(property, "valueType") == "Integer", "PDF/UA identifier not described");
        var info = document.Information;
        Require(Said(core, "title") == info.Title, "title of metadata and information differ");
        Require((Said(core, "creator") ?? "") == (info.Author ?? ""), "author of metadata and information differ");
        Require(info.CreationDate == Date(Said(xap, "CreateDate")) && info.ModifiedDate == Date(Said(xap, "ModifyDate")), "dates of metadata and information differ");
    }

    private static string? Date(string? xmp) => xmp is null ? null : "D:" + new string([.. xmp.Where(char.IsAsciiDigit)]) + "Z";

    private void CheckIntent(DictionaryToken catalog)
    {
        var intent = Get(catalog, "OutputIntents") is ArrayToken { Data: [var only] } ? Resolve(only) as DictionaryToken : null;
        if (intent is null || Get(intent, "DestOutputProfile") is not StreamToken profile)
        {
            Faults.Add("no output intent");
            return;
        }
        var bytes = Decoded(profile);
        Require(Get(intent, "S") is NameToken { Data: "GTS_PDFA1" } && Get(intent, "OutputConditionIdentifier") is not null, "not an intent of PDF/A");
        Require(bytes.AsSpan(16, 4).SequenceEqual("RGB "u8) && BinaryPrimitives.ReadInt32BigEndian(bytes) == bytes.Length && bytes[8] is 2 or 4, "not a colour profile in RGB");
        Require(Get(profile.StreamDictionary, "N") is NumericToken { Int: 3 }, "profile without its number of colours");
    }

    private void CheckFiles(DictionaryToken catalog)
    {
        var associated = Get(catalog, "AF") as ArrayToken;
        var named = Get(catalog, "Names") is DictionaryToken names && Get(names, "EmbeddedFiles") is DictionaryToken files && Get(files, "Names") is ArrayToken list ? list.Data.Count / 2 : 0;
        Require(named == (associated?.Data.Count ?? 0), $"{named} files named, {associated?.Data.Count ?? 0} associated");
        foreach (var file in associated?.Data.Select(Resolve).OfType<DictionaryToken>() ?? [])
        {
            foreach (var key in new[] { "F", "UF", "Desc" }) Require(Get(file, key) is { } said && said is StringToken { Data.Length: > 0 } or HexToken { Data.Length: > 0 }, "file without name or description");
            Require(Get(file, "AFRelationship") is NameToken { Data: "Data" or "Source" or "Alternative" or "Supplement" }, "file without its relationship");
            var content = Get(file, "EF") is DictionaryToken embedded ? Get(embedded, "F") as StreamToken : null;
            Require(content is not null && Get(content.StreamDictionary, "Subtype") is NameToken && Get(content.StreamDictionary, "Params") is DictionaryToken about && about.ContainsKey(NameToken.Create("ModDate")), "file without type or date");
        }
    }

    /// <summary>Every object that can be reached from the catalog, once.</summary>
    private void WalkAll()
    {
        var seen = new HashSet<IndirectReference>();
        var open = new Stack<IToken>([document.Structure.Catalog.CatalogDictionary]);
        while (open.TryPop(out var token))
        {
            switch (token)
            {
                case IndirectReferenceToken reference:
                    if (!seen.Add(reference.Data)) break;
                    var target = Resolve(reference);
                    if (target is DictionaryToken { } font && Get(font, "Type") is NameToken { Data: "Font" } && Get(font, "Subtype") is NameToken { Data: "Type0" })
                        CheckFont(font, codes.GetValueOrDefault(reference.Data.ObjectNumber, []));
                    open.Push(target);
                    break;
                case ArrayToken array: foreach (var item in array.Data) open.Push(item); break;
                case StreamToken stream:
                    Check(stream.StreamDictionary);
                    Require(!stream.StreamDictionary.ContainsKey(NameToken.Create("FFilter")) && Get(stream.StreamDictionary, "Filter") is not NameToken { Data: "LZWDecode" or "Crypt" }, "stream with a forbidden filter");
                    open.Push(stream.StreamDictionary);
                    break;
                case DictionaryToken dictionary:
                    Check(dictionary);
                    foreach (var value in dictionary.Data.Values) open.Push(value);
                    break;
                case StringToken text: Require(text.Data.Length <= 32_767, "string too long"); break;
                case NameToken name: Require(name.Data.Length <= 127, "name too long"); break;
                case NullToken: Faults.Add("null value"); break;
            }
        }
    }

    private void Check(DictionaryToken dictionary)
    {
        foreach (var key in new[] { "SMask", "CA", "ca", "BM", "AA", "Alternates", "OPI", "TR", "HTP" }) Require(!dictionary.ContainsKey(NameToken.Create(key)), $"dictionary with {key}");
        if (Get(dictionary, "S") is NameToken action) Require(!ForbiddenActions.Contains(action.Data), $"action {action.Data}");
        if (Get(dictionary, "Type") is NameToken { Data: "Annot" })
            Require(Get(dictionary, "F") is NumericToken { Int: 4 } && Get(dictionary, "Subtype") is NameToken { Data: "Link" }, "annotation that is not printed");
        if (Get(dictionary, "Subtype") is NameToken { Data: "Image" })
            Require(Get(dictionary, "ColorSpace") is NameToken { Data: "DeviceRGB" or "DeviceGray" } && Get(dictionary, "BitsPerComponent") is NumericToken { Int: 8 } && !dictionary.ContainsKey(NameToken.Create("Interpolate")), "image in other colours");
    }

    /// <summary>A composite font with a TrueType program: each code that pages use has a glyph, its width and its text.</summary>
    private void CheckFont(DictionaryToken font, HashSet<int> used)
    {
        var name = (Get(font, "BaseFont") as NameToken)?.Data ?? "?";
        var descendant = Get(font, "DescendantFonts") is ArrayToken { Data: [var only] } ? Resolve(only) as DictionaryToken : null;
        var descriptor = descendant is null ? null : Get(descendant, "FontDescriptor") as DictionaryToken;
        if (descendant is null || descriptor is null || Get(descriptor, "FontFile2") is not StreamToken file || Get(descendant, "CIDToGIDMap") is not StreamToken map || Get(font, "ToUnicode") is not StreamToken texts)
        {
            Faults.Add($"{name} is not whole");
            return;
        }
        Require(name.Length > 7 && name[6] == '+' && name == (Get(descriptor, "FontName") as NameToken)?.Data && name == (Get(descendant, "BaseFont") as NameToken)?.Data, $"{name} has several names");
        Require(Get(font, "Encoding") is NameToken { Data: "Identity-H" } && Get(descendant, "Subtype") is NameToken { Data: "CIDFontType2" } && Get(descriptor, "Type") is NameToken { Data: "FontDescriptor" }, $"{name} reads its codes in another way");
        Require(!descriptor.ContainsKey(NameToken.Create("CIDSet")), $"{name} has a set of codes");
        foreach (var key in new[] { "Flags", "FontBBox", "ItalicAngle", "Ascent", "Descent", "CapHeight", "StemV" }) Require(descriptor.ContainsKey(NameToken.Create(key)), $"{name} without {key}");
        var program = new PdfCodes.Program(Decoded(file));
        var glyphs = Decoded(map);
        var widths = Get(descendant, "W") is ArrayToken { Data: [NumericToken { Int: 1 }, var list] } ? ((ArrayToken)Resolve(list)).Data.OfType<NumericToken>().Select(width => width.Double).ToList() : [];
        var text = PdfCodes.TextOf(Decoded(texts));
        foreach (var code in used)
        {
            var glyph = (code * 2) + 1 < glyphs.Length ? BinaryPrimitives.ReadUInt16BigEndian(glyphs.AsSpan(code * 2)) : 0;
            Require(glyph > 0 && glyph < program.Glyphs, $"{name}: code {code} is .notdef or no glyph");
            Require(code >= 1 && code <= widths.Count && Math.Abs(widths[code - 1] - program.WidthOf(glyph)) <= 1, $"{name}: code {code} is as wide as it says");
            Require(text.TryGetValue(code, out var words) && words.Length > 0 && !words.Any(sign => sign is '\0' or '\ufeff' or '\ufffe') && !words.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse), $"{name}: code {code} without text");
        }
    }

    private static byte[] Decoded(StreamToken stream) => stream.Decode(DefaultFilterProvider.Instance).ToArray();

    private IToken? Get(DictionaryToken token, string name) => token.TryGet(NameToken.Create(name), out var value) ? Resolve(value) : null;

    private IToken Resolve(IToken token)
    {
        while (token is IndirectReferenceToken reference) token = document.Structure.GetObject(reference.Data).Data;
        return token;
    }
}
