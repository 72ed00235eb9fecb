using System.Globalization;
using System.Xml;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>The text of an OpenDocument text (ISO/IEC 26300, content.xml): paragraphs, headings and tables; deletions, notes and comments kept out.</summary>
internal static class OdtReader
{
    /// <exception cref="FileRefusedException">Damaged, too large or too deep.</exception>
    public static IReadOnlyList<DocumentBlock> Read(SafeArchive archive, string fileName, ImportNotes notes)
    {
        using var xml = SafeXml.Open(archive.OpenEntry("content.xml"), fileName);
        var blocks = new DocumentBlocks(fileName);
        var leftOut = 0;
        var isRead = xml.Read();
        while (isRead)
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName is "tracked-changes" or "automatic-styles" or "styles" or "sequence-decls" or "forms":
                    xml.Skip();
                    isRead = !xml.EOF;
                    continue;
                case XmlNodeType.Element when xml.LocalName is "note" or "annotation":
                    leftOut++;
                    xml.Skip();
                    isRead = !xml.EOF;
                    continue;
                case XmlNodeType.Element:
                    Open(xml, blocks);
                    break;
                case XmlNodeType.EndElement:
                    Close(xml.LocalName, blocks);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    // Line ends in the file are blanks; those that are meant are elements (part 3, section 6.1.2).
                    if (blocks.IsInParagraph)
                        blocks.Append(xml.Value.ReplaceLineEndings(" "));
                    break;
            }

            isRead = xml.Read();
        }

        if (leftOut > 0)
            notes.Dropped(null, FilesTexts.DocumentNotesLeftOut, FilesTexts.Number(leftOut));
        return blocks.Blocks;
    }

    private static void Open(XmlReader xml, DocumentBlocks blocks)
    {
        switch (xml.LocalName)
        {
            case "p" or "h":
                blocks.OpenParagraph();
                if (xml.IsEmptyElement)
                    blocks.CloseParagraph();
                break;
            case "s":
                var blanks = int.TryParse(xml.GetAttribute("c", xml.NamespaceURI), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, 100) : 1;
                blocks.Append(new string(' ', blanks));
                break;
            case "tab":
                blocks.Append("\t");
                break;
            case "line-break":
                blocks.Append("\n");
                break;
            case "table" when !xml.IsEmptyElement:
                blocks.OpenTable();
                break;
            case "table-row" when !xml.IsEmptyElement:
                blocks.OpenRow();
                break;
            case "table-cell" when !xml.IsEmptyElement:
                blocks.OpenCell();
                break;
        }
    }

    private static void Close(string name, DocumentBlocks blocks)
    {
        switch (name)
        {
            case "p" or "h":
                blocks.CloseParagraph();
                break;
            case "table-cell":
                blocks.CloseCell();
                break;
            case "table-row":
                blocks.CloseRow();
                break;
            case "table":
                blocks.CloseTable();
                break;
        }
    }
}
