using System.Text.RegularExpressions;

namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>Cuts lines into turns by the habits of their text. A blank line ends a paragraph, not the turn.</summary>
internal sealed partial class SpeechTurns(SpeechHabits habits, TranscriptAssembly assembly)
{
    private readonly List<string> _words = [];
    private string? _speaker;
    private TimeSpan? _start;
    private TimeSpan? _end;
    private TimeSpan? _endOfLast;

    public void Add(IReadOnlyList<SpeechLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            switch (line.Kind)
            {
                case SpeechLineKind.Blank:
                    Close();
                    break;
                case SpeechLineKind.Named or SpeechLineKind.NameAndTime when habits.HasSpeakers && habits.Names.Contains(line.Name!):
                    Open(line.Name, line);
                    break;
                case SpeechLineKind.Timed when habits.HasTimes:
                    if (NamedBelow(lines, i) is { } beside)
                        Open(beside, line with { Rest = "" });
                    else
                        Open(_speaker, line);
                    break;
                case SpeechLineKind.TimeAlone when habits.HasTimes:
                    Open(_speaker, line);
                    break;
                default:
                    if (_words.Count == 0 && NamedBelow(lines, i) is { } below)
                        _speaker = below;
                    else
                        _words.Add(line.Whole.Trim());
                    break;
            }
        }

        Close();
    }

    private string? NamedBelow(IReadOnlyList<SpeechLine> lines, int index) =>
        habits.HasSpeakers && SpeechHabits.NameBelowTime(lines, index) is { } name && habits.Names.Contains(name) ? name : null;

    private void Open(string? speaker, SpeechLine line)
    {
        Close();
        _speaker = speaker;
        _start = line.Start;
        _end = line.End;
        if (line.Rest.Length > 0)
            _words.Add(line.Rest);
    }

    private void Close()
    {
        // A time alone, or a name and a time, belong to what stands below, even after a blank line.
        if (_words.Count == 0)
            return;
        var text = string.Join('\n', _words);
        _words.Clear();
        var times = new List<TranscriptTime>();
        if (habits.HasTimes)
            text = TakeTimesOut(text, times);
        if (times.Count > 0 && times[^1].Offset >= text.Length)
        {
            // MAXQDA and f4 write the time at the end of what was said.
            _end ??= times[^1].Start;
            _start ??= _endOfLast;
            times.RemoveAt(times.Count - 1);
        }

        if (_start is { } start && (times.Count == 0 || times[0].Offset > 0))
            times.Insert(0, new TranscriptTime(0, start, _end));
        _start ??= times.Count > 0 && times[0].Offset == 0 ? times[0].Start : null;
        assembly.Add(_speaker, _start, _end, text, times);
        _endOfLast = _end ?? _endOfLast;
        _start = _end = null;
    }

    private static string TakeTimesOut(string text, List<TranscriptTime> times)
    {
        var removed = 0;
        var kept = TimeInside().Replace(text, match =>
        {
            if (Timecode.Parse(match.Groups["start"].Value) is not { } start)
                return match.Value;
            var offset = match.Index - removed;
            // One blank stays where the time stood between two words.
            var between = match.Index == 0 ? ""
                : match.Value.Contains('\n', StringComparison.Ordinal) ? "\n"
                : char.IsWhiteSpace(match.Value[0]) || char.IsWhiteSpace(match.Value[^1]) ? " " : "";
            times.Add(new TranscriptTime(offset + between.Length, start, null));
            removed += match.Length - between.Length;
            return between;
        });
        return kept.TrimEnd();
    }

    [GeneratedRegex(@"\s?(?:\[(?<start>" + Timecode.Pattern + @")\]|#(?<start>" + Timecode.Pattern + @")#)\s?")]
    private static partial Regex TimeInside();
}
