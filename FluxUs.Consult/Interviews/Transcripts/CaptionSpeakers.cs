using System.Text.RegularExpressions;

namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>
/// Speakers of captions that have no voice tags: "Anna Smith: text" as Zoom writes it, or the name alone on the first
/// line. A name counts once it comes back, so that a colon in a sentence names nobody.
/// </summary>
internal static partial class CaptionSpeakers
{
    public static List<Cue> Find(List<Cue> cues)
    {
        if (cues.Any(cue => cue.Speaker is not null))
            return cues;
        return InFront(cues) ?? OnFirstLine(cues) ?? cues;
    }

    private static List<Cue>? InFront(List<Cue> cues)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var named = 0;
        foreach (var line in cues.SelectMany(cue => cue.Text.Split('\n')))
        {
            if (Split(line) is not var (name, _))
                continue;
            counts[name] = counts.GetValueOrDefault(name) + 1;
            named++;
        }

        if (named < 2 || named * 5 < cues.Count || counts.Count * 4 > (named * 3) + 4)
            return null;
        var accepted = counts.Where(pair => pair.Value > 1 || named >= cues.Count).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        if (accepted.Count == 0)
            return null;

        var result = new List<Cue>(cues.Count);
        string? speaker = null;
        foreach (var cue in cues)
        {
            var words = new List<string>();
            foreach (var line in cue.Text.Split('\n'))
            {
                if (Split(line) is var (name, rest) && accepted.Contains(name))
                {
                    Close(cue, words);
                    speaker = name;
                    if (rest.Length > 0)
                        words.Add(rest);
                }
                else
                {
                    words.Add(line);
                }
            }

            Close(cue, words);
        }

        return result;

        void Close(Cue cue, List<string> words)
        {
            if (words.Count > 0)
                result.Add(cue with { Speaker = speaker, Text = string.Join('\n', words) });
            words.Clear();
        }
    }

    private static List<Cue>? OnFirstLine(List<Cue> cues)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var cue in cues)
        {
            var end = cue.Text.IndexOf('\n', StringComparison.Ordinal);
            if (end is <= 0 or > 80 || !NameAlone().IsMatch(cue.Text[..end]) || !SpeakerName.IsPlausible(BareName(cue.Text[..end])))
                return null;
            first[BareName(cue.Text[..end])] = first.GetValueOrDefault(BareName(cue.Text[..end])) + 1;
        }

        if (first.Count == cues.Count || first.Count > Math.Max(2, cues.Count / 2) || first.Keys.Any(name => name.Split(' ').Length > 5))
            return null;
        return [.. cues.Select(cue => (Cue: cue, End: cue.Text.IndexOf('\n', StringComparison.Ordinal)))
            .Select(pair => pair.Cue with { Speaker = BareName(pair.Cue.Text[..pair.End]), Text = pair.Cue.Text[(pair.End + 1)..] })];
    }

    private static string BareName(string line) => SpeakerName.Tidy(line.Trim('(', ')', ' '));

    private static (string Name, string Words)? Split(string line)
    {
        var match = InFrontOfText().Match(line.Length > 100 ? line[..100] : line);
        if (!match.Success)
            return null;
        var name = SpeakerName.Tidy(match.Groups["name"].Value);
        return SpeakerName.IsPlausible(name) ? (name, line[match.Length..].Trim()) : null;
    }

    [GeneratedRegex(@"^(?:-\s|>>\s*)?\[?(?<name>" + SpeakerName.Pattern + @")\]?\s?:(?=\s|$)")]
    private static partial Regex InFrontOfText();

    [GeneratedRegex(@"^\(?" + SpeakerName.Pattern + @"\)?$")]
    private static partial Regex NameAlone();
}
