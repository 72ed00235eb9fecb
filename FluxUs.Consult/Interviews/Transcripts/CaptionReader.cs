using System.Text.RegularExpressions;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>
/// Captions: WebVTT (W3C, section 6.1, file parser) and SubRip, which differ in the comma. Comments, styles and regions
/// are left out; a missing header, missing blank lines and blank lines inside a caption are mended.
/// </summary>
internal static partial class CaptionReader
{
    public static (List<Cue> Cues, string? Language) Read(string text, FileKind kind, ImportNotes notes)
    {
        var lines = text.Split('\n');
        var cues = new List<Cue>();
        var comments = 0;
        var i = 0;
        string? language = null;
        if (lines.Length > 0 && lines[0].TrimStart('\uFEFF', ' ').StartsWith("WEBVTT", StringComparison.Ordinal))
        {
            for (i = 1; i < lines.Length && lines[i].Trim().Length > 0 && !IsTiming(lines[i]); i++)
            {
                if (lines[i].StartsWith("Language:", StringComparison.OrdinalIgnoreCase))
                    language = lines[i]["Language:".Length..].Trim() is { Length: > 0 } found ? found : null;
            }
        }
        else if (kind == FileKind.Vtt)
        {
            notes.Repaired(ImportPlace.Line(1), FilesTexts.VttHeaderMissing);
        }

        while (i < lines.Length)
        {
            if (lines[i].Trim().Length == 0)
            {
                i++;
                continue;
            }

            // A block runs to a blank line, or to the timing of the next caption when the blank line is missing.
            var first = i;
            var timing = -1;
            while (i < lines.Length && (lines[i].Trim().Length > 0 || IsEmptyFirstLine(lines, timing, i)))
            {
                if (IsTiming(lines[i]))
                {
                    if (timing >= 0)
                        break;
                    timing = i;
                }

                i++;
            }

            var last = i;
            if (i < lines.Length && lines[i].Trim().Length > 0 && last - 1 > timing && Counter().IsMatch(lines[last - 1]))
                last--;
            if (timing < 0)
                ReadUntimed(lines[first..last], first + 1, cues, notes, ref comments);
            else
                ReadCue(lines, timing, last, timing > first ? lines[timing - 1] : "", cues, notes);
        }

        if (comments > 0)
            notes.Information(null, FilesTexts.VttCommentsLeftOut, FilesTexts.Number(comments));
        return (InOrder(cues, notes), language);
    }

    /// <summary>Video sites begin a caption with a line of one blank, which is a line of it and no end.</summary>
    private static bool IsEmptyFirstLine(string[] lines, int timing, int line) => timing >= 0 && line == timing + 1 && lines[line].Length > 0;

    private static bool IsTiming(string line) => line.Contains("-->", StringComparison.Ordinal);

    private static void ReadCue(string[] lines, int timing, int end, string identifier, List<Cue> cues, ImportNotes notes)
    {
        var place = ImportPlace.Line(timing + 1);
        var match = Timing().Match(lines[timing]);
        var start = match.Success ? Timecode.Parse(match.Groups["start"].Value) : null;
        var stop = match.Success ? Timecode.Parse(match.Groups["end"].Value) : null;
        var text = string.Join('\n', lines[(timing + 1)..end]);
        if (start is null)
        {
            // The words are worth more than their time: they go with the caption before them.
            notes.Repaired(place, FilesTexts.TimingUnreadable, lines[timing].Trim());
            start = cues.Count > 0 ? cues[^1].End ?? cues[^1].Start : TimeSpan.Zero;
            stop = null;
        }
        else if (stop is null || stop < start)
        {
            notes.Repaired(place, FilesTexts.TimingEndUnreadable, lines[timing].Trim());
            stop = null;
        }

        var named = NamedIdentifier().Match(identifier) is { Success: true } owner ? SpeakerName.Tidy(owner.Groups["name"].Value) : null;
        foreach (var (speaker, words) in CueText.Parse(text))
            cues.Add(new Cue(timing + 1, speaker ?? named, start.Value, stop, words));
    }

    private static void ReadUntimed(string[] block, int line, List<Cue> cues, ImportNotes notes, ref int comments)
    {
        if (IsBlock(block[0], "NOTE"))
        {
            comments++;
            return;
        }

        if (IsBlock(block[0], "STYLE") || IsBlock(block[0], "REGION") || (block.Length == 1 && Counter().IsMatch(block[0])))
            return;
        var text = string.Join('\n', block);
        if (cues.Count == 0)
        {
            notes.Dropped(ImportPlace.Line(line), FilesTexts.CaptionWithoutTime, text);
            return;
        }

        notes.Repaired(ImportPlace.Line(line), FilesTexts.CaptionContinued, text);
        var before = cues[^1];
        foreach (var (speaker, words) in CueText.Parse(text))
        {
            if (speaker is null || speaker == before.Speaker)
                cues[^1] = cues[^1] with { Text = cues[^1].Text + "\n" + words };
            else
                cues.Add(before with { Line = line, Speaker = speaker, Text = words });
        }
    }

    private static bool IsBlock(string line, string name) =>
        line.StartsWith(name, StringComparison.Ordinal) && (line.Length == name.Length || line[name.Length] is ' ' or '\t');

    private static List<Cue> InOrder(List<Cue> cues, ImportNotes notes)
    {
        for (var i = 1; i < cues.Count; i++)
        {
            if (cues[i].Start >= cues[i - 1].Start)
                continue;
            notes.Repaired(ImportPlace.Line(cues[i].Line), FilesTexts.CaptionsReordered);
            return [.. cues.OrderBy(cue => cue.Start)];
        }

        return cues;
    }

    [GeneratedRegex(@"^\s*(?<start>[0-9:.,]+)\s*-+>\s*(?<end>[0-9:.,]+)?")]
    private static partial Regex Timing();

    /// <summary>Webex writes who speaks behind the number: 12 "Anna Smith" (3054821).</summary>
    [GeneratedRegex(@"^\s*\d+\s+""(?<name>[^""]{1,60})""\s*(?:\(\d+\))?\s*$")]
    private static partial Regex NamedIdentifier();

    /// <summary>A caption's number, or the identifier that Teams gives it.</summary>
    [GeneratedRegex(@"^\s*(?:\d+|[0-9a-fA-F-]{36}(?:/\d+-\d+)?)\s*$")]
    private static partial Regex Counter();
}
