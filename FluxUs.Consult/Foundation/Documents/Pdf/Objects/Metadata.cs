using System.Globalization;
using System.Security;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Objects;

/// <summary>
/// What the file says of itself, twice with the same words: in the information dictionary and in XMP (ISO 16684-1) with
/// the identifiers of PDF/UA-1 (ISO 14289-1, 5) and PDF/A-3a (ISO 19005-3, 6.6.4).
/// </summary>
internal static class Metadata
{
    private const string Producer = "FluxUs.Consult";

    public static string Information(DocumentDetails details)
    {
        var date = PdfText.Date(details.Date);
        var (title, author, subject) = Said(details);
        author = author.Length > 0 ? "/Author" + PdfText.String(author) : "";
        subject = subject.Length > 0 ? "/Subject" + PdfText.String(subject) : "";
        return $"<</Title{PdfText.String(title)}{author}{subject}/Producer{PdfText.String(Producer)}/CreationDate{date}/ModDate{date}>>";
    }

    public static string Xmp(DocumentDetails details)
    {
        var date = details.Date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var (title, author, subject) = Said(details);
        author = author.Length > 0 ? $"<dc:creator><rdf:Seq><rdf:li>{SecurityElement.Escape(author)}</rdf:li></rdf:Seq></dc:creator>" : "";
        subject = subject.Length > 0 ? $"<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">{SecurityElement.Escape(subject)}</rdf:li></rdf:Alt></dc:description>" : "";
        return $"""
            <?xpacket begin="{'\ufeff'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(title)}</rdf:li></rdf:Alt></dc:title>{author}{subject}
            <dc:language><rdf:Bag><rdf:li>{SecurityElement.Escape(details.Language)}</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate><xmp:MetadataDate>{date}</xmp:MetadataDate>
            <xmpMM:DocumentID>uuid:{details.Identifier:D}</xmpMM:DocumentID>
            <pdf:Producer>{Producer}</pdf:Producer>
            <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            {UaSchema}
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """;
    }

    // PDF/A asks for a description of each schema that it does not know itself (ISO 19005-3, 6.6.2.3).
    private const string UaSchema = """
        <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema><pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI><pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>PDF/UA part</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
        """;

    /// <summary>A title is never missing (ISO 14289-1, 7.1): one without words gives way to the identifier.</summary>
    private static (string Title, string Author, string Subject) Said(DocumentDetails details)
    {
        var title = Words(details.Title);
        return (title.Length > 0 ? title : details.Identifier.ToString("D"), Words(details.Author), Words(details.Subject));
    }

    private static string Words(string text) => PlainText.IsBlank(text) ? "" : PdfText.Cut(PrintableText.Of(text, "").Trim());
}
