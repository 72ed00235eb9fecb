using System.Text;
using System.Text.RegularExpressions;

namespace FluxUs.Consult.Foundation.Files;

/// <summary>What a file is, judged by its content.</summary>
public enum FileKind
{
    Unknown,
    Pdf,
    Docx,
    Odt,
    Zip,
    Qdpx,
    Vtt,
    Srt,
    Ris,
    Nbib,
    BibTex,
    CslJson,
    Html,
    Text,
}

/// <summary>Recognises a file by its first bytes and its structure; its name is never asked.</summary>
public static partial class FileRecognition
{
    private const int HeadBytes = 64 * 1024;

    public static FileKind Recognise(byte[] content)
    {
        var bytes = content.AsSpan();
        // ISO 32000-1, annex H.3.4.1: the header may stand anywhere in the first 1024 bytes.
        if (bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0)
            return FileKind.Pdf;
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..])
            return RecogniseArchive(content);
        var head = TextDecoding.Decode(bytes[..Math.Min(bytes.Length, HeadBytes)], "");
        return head.IsRead && !bytes.StartsWith("{\\rtf"u8) ? RecogniseText(head.Value.Text) : FileKind.Unknown;
    }

    /// <summary>Which kind of text a text is; <see cref="FileKind.Text"/> when it is nothing more special.</summary>
    public static FileKind RecogniseText(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, HeadBytes)).TrimStart().TrimStart('\uFEFF').ToString();
        if (head.StartsWith("WEBVTT", StringComparison.Ordinal))
            return FileKind.Vtt;
        if (RisStart().IsMatch(head))
            return FileKind.Ris;
        if (NbibStart().IsMatch(head))
            return FileKind.Nbib;
        if (head.StartsWith('[') || head.StartsWith('{'))
        {
            if (JsonField().IsMatch(head) || head.TrimEnd() is "[]")
                return FileKind.CslJson;
        }
        else if (BibTexStart().IsMatch(head))
        {
            return FileKind.BibTex;
        }

        if (HtmlStart().IsMatch(head))
            return FileKind.Html;
        if (head.StartsWith("<?xml", StringComparison.Ordinal))
            return head.Contains("<html", StringComparison.OrdinalIgnoreCase) ? FileKind.Html : FileKind.Unknown;
        if (CaptionTime().Match(head) is { Success: true } time)
            return time.Groups["comma"].Success ? FileKind.Srt : FileKind.Vtt;
        return FileKind.Text;
    }

    private static FileKind RecogniseArchive(byte[] content)
    {
        var opened = SafeArchive.Open(new MemoryStream(content, writable: false), "");
        if (!opened.IsRead)
            return FileKind.Zip;
        using var archive = opened.Value;
        if (archive.Contains("[Content_Types].xml"))
            return archive.Names.Any(name => name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) ? FileKind.Docx : FileKind.Zip;
        if (archive.Names.Any(name => name.Equals("project.qde", StringComparison.OrdinalIgnoreCase)))
            return FileKind.Qdpx;
        return archive.Contains("mimetype") && archive.Contains("content.xml") && IsOpenDocumentText(archive) ? FileKind.Odt : FileKind.Zip;
    }

    private static bool IsOpenDocumentText(SafeArchive archive)
    {
        try
        {
            using var stream = archive.OpenEntry("mimetype");
            var buffer = new byte[64];
            var length = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return Encoding.ASCII.GetString(buffer, 0, length).StartsWith("application/vnd.oasis.opendocument.text", StringComparison.Ordinal);
        }
        catch (FileRefusedException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"^[ \t\uFEFF]*TY {1,2}-(?:[ \t]|$)", RegexOptions.Multiline)]
    private static partial Regex RisStart();

    [GeneratedRegex(@"^PMID ?- ?\d", RegexOptions.Multiline)]
    private static partial Regex NbibStart();

    [GeneratedRegex(@"^[ \t]*@[ \t]*(?:[A-Za-z]+[ \t]*[{(]\s*[^\s,={}]*\s*[,=]|(?:comment|preamble)[ \t]*[{(])", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex BibTexStart();

    [GeneratedRegex("\"(?:type|title|author|id|DOI|issued|items)\"\\s*:")]
    private static partial Regex JsonField();

    [GeneratedRegex(@"^<(?:!--|(?:!doctype\s+html|html|head|body|div|p|table|h[1-6]|span|ul|ol|article|section|meta)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex HtmlStart();

    [GeneratedRegex(@"^[ \t]*(?:\d+:)?\d{1,2}:\d{1,2}(?:(?<comma>,)|\.)\d{1,3}[ \t]*-->", RegexOptions.Multiline)]
    private static partial Regex CaptionTime();
}
