using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FluxUs.Consult.Foundation.Documents.Docx;

/// <summary>
/// A document as an Office Open XML text (ECMA-376), for those who must edit it: real headings, lists, tables and
/// links, languages marked. A drawing is a group of shapes with its words, and its table follows, so that all can be edited.
/// </summary>
public static class FicheDocx
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    /// <summary>Colours, typefaces and sizes come from the page style. The same document gives the same bytes.</summary>
    public static void Write(FicheDocument document, PageStyle style, Stream output)
    {
        using var package = new MemoryStream();
        using (var file = WordprocessingDocument.Create(package, WordprocessingDocumentType.Document))
        {
            Describe(file, document.Details);
            var main = file.AddNewPart<MainDocumentPart>(MainType, "document");
            var numbering = new DocxNumbering(style);
            var body = new W.Body();
            new DocxBlocks(main, style, numbering, document).Write(body);
            body.Append(Page(main, document.Details, style));
            main.Document = new W.Document(body);
            main.AddNewPart<StyleDefinitionsPart>("styles").Styles = DocxStyles.Make(style, document.Details.Language);
            DocxTypefaces.Add(main, style);
            main.AddNewPart<NumberingDefinitionsPart>("numbering").Numbering = numbering.Make();
            main.AddNewPart<DocumentSettingsPart>("settings").Settings = Settings();
        }
        WriteWithoutClock(package, document.Details.Date, output);
    }

    /// <summary>The core properties (ECMA-376, part 2, 11), written by hand: the library would name their file at random.</summary>
    private static void Describe(WordprocessingDocument file, DocumentDetails details)
    {
        XNamespace core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace instance = "http://www.w3.org/2001/XMLSchema-instance";
        var date = details.Date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var properties = new XElement(core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core), new XAttribute(XNamespace.Xmlns + "dc", dc), new XAttribute(XNamespace.Xmlns + "dcterms", terms), new XAttribute(XNamespace.Xmlns + "xsi", instance),
            new XElement(dc + "title", PrintableText.Of(details.Title, details.Language)),
            new XElement(dc + "creator", PrintableText.Of(details.Author, details.Language)),
            new XElement(dc + "subject", PrintableText.Of(details.Subject, details.Language)),
            new XElement(dc + "language", details.Language),
            new XElement(dc + "identifier", details.Identifier.ToString("D")),
            Moment("created"), Moment("modified"));
        using var stream = file.AddNewPart<CoreFilePropertiesPart>("core").GetStream(FileMode.Create);
        properties.Save(stream);

        XElement Moment(string name) => new(terms + name, new XAttribute(instance + "type", "dcterms:W3CDTF"), date);
    }

    private static W.SectionProperties Page(MainDocumentPart main, DocumentDetails details, PageStyle style)
    {
        var footer = main.AddNewPart<FooterPart>("footer");
        footer.Footer = new W.Footer(new W.Paragraph(
            new W.ParagraphProperties(new W.ParagraphStyleId { Val = "Footer" }),
            Words(details.Footer), new W.Run(new W.TabChar()), Field(" PAGE "), Words(" / "), Field(" NUMPAGES ")));
        var side = (uint)Twips(style.MarginSide);
        return new W.SectionProperties(
            new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = "footer" },
            new W.PageSize { Width = (uint)Twips(style.Width), Height = (uint)Twips(style.Height) },
            new W.PageMargin { Top = Twips(style.MarginTop), Bottom = Twips(style.MarginBottom), Left = side, Right = side, Header = 400, Footer = (uint)Twips(style.MarginBottom / 2), Gutter = 0 });

        W.Run Words(string words) => new(new W.Text(PrintableText.Of(words, details.Language)) { Space = SpaceProcessingModeValues.Preserve });

        static W.SimpleField Field(string instruction) => new(new W.Run(new W.Text("1"))) { Instruction = instruction };
    }

    /// <summary>Words are parted as in the PDF: at most two lines in a row, no capitals; and no mode for older programs.</summary>
    private static W.Settings Settings() => new(
        new W.EmbedTrueTypeFonts(), new W.AutoHyphenation(), new W.ConsecutiveHyphenLimit { Val = 2 }, new W.HyphenationZone { Val = "840" }, new W.DoNotHyphenateCaps(),
        new W.Compatibility(new W.CompatibilitySetting { Name = W.CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }));

    /// <summary>Twentieths of a point.</summary>
    internal static int Twips(double points) => (int)Math.Round(points * 20);

    /// <summary>The package again with the date of the document on each of its files.</summary>
    private static void WriteWithoutClock(MemoryStream package, DateTimeOffset date, Stream output)
    {
        package.Position = 0;
        using var source = new ZipArchive(package, ZipArchiveMode.Read);
        using var buffer = new MemoryStream();
        using (var target = new ZipArchive(buffer, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var copy = target.CreateEntry(entry.FullName);
                // ZIP counts from 1980.
                copy.LastWriteTime = date.Year < 1980 ? new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero) : date.ToUniversalTime();
                using var from = entry.Open();
                using var to = copy.Open();
                from.CopyTo(to);
            }
        }
        buffer.Position = 0;
        buffer.CopyTo(output);
    }
}
