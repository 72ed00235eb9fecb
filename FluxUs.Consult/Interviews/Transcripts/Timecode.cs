using System.Globalization;
using System.Text.RegularExpressions;

namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>Times of a recording as transcripts write them: 12:04, 00:12:04, 0:12:4.5, 00:12:04,120, 00:12:04-5.</summary>
internal static partial class Timecode
{
    /// <summary>A time without groups, to be put into larger patterns.</summary>
    public const string Pattern = @"(?:\d{1,3}:)?\d{1,3}:\d{1,2}(?:[.,:-]\d{1,3})?(?!\d|:)";

    public static TimeSpan? Parse(string text)
    {
        var match = Whole().Match(text.Trim());
        if (!match.Success)
            return null;
        var seconds = Number(match.Groups["s"]);
        var minutes = Number(match.Groups["m"]);
        var hours = match.Groups["h"].Success ? Number(match.Groups["h"]) : 0;
        if (seconds > 59 || (match.Groups["h"].Success && minutes > 59))
            return null;
        var ticks = (((hours * 60L) + minutes) * 60L + seconds) * TimeSpan.TicksPerSecond;
        // After a colon stand frames, whose length is not known; they are less than a second.
        if (match.Groups["f"] is { Success: true } fraction && match.Groups["mark"].Value != ":")
            ticks += long.Parse(fraction.Value.PadRight(7, '0'), CultureInfo.InvariantCulture);
        return new TimeSpan(ticks);
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?<h>[0-9]{1,4}):)?(?<m>[0-9]{1,3}):(?<s>[0-9]{1,2})(?:(?<mark>[.,:-])(?<f>[0-9]{1,7}))?$")]
    private static partial Regex Whole();
}
