using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>
/// Captions of video sites roll: each shows the line before it again above the new one, or the same line grown by a
/// word. What was shown is taken out, once it is clear that the file does so, since people do say the same twice.
/// </summary>
internal static class RollingCaptions
{
    /// <summary>A screen shows two or three lines.</summary>
    private const int MostLines = 8;

    private static readonly TimeSpan Touching = TimeSpan.FromMilliseconds(100);

    public static List<Cue> Unroll(List<Cue> cues, ImportNotes notes)
    {
        var repeats = 0;
        for (var i = 1; i < cues.Count; i++)
        {
            if (Touches(cues[i - 1], cues[i]) && Remainder(cues[i - 1].Text, cues[i].Text) != cues[i].Text)
                repeats++;
        }

        if (repeats < 2 || repeats * 4 < cues.Count)
            return cues;
        var result = new List<Cue>(cues.Count);
        for (var i = 0; i < cues.Count; i++)
        {
            var text = i > 0 && Touches(cues[i - 1], cues[i]) ? Remainder(cues[i - 1].Text, cues[i].Text) : cues[i].Text;
            if (text.Length > 0)
                result.Add(cues[i] with { Text = text });
            else if (result.Count > 0)
                result[^1] = result[^1] with { End = cues[i].End ?? result[^1].End };
        }

        notes.Repaired(null, FilesTexts.RollingCaptionsUnrolled, FilesTexts.Number(repeats));
        return result;
    }

    private static bool Touches(Cue before, Cue after) =>
        before.Speaker == after.Speaker && (before.End is null || after.Start <= before.End + Touching);

    /// <summary>What a caption shows that the one before did not.</summary>
    private static string Remainder(string before, string after)
    {
        var shown = before.Split('\n');
        var lines = after.Split('\n');
        for (var same = Math.Min(MostLines, Math.Min(shown.Length, lines.Length)); same > 0; same--)
        {
            if (shown.AsSpan(shown.Length - same).SequenceEqual(lines.AsSpan(0, same)))
                return string.Join('\n', lines[same..]);
        }

        var last = shown[^1];
        if (lines[0].Length > last.Length && lines[0].StartsWith(last, StringComparison.Ordinal) && lines[0][last.Length] == ' ')
            return string.Join('\n', [lines[0][(last.Length + 1)..], .. lines[1..]]);
        return after;
    }
}
