namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>
/// How a text marks who speaks and when, judged on the whole of it: one "Objective: less waste" makes no speaker, a
/// name that comes back does. A text without such habits is kept exactly as it was typed.
/// </summary>
internal sealed record SpeechHabits(bool HasSpeakers, bool HasTimes, IReadOnlySet<string> Names)
{
    private const int MostSpeakers = 20;

    /// <param name="isMarkdown">Notes: labels with a colon are common there, so more is asked before they become speakers.</param>
    public static SpeechHabits Of(IReadOnlyList<SpeechLine> lines, bool isMarkdown)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var sure = new HashSet<string>(StringComparer.Ordinal);
        var beside = new HashSet<string>(StringComparer.Ordinal);
        int named = 0, timed = 0, bareTimed = 0, besideTime = 0, blocks = 0, plain = 0;
        var wasBlank = true;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (line.Kind == SpeechLineKind.Blank)
            {
                wasBlank = true;
                continue;
            }

            blocks += wasBlank ? 1 : 0;
            wasBlank = false;
            plain += line.Kind == SpeechLineKind.Plain ? 1 : 0;
            if (line.Kind is SpeechLineKind.Timed or SpeechLineKind.TimeAlone)
            {
                timed += line.IsMarked || line.End is not null ? 1 : 0;
                bareTimed++;
            }

            var name = line.Name ?? NameBelowTime(lines, i);
            if (name is null)
                continue;
            counts[name] = counts.GetValueOrDefault(name) + 1;
            named++;
            if (line.Name is null)
            {
                beside.Add(name);
                besideTime++;
            }
            else if (line.Start is not null)
            {
                sure.Add(name);
            }
        }

        // Where most times have a name beside them and some name comes back, each of them is a name.
        if (besideTime * 5 >= bareTimed * 4 && beside.Count < besideTime)
            sure.UnionWith(beside);

        blocks = Math.Max(blocks, named);
        var repeated = counts.Where(pair => pair.Value > 1).Select(pair => pair.Key).ToHashSet(StringComparer.Ordinal);
        var withTime = counts.Where(pair => sure.Contains(pair.Key)).Sum(pair => pair.Value);
        var share = named * 100 / Math.Max(1, blocks);
        var hasSpeakers = withTime >= 2
            || (named >= 2 && counts.Count <= MostSpeakers && (repeated.Count > 0 || (named <= 4 && plain <= named))
                && share >= (isMarkdown ? 60 : 30) && repeated.Count <= MostSpeakers);
        var hasTimes = hasSpeakers || timed >= 2 || (bareTimed >= 2 && bareTimed * 5 >= blocks);
        repeated.UnionWith(sure);
        if (hasSpeakers && named <= 4 && sure.Count == 0)
            repeated.UnionWith(counts.Keys);
        return new SpeechHabits(hasSpeakers, hasTimes, repeated);
    }

    /// <summary>A name that stands alone beside or below a time, with words below it: "00:00:05 Anna Smith", or on two lines.</summary>
    public static string? NameBelowTime(IReadOnlyList<SpeechLine> lines, int index)
    {
        var line = lines[index];
        var hasWords = index + 1 < lines.Count && lines[index + 1].Kind is SpeechLineKind.Plain or SpeechLineKind.Named;
        if (line.Kind == SpeechLineKind.Timed)
            return hasWords && IsAlone(line.Rest) ? line.Rest : null;
        if (line.Kind == SpeechLineKind.Plain && index > 0 && lines[index - 1].Kind == SpeechLineKind.TimeAlone)
            return hasWords && IsAlone(line.Rest) ? line.Rest : null;
        return null;
    }

    private static bool IsAlone(string text) =>
        text.Length is > 1 and <= 60 && char.IsUpper(text[0]) && text.Split(' ').Length <= 5
        && text.IndexOfAny(['?', '!', ';', ':', '…', '"', '«']) < 0 && !text.EndsWith('.') && SpeakerName.IsPlausible(text);
}
