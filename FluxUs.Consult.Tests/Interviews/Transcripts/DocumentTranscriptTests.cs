using System.IO.Compression;
using System.Text;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Interviews.Transcripts;

namespace FluxUs.Consult.Tests.Interviews.Transcripts;

public class DocumentTranscriptTests
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Fact]
    public void Paragraphs_with_name_time_and_words_are_turns()
    {
        var transcript = Docx(
            P("<w:r><w:t>Entretien</w:t></w:r>")
            + P("<w:r><w:t>Anna Smith</w:t></w:r><w:r><w:tab/><w:t>0:03</w:t></w:r><w:r><w:br/><w:t>Bonjour.</w:t></w:r>")
            + P("<w:r><w:t>Bram Claes   0:09</w:t><w:br/><w:t>Merci.</w:t></w:r>"));

        Assert.Equal([(null, null), ("Anna Smith", 3), ("Bram Claes", 9)], transcript.Segments.Select(segment => (segment.Speaker, (int?)segment.Start?.TotalSeconds)));
        Assert.Equal("Entretien\n\nBonjour.\n\nMerci.", transcript.Text);
    }

    [Fact]
    public void Tracked_changes_are_accepted_and_field_codes_notes_and_hidden_words_stay_out()
    {
        var transcript = Docx(P(
            "<w:r><w:t xml:space=\"preserve\">Le prix </w:t></w:r><w:del><w:r><w:delText>monte</w:delText></w:r></w:del><w:ins><w:r><w:t>baisse</w:t></w:r></w:ins>"
            + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>caché</w:t></w:r>"
            + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>.</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r>"));

        Assert.Equal("Le prix baisse.", transcript.Text);
        Assert.Equal(
            [FilesTexts.DocumentNotesLeftOut, FilesTexts.TrackedChangesAccepted, FilesTexts.HiddenTextLeftOut],
            transcript.Notes.Select(note => note.Key));
    }

    [Fact]
    public void A_deleted_paragraph_mark_joins_two_paragraphs()
    {
        var transcript = Docx(
            "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:r><w:t>Une</w:t></w:r></w:p>" + P("<w:r><w:t>phrase.</w:t></w:r>"));

        Assert.Equal("Une phrase.", transcript.Text);
    }

    [Fact]
    public void A_table_with_headings_gives_speaker_time_and_words()
    {
        var transcript = Docx("<w:tbl>" + Row("Minutage", "Locuteur", "Verbatim") + Row("00:01", "X", "Bonjour.") + Row("00:05 - 00:08", "Y", "Bonjour à vous.") + "</w:tbl>");

        Assert.Equal(["X", "Y"], transcript.Speakers);
        Assert.Equal((TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(8)), (transcript.Segments[1].Start, transcript.Segments[1].End));
        Assert.Equal("Bonjour.\n\nBonjour à vous.", transcript.Text);
    }

    [Fact]
    public void A_table_without_headings_is_known_by_what_stands_in_it()
    {
        var transcript = Docx("<w:tbl>" + Row("Anna", "Comment ça marche, la collecte ?") + Row("Bram", "Avec deux camions.") + Row("Anna", "Et le stockage ?") + Row("Bram", "Il manque.") + "</w:tbl>");

        Assert.Equal(["Anna", "Bram"], transcript.Speakers);
    }

    [Fact]
    public void Any_other_table_is_read_row_by_row()
    {
        var transcript = Docx(P("<w:r><w:t>Flux</w:t></w:r>") + "<w:tbl>" + Row("bois", "120 t par an, surtout des palettes") + Row("terres", "900 t par an, chantiers publics") + "</w:tbl>");

        Assert.Equal("Flux\n\nbois | 120 t par an, surtout des palettes\n\nterres | 900 t par an, chantiers publics", transcript.Text);
    }

    [Fact]
    public void An_open_document_is_read_too()
    {
        const string content = "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><office:body><office:text>"
            + "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
            + "<text:p>Anna:<text:s/>Bonjour<text:note><text:p>note</text:p></text:note>.</text:p><text:p>Bram: <text:span>Mer</text:span>ci.</text:p><text:p>Anna: Bien.</text:p>"
            + "</office:text></office:body></office:document-content>";
        var read = TranscriptReader.Read(Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", content)), "a.odt");

        Assert.Equal("Bonjour.\n\nMerci.\n\nBien.", read.Value!.Text);
        Assert.Equal(FileKind.Odt, read.Value.Kind);
    }

    [Fact]
    public void Xml_that_is_too_deep_declares_a_dtd_or_breaks_off_is_refused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:x>", 5_000));
        Assert.Equal(FilesTexts.XmlTooDeep, ReadDocument(deep).Refusal!.Key);
        Assert.Equal(FilesTexts.XmlDamaged, ReadDocument("<w:p>").Refusal!.Key);
        var withDtd = Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>"));
        Assert.Equal(FilesTexts.XmlDamaged, TranscriptReader.Read(withDtd, "a.docx").Refusal!.Key);
        Assert.Equal(FilesTexts.ArchivePartMissing, TranscriptReader.Read(Zip(("[Content_Types].xml", "<Types/>"), ("word/other.xml", "<x/>")), "a.docx").Refusal!.Key);
    }

    internal static byte[] Zip(params (string Name, string Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }

    internal static byte[] Document(string body) => Zip(
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"/word/document.xml\"/></Relationships>"),
        ("word/document.xml", $"<w:document xmlns:w=\"{Word}\"><w:body>{body}</w:body></w:document>"));

    private static string P(string runs) => $"<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr>{runs}</w:p>";

    private static string Row(params string[] cells) => "<w:tr>" + string.Concat(cells.Select(cell => $"<w:tc><w:tcPr/><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>")) + "</w:tr>";

    private static Transcript Docx(string body)
    {
        var read = ReadDocument(body);
        Assert.Null(read.Refusal);
        return read.Value!;
    }

    private static FileReading<Transcript> ReadDocument(string body) => TranscriptReader.Read(Document(body), "a.docx");
}
