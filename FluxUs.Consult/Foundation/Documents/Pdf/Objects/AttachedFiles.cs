using System.Globalization;
using System.Text;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Objects;

/// <summary>Files within the file (ISO 32000-1, 7.11.4), bound to the document as ISO 19005-3 (annex E) asks.</summary>
internal static class AttachedFiles
{
    /// <summary>Entries for the name dictionary and for the catalog; both empty where nothing is attached.</summary>
    public static (string Names, string Associated) Write(PdfFile file, ReadOnlySpan<Attachment> attachments, DateTimeOffset date)
    {
        var files = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var attachment in attachments)
        {
            var content = file.WriteStream(
                string.Create(CultureInfo.InvariantCulture, $"/Type/EmbeddedFile/Subtype/{Name(attachment.MediaType)}/Params<</Size {attachment.Content.Length}/ModDate{PdfText.Date(date)}>>"),
                attachment.Content.Span);
            var name = PdfText.String(attachment.FileName);
            var number = file.Write(string.Create(CultureInfo.InvariantCulture,
                $"<</Type/Filespec/F{name}/UF{name}/Desc{PdfText.String(attachment.Description)}/AFRelationship/{attachment.Role}/EF<</F {content} 0 R/UF {content} 0 R>>>>"));
            files.Add(attachment.FileName, number);
        }
        if (files.Count == 0) return ("", "");
        // Names stand in the order of their bytes, and those in UTF-16 begin with its mark (7.9.6).
        var names = string.Concat(files.Select(pair => (Name: PdfText.String(pair.Key), pair.Value)).OrderBy(file => file.Name[0] == '<').Select(file => file.Name + PdfText.Reference(file.Value) + " "));
        return ($"/EmbeddedFiles<</Names[{names}]>>", "/AF" + PdfText.Array(files.Values));
    }

    /// <summary>A media type as a name: what is not a regular character is written in hexadecimal (7.3.5).</summary>
    private static string Name(string mediaType)
    {
        var name = new StringBuilder();
        foreach (var value in Encoding.UTF8.GetBytes(mediaType))
        {
            if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'.' or (byte)'-' or (byte)'+') name.Append((char)value);
            else name.Append(CultureInfo.InvariantCulture, $"#{value:X2}");
        }
        return name.ToString();
    }
}
