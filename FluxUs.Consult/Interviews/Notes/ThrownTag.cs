using System.Globalization;
using System.Text.RegularExpressions;

namespace FluxUs.Consult.Interviews;

/// <summary>A tag that was thrown while somebody spoke, as it stands in a note: <c>[00:22:51 #insurance-refusal P01]</c>. The time and
/// the offering may be missing, the tag is the code of the codebook, so that a note typed by hand or without a network says the same.</summary>
/// <param name="Tag">The code of a tag.</param>
/// <param name="Offering">The code of an offering; null when the interview has only one, or none was chosen.</param>
/// <param name="Start">UTF-16 units in the note, with <paramref name="Length"/> the mark itself.</param>
internal sealed partial record ThrownTag(string Tag, string? Offering, TimeSpan? At, int Start, int Length)
{
    public static IReadOnlyList<ThrownTag> In(string note) => [.. Mark().Matches(note).Select(mark => new ThrownTag(
        mark.Groups["tag"].Value, mark.Groups["offering"] is { Success: true } offering ? offering.Value : null,
        mark.Groups["h"].Success ? new TimeSpan(Part(mark, "h"), Part(mark, "m"), Part(mark, "s")) : null, mark.Index, mark.Length))];

    private static int Part(Match mark, string name) => int.Parse(mark.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\[(?:(?<h>\d{1,2}):(?<m>[0-5]\d):(?<s>[0-5]\d) )?#(?<tag>[\w-]{1,80})(?: (?<offering>[A-Z]+\d+))?\]")]
    private static partial Regex Mark();
}
