using System.Xml;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>
/// The text of a Word document (ECMA-376, part 1, WordprocessingML, transitional or strict): paragraphs and tables in
/// their order, tracked changes accepted, field codes and hidden text left out, notes and comments kept out and counted.
/// </summary>
internal static class DocxReader
{
    private const string RelationshipsPart = "_rels/.rels";

    /// <exception cref="FileRefusedException">Damaged, too large, too deep, or without a document.</exception>
    public static IReadOnlyList<DocumentBlock> Read(SafeArchive archive, string fileName, ImportNotes notes)
    {
        using var xml = SafeXml.Open(archive.OpenEntry(MainPart(archive, fileName)), fileName);
        var reading = new Reading(xml, new DocumentBlocks(fileName));
        reading.Run();
        if (reading.Notes > 0)
            notes.Dropped(null, FilesTexts.DocumentNotesLeftOut, FilesTexts.Number(reading.Notes));
        if (reading.Changes > 0)
            notes.Information(null, FilesTexts.TrackedChangesAccepted, FilesTexts.Number(reading.Changes));
        if (reading.Hidden > 0)
            notes.Dropped(null, FilesTexts.HiddenTextLeftOut, FilesTexts.Number(reading.Hidden));
        return reading.Blocks;
    }

    /// <summary>The part that the package names as its document; the usual name when it names none.</summary>
    private static string MainPart(SafeArchive archive, string fileName)
    {
        if (archive.Contains(RelationshipsPart))
        {
            using var xml = SafeXml.Open(archive.OpenEntry(RelationshipsPart), fileName);
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship"
                    && xml.GetAttribute("Type")?.EndsWith("/officeDocument", StringComparison.Ordinal) == true
                    && xml.GetAttribute("Target")?.TrimStart('/') is { } target && archive.Contains(target))
                    return target;
            }
        }

        return "word/document.xml";
    }

    private sealed class Reading(XmlReader xml, DocumentBlocks blocks)
    {
        private bool _markDeleted;
        private bool _rowDeleted;

        public IReadOnlyList<DocumentBlock> Blocks => blocks.Blocks;

        public int Notes { get; private set; }

        public int Changes { get; private set; }

        public int Hidden { get; private set; }

        public void Run()
        {
            var isRead = xml.Read();
            while (isRead)
            {
                if (xml.NodeType == XmlNodeType.Element)
                    isRead = Open();
                else
                {
                    if (xml.NodeType == XmlNodeType.EndElement)
                        Close();
                    isRead = xml.Read();
                }
            }
        }

        /// <summary>Handles an element and moves on: into it, or past it when nothing in it is text.</summary>
        private bool Open()
        {
            switch (xml.LocalName)
            {
                case "del" or "moveFrom":
                    Changes++;
                    return Skip();
                case "ins" or "moveTo":
                    Changes++;
                    return xml.Read();
                case "pPr":
                    _markDeleted = Holds("del");
                    return !xml.EOF;
                case "trPr":
                    _rowDeleted = Holds("del");
                    return !xml.EOF;
                case "rPr":
                    return OpenRunProperties();
                case "instrText" or "delText" or "delInstrText" or "Fallback" or "rt" or "tblPr" or "tblGrid" or "tcPr"
                    or "sectPr" or "sdtPr" or "sdtEndPr" or "binData" or "fldData":
                    return Skip();
                case "footnoteReference" or "endnoteReference" or "commentReference":
                    Notes++;
                    return xml.Read();
                case "p" when xml.IsEmptyElement:
                    blocks.OpenParagraph();
                    blocks.CloseParagraph();
                    return xml.Read();
                case "p":
                    _markDeleted = false;
                    blocks.OpenParagraph();
                    return xml.Read();
                case "t":
                    return Text();
                case "tab" or "ptab":
                    blocks.Append("\t");
                    return xml.Read();
                case "br" or "cr":
                    blocks.Append("\n");
                    return xml.Read();
                case "noBreakHyphen":
                    blocks.Append("\u2011");
                    return xml.Read();
                case "tbl" when !xml.IsEmptyElement:
                    blocks.OpenTable();
                    return xml.Read();
                case "tr" when !xml.IsEmptyElement:
                    _rowDeleted = false;
                    blocks.OpenRow();
                    return xml.Read();
                case "tc" when !xml.IsEmptyElement:
                    blocks.OpenCell();
                    return xml.Read();
                default:
                    return xml.Read();
            }
        }

        private void Close()
        {
            switch (xml.LocalName)
            {
                case "p":
                    blocks.CloseParagraph(_markDeleted);
                    _markDeleted = false;
                    break;
                case "tc":
                    blocks.CloseCell();
                    break;
                case "tr":
                    blocks.CloseRow(_rowDeleted);
                    _rowDeleted = false;
                    break;
                case "tbl":
                    blocks.CloseTable();
                    break;
            }
        }

        private bool Text()
        {
            if (xml.IsEmptyElement)
                return xml.Read();
            var depth = xml.Depth;
            while (xml.Read() && xml.Depth > depth)
            {
                if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                    blocks.Append(xml.Value);
            }

            return !xml.EOF && xml.Read();
        }

        /// <summary>A hidden run is passed over to the end of the run, which is one level above its properties.</summary>
        private bool OpenRunProperties()
        {
            var depth = xml.Depth;
            if (!Holds("vanish"))
                return !xml.EOF;
            Hidden++;
            while (!xml.EOF && xml.Depth >= depth)
                xml.Read();
            return !xml.EOF;
        }

        /// <summary>Reads an element to its end and tells whether it holds another that is switched on; stands behind it after.</summary>
        private bool Holds(string name)
        {
            var found = false;
            if (!xml.IsEmptyElement)
            {
                var depth = xml.Depth;
                while (xml.Read() && xml.Depth > depth)
                {
                    if (xml.NodeType == XmlNodeType.Element && xml.LocalName == name)
                        found = (xml.GetAttribute("val", xml.NamespaceURI) ?? "1") is not ("0" or "false" or "off");
                }
            }

            xml.Read();
            return found;
        }

        private bool Skip()
        {
            xml.Skip();
            return !xml.EOF;
        }
    }
}
