using FluxUs.Consult.Evidence.Anchoring;

namespace FluxUs.Consult.Evidence.Correction;

/// <summary>A text with some of its segments written anew. Between the segments everything stays; speaker, time, page and question
/// stay with their segment, and the times of captions go along with the words they stand at.</summary>
internal static class EditedText
{
    /// <param name="segments">Of the version, in its order.</param>
    /// <param name="edits">The new words by the order of their segment, LF only; a segment left empty goes.</param>
    public static (string Text, IReadOnlyList<SegmentDraft> Segments) Of(string words, IReadOnlyList<Segment> segments, IReadOnlyDictionary<int, string> edits)
    {
        var text = new System.Text.StringBuilder(words.Length);
        var drafts = new List<SegmentDraft>(segments.Count);
        var end = 0;
        foreach (var segment in segments)
        {
            var old = words.Substring(segment.Start, segment.Length);
            var said = edits.GetValueOrDefault(segment.Order, old);
            var gap = words[end..segment.Start];
            end = segment.Start + segment.Length;
            if (said.Length > 0 && string.IsNullOrWhiteSpace(said)) said = "";
            if (said.Length == 0) continue;
            // The blank line before the first segment that stays belonged to one that went.
            if (drafts.Count > 0 || segment.Order == 0) text.Append(gap);
            drafts.Add(new SegmentDraft(
                text.Length, said.Length, segment.Speaker, segment.ExpertId, segment.From, segment.To, segment.Page, segment.Question,
                Captions(CaptionTimes.Read(segment.Captions), old, said)));
            text.Append(said);
        }

        text.Append(words, end, words.Length - end);
        return (text.ToString(), drafts);
    }

    private static IReadOnlyList<CaptionTime> Captions(IReadOnlyList<CaptionTime> times, string before, string after)
    {
        if (times.Count == 0 || before == after) return times;
        var shared = TextDiff.Between(before, after);
        return [.. times.Select(time => (Stretch: shared.FirstOrDefault(stretch => stretch.OldEnd > time.Offset), Time: time)).Where(found => found.Stretch is not null)
            .Select(found => found.Time with { Offset = found.Stretch!.NewStart + Math.Max(0, found.Time.Offset - found.Stretch.OldStart) })
            .GroupBy(time => time.Offset).Select(group => group.Last()).OrderBy(time => time.Offset)];
    }
}
