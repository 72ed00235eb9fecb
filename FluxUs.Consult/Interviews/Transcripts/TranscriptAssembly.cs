using System.Text;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>Puts segments one after the other into one text, a blank line between two, and keeps where each stands.</summary>
internal sealed class TranscriptAssembly
{
    public const string Between = "\n\n";

    private static readonly TimeSpan MorningHours = TimeSpan.FromHours(6);

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

    /// <summary>Recordings do not begin at two in the afternoon: such times are of the day, and count from the first.</summary>
    private void CountFromFirst(ImportNotes notes)
    {
        var starts = _segments.Select(segment => segment.Start).OfType<TimeSpan>().ToList();
        if (starts.Count < 2 || starts[0] < MorningHours || starts.Min() < starts[0] || starts.Max() >= TimeSpan.FromDays(1))
            return;
        var first = starts[0];
        notes.Repaired(null, FilesTexts.TimesOfDay, first.ToString("c", System.Globalization.CultureInfo.InvariantCulture));
        for (var i = 0; i < _segments.Count; i++)
        {
            _segments[i] = _segments[i] with
            {
                Start = _segments[i].Start - first,
                End = _segments[i].End - first,
                Times = [.. _segments[i].Times.Select(time => time with { Start = time.Start - first, End = time.End - first })],
            };
        }
    }

    public FileReading<Transcript> Finish(FileKind kind, string? language, ImportNotes notes)
    {
        if (_segments.Count == 0)
            return new ImportRefusal(notes.FileName, FilesTexts.TranscriptEmpty);
        if (kind is not (FileKind.Vtt or FileKind.Srt))
            CountFromFirst(notes);
        return new Transcript(kind, _text.ToString(), _segments, language, notes.ToList());
    }
}
