using System.Text;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Tests.Interviews.Transcripts;

namespace FluxUs.Consult.Tests.Foundation.Files;

public class FileRecognitionTests
{
    [Theory]
    [InlineData("\n%PDF-1.4", FileKind.Pdf)]
    [InlineData("WEBVTT\n\n", FileKind.Vtt)]
    [InlineData("1\n00:00:01.000 --> 00:00:02.000\na", FileKind.Vtt)]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\na", FileKind.Srt)]
    [InlineData("FN some export\nTY  - JOUR\n", FileKind.Ris)]
    [InlineData("PMID- 123\nTI  - x", FileKind.Nbib)]
    [InlineData("a comment\n@article{key,\n", FileKind.BibTex)]
    [InlineData("@comment{jabref}", FileKind.BibTex)]
    [InlineData("[{\"id\": 1}]", FileKind.CslJson)]
    [InlineData("<!DOCTYPE html><p>x", FileKind.Html)]
    [InlineData("<?xml version=\"1.0\"?><html>", FileKind.Html)]
    [InlineData("<?xml version=\"1.0\"?><x/>", FileKind.Unknown)]
    [InlineData("Anna: hello at 10:30, see @me", FileKind.Text)]
    [InlineData("[00:01] hello", FileKind.Text)]
    [InlineData("\u0001\u0000\u0002", FileKind.Unknown)]
    public void Content_decides(string content, FileKind kind) =>
        Assert.Equal(kind, FileRecognition.Recognise(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Archives_are_told_apart_by_what_is_in_them()
    {
        Assert.Equal(FileKind.Docx, FileRecognition.Recognise(DocumentTranscriptTests.Document("")));
        Assert.Equal(FileKind.Odt, FileRecognition.Recognise(DocumentTranscriptTests.Zip(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<x/>"))));
        Assert.Equal(FileKind.Qdpx, FileRecognition.Recognise(DocumentTranscriptTests.Zip(("Project.qde", "<x/>"))));
        Assert.Equal(FileKind.Zip, FileRecognition.Recognise(DocumentTranscriptTests.Zip(("[Content_Types].xml", "<x/>"), ("xl/workbook.xml", "<x/>"))));
    }
}
