using System.Xml;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>
/// Reads transcripts and notes: WebVTT, SubRip, plain text and Markdown, Word, OpenDocument and HTML, recognised by
/// their content. Bad input is refused with the reason, never thrown.
/// </summary>
public static class TranscriptReader
{
    /// <summary>A week of talk.</summary>
    internal const int MostLines = 150_000;
    private const int MostBytes = 8 * 1024 * 1024;

    private static readonly ArchiveLimits DocumentLimits = new(Entries: 2_000, TotalBytes: 128L * 1024 * 1024);

    public static FileReading<Transcript> Read(byte[] content, string fileName)
    {
        try
        {
            var kind = FileRecognition.Recognise(content);
            return kind switch
            {
                FileKind.Docx or FileKind.Odt => ReadDocument(content, kind, fileName),
                FileKind.Zip or FileKind.Qdpx => RefuseArchive(content, fileName),
                FileKind.Pdf => new ImportRefusal(fileName, FilesTexts.TranscriptIsPdf),
                FileKind.Ris or FileKind.Nbib or FileKind.BibTex or FileKind.CslJson => new ImportRefusal(fileName, FilesTexts.TranscriptIsLiterature),
                _ => ReadText(content, kind, fileName),
            };
        }
        catch (FileRefusedException refused)
        {
            return refused.Refusal;
        }
        catch (XmlException fault)
        {
            return SafeXml.Refusal(fileName, fault);
        }
    }

    internal static ImportRefusal TooLong(string fileName) => new(fileName, FilesTexts.TranscriptTooLong, FilesTexts.Number(MostLines));

    private static FileReading<Transcript> RefuseArchive(byte[] content, string fileName)
    {
        var opened = SafeArchive.Open(new MemoryStream(content, writable: false), fileName, DocumentLimits);
        opened.Value?.Dispose();
        return opened.Refusal ?? new ImportRefusal(fileName, FilesTexts.TranscriptKindUnknown);
    }

    private static FileReading<Transcript> ReadText(byte[] content, FileKind kind, string fileName)
    {
        if (content.Length > MostBytes)
            return new ImportRefusal(fileName, FilesTexts.TextTooLarge, FilesTexts.Megabytes(content.Length), FilesTexts.Megabytes(MostBytes));
        var decoded = TextDecoding.Decode(content, fileName);
        if (!decoded.IsRead)
            return decoded.Refusal.Key == FilesTexts.FileBinary ? new ImportRefusal(fileName, FilesTexts.TranscriptKindUnknown) : decoded.Refusal;
        if (kind == FileKind.Unknown)
            return new ImportRefusal(fileName, FilesTexts.TranscriptKindUnknown);
        if (decoded.Value.Text.AsSpan().Count('\n') > MostLines)
            return TooLong(fileName);
        var notes = new ImportNotes(fileName);
        notes.AddRange(decoded.Value.Notes);
        return kind switch
        {
            FileKind.Vtt or FileKind.Srt => ReadCaptions(decoded.Value.Text, kind, notes),
            FileKind.Html => FromBlocks(HtmlReader.Read(decoded.Value.Text, fileName), kind, notes),
            _ => FromLines(decoded.Value.Text, Path.GetExtension(fileName) is ".md" or ".markdown", notes),
        };
    }

    private static FileReading<Transcript> ReadCaptions(string text, FileKind kind, ImportNotes notes)
    {
        var (cues, language) = CaptionReader.Read(text, kind, notes);
        cues = CaptionSpeakers.Find(RollingCaptions.Unroll(cues, notes));
        var assembly = new TranscriptAssembly();
        CueMerging.Merge(cues, assembly);
        return assembly.Finish(kind, language, notes);
    }

    private static FileReading<Transcript> ReadDocument(byte[] content, FileKind kind, string fileName)
    {
        var opened = SafeArchive.Open(new MemoryStream(content, writable: false), fileName, DocumentLimits);
        if (!opened.IsRead)
            return opened.Refusal;
        using var archive = opened.Value;
        var notes = new ImportNotes(fileName);
        var blocks = kind == FileKind.Docx ? DocxReader.Read(archive, fileName, notes) : OdtReader.Read(archive, fileName, notes);
        return FromBlocks(blocks, kind, notes);
    }

    private static FileReading<Transcript> FromLines(string text, bool isMarkdown, ImportNotes notes)
    {
        var lines = text.Split('\n').Select(SpeechLine.Parse).ToList();
        if (SeparatedColumns(text) is { } table && TranscriptTable.Of(table.Rows) is { HasHeading: true })
            return FromBlocks([table], FileKind.Text, notes);
        var habits = SpeechHabits.Of(lines, isMarkdown);
        if (!habits.HasSpeakers && !habits.HasTimes)
            return AsTyped(text, notes);
        var assembly = new TranscriptAssembly();
        new SpeechTurns(habits, assembly).Add(lines);
        return assembly.Finish(FileKind.Text, null, notes);
    }

    /// <summary>Text without speakers or times is kept to the character; its paragraphs are the segments.</summary>
    private static Transcript AsTyped(string text, ImportNotes notes)
    {
        text = text.TrimEnd();
        var segments = new List<TranscriptSegment>();
        var start = -1;
        for (var line = 0; line <= text.Length;)
        {
            var end = text.IndexOf('\n', line);
            end = end < 0 ? text.Length : end;
            var isBlank = string.IsNullOrWhiteSpace(text[line..end]);
            if (!isBlank && start < 0)
                start = line;
            if (start >= 0 && (isBlank || end == text.Length))
            {
                var last = isBlank ? line - 1 : end;
                segments.Add(new TranscriptSegment(null, null, null, start, text[start..last], []));
                start = -1;
            }

            line = end + 1;
        }

        return new Transcript(FileKind.Text, text, segments, null, notes.ToList());
    }

    private static FileReading<Transcript> FromBlocks(IReadOnlyList<DocumentBlock> blocks, FileKind kind, ImportNotes notes)
    {
        var parsed = blocks.Select(block => block is DocumentParagraph paragraph ? Lines(paragraph.Text) : []).ToList();
        var habits = SpeechHabits.Of([.. parsed.SelectMany(lines => lines)], isMarkdown: false);
        var assembly = new TranscriptAssembly();
        var turns = new SpeechTurns(habits, assembly);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i] is DocumentTable table)
            {
                AddTable(table, assembly);
                continue;
            }

            // Paragraphs that follow one another are read together: a name and its words may stand in two of them.
            var run = new List<SpeechLine>();
            for (; i < blocks.Count && blocks[i] is DocumentParagraph; i++)
                run.AddRange(parsed[i]);
            i--;
            turns.Add(run);
        }

        return assembly.Finish(kind, null, notes);
    }

    private static List<SpeechLine> Lines(string paragraph) => [.. paragraph.Split('\n').Select(SpeechLine.Parse), SpeechLine.Parse("")];

    private static void AddTable(DocumentTable table, TranscriptAssembly assembly)
    {
        var columns = TranscriptTable.Of(table.Rows);
        foreach (var row in table.Rows.Skip(columns is { HasHeading: true } ? 1 : 0))
        {
            if (columns is null)
            {
                assembly.Add(null, null, null, string.Join(" | ", row.Where(cell => cell.Length > 0)), []);
                continue;
            }

            var (start, end) = columns.TimesOf(row);
            var speaker = columns.Speaker >= 0 && columns.Speaker < row.Count ? SpeakerName.Tidy(row[columns.Speaker]).TrimEnd(':') : "";
            var words = columns.Words < row.Count ? row[columns.Words].Trim() : "";
            var times = start is { } from ? new[] { new TranscriptTime(0, from, end) } : [];
            assembly.Add(speaker.Length > 0 ? speaker : null, start, end, words, times);
        }
    }

    /// <summary>A text that is a table with tabs, as NVivo writes it.</summary>
    private static DocumentTable? SeparatedColumns(string text)
    {
        var first = text.IndexOf('\n', StringComparison.Ordinal);
        if (first < 0 || !text.AsSpan(0, first).Contains('\t'))
            return null;
        return new DocumentTable([.. text.Split('\n').Where(line => !string.IsNullOrWhiteSpace(line))
            .Select(line => (IReadOnlyList<string>)[.. line.Split('\t')])]);
    }
}
