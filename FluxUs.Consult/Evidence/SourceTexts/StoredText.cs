using System.Text;

namespace FluxUs.Consult.Evidence.SourceTexts;

/// <summary>A text as it is stored, in which offsets count UTF-16 units: LF only, nothing that a database could not give back
/// unchanged, no Unicode normalisation.</summary>
public static class StoredText
{
    /// <summary>Brings a text and the segments that point into it to the stored form.</summary>
    public static (string Text, IReadOnlyList<SegmentDraft> Segments) From(string text, IReadOnlyList<SegmentDraft> segments)
    {
        if (!NeedsChange(text)) return (text, segments);
        var stored = new StringBuilder(text.Length);
        // Only an end of line of two characters shifts what comes after it.
        var shifts = new List<int>();
        for (var at = 0; at < text.Length; at++)
        {
            var unit = text[at];
            if (unit == '\r')
            {
                stored.Append('\n');
                if (at + 1 < text.Length && text[at + 1] == '\n') shifts.Add(++at);
            }
            else
            {
                stored.Append(unit == '\0' || IsLone(text, at) ? '\uFFFD' : unit);
            }
        }

        int Moved(int place)
        {
            var before = shifts.BinarySearch(place);
            return place - (before >= 0 ? before : ~before);
        }

        return (stored.ToString(), [.. segments.Select(segment =>
        {
            var start = Moved(segment.Start);
            return segment with
            {
                Start = start,
                Length = Moved(segment.Start + segment.Length) - start,
                Times = segment.Times?.Select(time => time with { Offset = Moved(segment.Start + time.Offset) - start }).ToList(),
            };
        })]);
    }

    private static bool NeedsChange(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\r' or '\0' || IsLone(text, at)) return true;
        }

        return false;
    }

    private static bool IsLone(string text, int at) =>
        char.IsHighSurrogate(text[at]) ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
        : char.IsLowSurrogate(text[at]) && (at == 0 || !char.IsHighSurrogate(text[at - 1]));

    /// <summary>Whether segments follow each other within a text; how it is cut must be certain before anything stands on it.</summary>
    public static bool Holds(string text, IReadOnlyList<SegmentDraft> segments)
    {
        var end = 0;
        foreach (var segment in segments)
        {
            if (segment.Start < end || segment.Length < 0 || segment.Start > text.Length - segment.Length) return false;
            end = segment.Start + segment.Length;
        }

        return true;
    }

    /// <summary>One segment for each paragraph, for a text that comes without any.</summary>
    public static IReadOnlyList<SegmentDraft> Paragraphs(string text)
    {
        var segments = new List<SegmentDraft>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0) end = text.Length;
            if (!text.AsSpan(start, end - start).IsWhiteSpace()) segments.Add(new SegmentDraft(start, end - start, null, null, null, null, null, null));
            start = end + 1;
        }

        return segments;
    }
}
