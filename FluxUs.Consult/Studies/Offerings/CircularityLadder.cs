using System.Globalization;
using System.Text.RegularExpressions;

namespace FluxUs.Consult.Studies;

/// <summary>The ladder of circularity, from R0 (refuse) to R9 (recover energy): the lower the figure, the more of the material's value
/// is kept. People write one level ("R3"), a stretch ("R4-R5") or two uses, the main one first ("R2/R7").</summary>
public static partial class CircularityLadder
{
    /// <summary>The text as it is kept: capitals, a plain hyphen, no spaces; empty for an offering off the ladder; null when it is none of these.</summary>
    public static string? Read(string text)
    {
        var plain = string.Concat(text.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant().Replace('–', '-').Replace('—', '-');
        return plain.Length == 0 || Levels().IsMatch(plain) ? plain : null;
    }

    /// <summary>The one level at which an offering is placed: the lower value of a stretch, so that nothing looks better than it is, and
    /// the main one of two uses. Null off the ladder.</summary>
    public static int? LevelOf(string text)
    {
        var match = Levels().Match(text);
        if (!match.Success) return null;
        var (first, second) = (Figure(match.Groups["first"]), match.Groups["second"].Success ? Figure(match.Groups["second"]) : (int?)null);
        return text.Contains('-', StringComparison.Ordinal) && second is { } last ? Math.Max(first, last) : first;
    }

    private static int Figure(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("^R(?<first>[0-9])(?:[-/]R(?<second>[0-9]))?$")]
    private static partial Regex Levels();
}
