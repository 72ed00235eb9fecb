using System.Text;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>Puts segments one after the other into one text, a blank line between two, and keeps where each stands.</summary>
internal sealed class TranscriptAssembly
{
    public const string Between = "\n\n";

    private readonly StringBuilder _text = new();
    private readonly List<TranscriptSegment> _segments = [];

    /// <param name="times">Offsets count from the start of the segment's text.</param>
    public void Add(string? speaker, TimeSpan? start, TimeSpan? end, string text, IReadOnlyList<TranscriptTime> times)
    {
        if (text.Length == 0)
            return;
        if (_text.Length > 0)
            _text.Append(Between);
        var offset = _text.Length;
        _text.Append(text);
        _segments.Add(new TranscriptSegment(speaker, start, end, offset, text,
            [.. times.Select(time => time with { Offset = Math.Clamp(time.Offset, 0, text.Length) + offset })]));
    }

    public FileReading<Transcript> Finish(FileKind kind, string? language, ImportNotes notes) => _segments.Count == 0
        ? new ImportRefusal(notes.FileName, FilesTexts.TranscriptEmpty)
        : new Transcript(kind, _text.ToString(), _segments, language, notes.ToList());
}
