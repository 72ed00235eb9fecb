using System.Text.RegularExpressions;

namespace FluxUs.Consult.Interviews.Transcripts;

internal enum SpeechLineKind
{
    Blank,
    Plain,

    /// <summary>"Anna: text", with a time before or after the name or without.</summary>
    Named,

    /// <summary>"Anna Smith  0:03", what she says stands below.</summary>
    NameAndTime,

    /// <summary>"[00:12:04] text".</summary>
    Timed,

    /// <summary>"00:12:04" or "00:12:04 - 00:12:09" alone.</summary>
    TimeAlone,
}

/// <summary>One line of a typed or exported transcript, by the forms that Otter, Zoom, Teams, NVivo, MAXQDA and typists use.</summary>
internal sealed partial record SpeechLine(
    SpeechLineKind Kind, string Whole, string? Name, TimeSpan? Start, TimeSpan? End, string Rest, bool IsMarked)
{
    private const int HeadLength = 160;

    private const string Time = @"(?:(?<open>[\[(<#])\s*(?<start>" + Timecode.Pattern + @")(?:\s*(?:-->|->|-|–|—)\s*(?<end>" + Timecode.Pattern
        + @"))?\s*[\])>#]|(?<start>" + Timecode.Pattern + @")(?:\s*(?:-->|->|-|–|—)\s*(?<end>" + Timecode.Pattern + "))?)";

    public static SpeechLine Parse(string line)
    {
        if (string.IsNullOrWhiteSpace(line))
            return new SpeechLine(SpeechLineKind.Blank, line, null, null, null, "", false);
        var head = line.Length > HeadLength ? line[..HeadLength] : line;
        // Every form has a colon, in a time or behind a name.
        if (!head.Contains(':', StringComparison.Ordinal))
            return new SpeechLine(SpeechLineKind.Plain, line, null, null, null, line.Trim(), false);
        if (NamedForm().Match(head) is { Success: true } named && From(SpeechLineKind.Named, line, named, line[named.Length..].Trim()) is { } found)
            return found;
        if (line.Length <= HeadLength)
        {
            if (NameAndTimeForm().Match(line) is { Success: true } both && From(SpeechLineKind.NameAndTime, line, both, "") is { Start: not null } header)
                return header;
            if (TimeAloneForm().Match(line) is { Success: true } alone && From(SpeechLineKind.TimeAlone, line, alone, "") is { Start: not null } time)
                return time;
        }

        if (TimedForm().Match(head) is { Success: true } timed && From(SpeechLineKind.Timed, line, timed, line[timed.Length..].Trim()) is { Start: not null } begun)
            return begun;
        return new SpeechLine(SpeechLineKind.Plain, line, null, null, null, line.Trim(), false);
    }

    private static SpeechLine? From(SpeechLineKind kind, string line, Match match, string rest)
    {
        string? name = null;
        if (match.Groups["name"] is { Success: true } group)
        {
            name = SpeakerName.Tidy(group.Value).TrimEnd('-', '–', ',', '(').TrimEnd();
            if (!SpeakerName.IsPlausible(name))
                return null;
        }

        var start = match.Groups["start"].Success ? Timecode.Parse(match.Groups["start"].Captures[0].Value) : null;
        var end = match.Groups["end"].Success ? Timecode.Parse(match.Groups["end"].Captures[0].Value) : null;
        var isMarked = match.Groups["open"].Success || line.Contains("**", StringComparison.Ordinal);
        return new SpeechLine(kind, line, name, start, end, rest, isMarked);
    }

    [GeneratedRegex(@"^\s*(?:" + Time + @"[\s:–-]*)?(?:\*\*|__|\[)?(?<name>" + SpeakerName.Pattern + @")(?:\*\*|__|\])?(?:[\s,]*" + Time + @")?\s*:(?:\*\*|__)?(?=\s|$)")]
    private static partial Regex NamedForm();

    [GeneratedRegex(@"^\s*(?:\*\*|__|\[)?(?<name>" + SpeakerName.Pattern + @")(?:\*\*|__|\])?[\s,]+" + Time + @"\s*$")]
    private static partial Regex NameAndTimeForm();

    [GeneratedRegex(@"^\s*" + Time + @"\s*$")]
    private static partial Regex TimeAloneForm();

    [GeneratedRegex(@"^\s*" + Time + @"(?:[\s:–-]+|(?<=[\])>#]))")]
    private static partial Regex TimedForm();
}
