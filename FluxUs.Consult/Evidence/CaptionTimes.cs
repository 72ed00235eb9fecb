using System.Globalization;

namespace FluxUs.Consult.Evidence;

/// <summary>When in the recording a caption begins.</summary>
/// <param name="Offset">UTF-16 units from the start of its segment.</param>
public sealed record CaptionTime(int Offset, TimeSpan At);

/// <summary>The captions that were joined into one segment, as they are stored: "0=12500 45=15800", each an offset from the start
/// of the segment and the milliseconds at which it begins. So an excerpt from the middle of a long turn walks back to its second.</summary>
public static class CaptionTimes
{
    /// <returns>Null when there are none.</returns>
    public static string? Write(IReadOnlyList<CaptionTime> times) => times.Count == 0 ? null
        : string.Join(' ', times.Select(time => string.Create(CultureInfo.InvariantCulture, $"{time.Offset}={(long)time.At.TotalMilliseconds}")));

    public static IReadOnlyList<CaptionTime> Read(string? stored) => stored is null ? [] : [.. stored.Split(' ').Select(pair =>
    {
        var cut = pair.IndexOf('=', StringComparison.Ordinal);
        return new CaptionTime(
            int.Parse(pair.AsSpan(0, cut), NumberStyles.None, CultureInfo.InvariantCulture),
            TimeSpan.FromMilliseconds(long.Parse(pair.AsSpan(cut + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)));
    })];

    /// <summary>The moment of the caption in which a place of the segment stands.</summary>
    /// <param name="offset">UTF-16 units from the start of the segment.</param>
    /// <returns>Null when no caption begins at the place or before it.</returns>
    public static TimeSpan? At(string? stored, int offset) => Read(stored).LastOrDefault(time => time.Offset <= offset)?.At;
}
