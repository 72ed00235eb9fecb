using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FluxUs.Consult.Evidence;

namespace FluxUs.Consult.Interviews;

/// <summary>A passage of the handed-over text that a tag was thrown at.</summary>
/// <param name="Start">UTF-16 units in the whole text.</param>
internal sealed record ThrownPassage(int Start, int Length, ThrownTag Tag);

/// <summary>The notes of all questions as one text that can be tagged.</summary>
internal sealed record HandedNotes(string Text, IReadOnlyList<SegmentDraft> Segments, IReadOnlyList<ThrownPassage> Thrown);

/// <summary>Makes the notes of all questions one text: what was typed, to the character, question after question with an empty line
/// between. A paragraph that begins with a mark of time begins a segment with that time. Tags that were thrown leave the text and
/// become passages: the paragraph that each stands in, else the one before it. A paragraph without a time of its own is headed by
/// that of its first tag, so that the moment is not lost.</summary>
internal static partial class NotesText
{
    private const string Between = "\n\n";

    /// <param name="speaker">The expert, when the interview has only one.</param>
    /// <param name="nameOf">The name of the tag with a code; null for a code that no tag to be given has: such marks stay text.</param>
    public static HandedNotes Of(IEnumerable<NotedQuestion> questions, Guid? speaker, Func<string, string?> nameOf)
    {
        var text = new StringBuilder();
        List<SegmentDraft> segments = [];
        List<ThrownPassage> thrown = [];
        foreach (var question in questions)
        {
            var note = question.Note.TrimEnd().TrimStart('\n');
            if (string.IsNullOrWhiteSpace(note)) continue;
            if (text.Length > 0) text.Append(Between);
            var begin = text.Length;
            var (words, passages) = TakeTagsOut(note, nameOf);
            text.Append(words);
            thrown.AddRange(passages.Select(passage => passage with { Start = begin + passage.Start }));
            foreach (var (start, length, from) in Stretches(words))
                segments.Add(new SegmentDraft(begin + start, length, null, speaker, from, null, null, question.Text.Length > 0 ? question.Text : null));
        }

        return new HandedNotes(text.ToString(), segments, thrown);
    }

    private static (string Words, IReadOnlyList<ThrownPassage> Thrown) TakeTagsOut(string note, Func<string, string?> nameOf)
    {
        var words = new StringBuilder();
        List<ThrownPassage> thrown = [];
        (int Start, int Length)? last = null;
        var gap = "";
        foreach (var (paragraph, after) in Paragraphs(note))
        {
            var tags = ThrownTag.In(paragraph).Where(tag => nameOf(tag.Tag) is not null).ToList();
            var kept = Without(paragraph, tags);
            var head = TimeMark().Match(kept).Length;
            if (tags.Count > 0 && string.IsNullOrWhiteSpace(kept[head..]) && last is { } place)
            {
                // A mark alone belongs to what was said before it.
                thrown.AddRange(tags.Select(tag => new ThrownPassage(place.Start, place.Length, tag)));
                kept = kept.Trim();
                tags = [];
                if (kept.Length == 0) continue;
            }
            else if (tags.Count > 0 && string.IsNullOrWhiteSpace(kept[head..]))
            {
                // Nothing was said yet: the tag's name is the passage.
                kept = Headed(string.Join(", ", tags.Select(tag => nameOf(tag.Tag)).Distinct()), kept[..head].Trim(), tags);
                head = TimeMark().Match(kept).Length;
            }
            else if (tags.Count > 0 && head == 0)
            {
                kept = Headed(kept, "", tags);
                head = TimeMark().Match(kept).Length;
            }

            if (words.Length > 0) words.Append(gap);
            gap = after;
            var said = kept[head..];
            if (!string.IsNullOrWhiteSpace(said)) last = (words.Length + head + said.Length - said.TrimStart().Length, said.Trim().Length);
            thrown.AddRange(tags.Select(tag => new ThrownPassage(last!.Value.Start, last.Value.Length, tag)));
            words.Append(kept);
        }

        return (words.ToString(), thrown);
    }

    /// <summary>Headed by the time that it has, else by that of its first tag; the first second of all tells no place and heads nothing.</summary>
    private static string Headed(string words, string own, List<ThrownTag> tags) =>
        own.Length > 0 ? $"{own} {words}"
        : tags.Find(tag => tag.At > TimeSpan.Zero) is { At: { } at } ? string.Create(CultureInfo.InvariantCulture, $"[{(int)at.TotalHours:00}:{at.Minutes:00}:{at.Seconds:00}] {words.TrimStart()}")
        : words;

    private static IEnumerable<(string Text, string After)> Paragraphs(string note)
    {
        var start = 0;
        foreach (Match gap in EmptyLines().Matches(note))
        {
            yield return (note[start..gap.Index], gap.Value);
            start = gap.Index + gap.Length;
        }

        yield return (note[start..], "");
    }

    /// <summary>A paragraph without these marks and the blank that each stood behind.</summary>
    private static string Without(string paragraph, List<ThrownTag> tags)
    {
        var kept = paragraph;
        foreach (var tag in Enumerable.Reverse(tags))
        {
            var (start, end) = (tag.Start, tag.Start + tag.Length);
            if (start > 0 && kept[start - 1] == ' ') start--;
            else if (start == 0 && end < kept.Length && kept[end] == ' ') end++;
            kept = kept.Remove(start, end - start);
        }

        return tags.Count == 0 ? kept : kept.TrimEnd(' ');
    }

    private static IEnumerable<(int Start, int Length, TimeSpan? From)> Stretches(string note)
    {
        var marks = Mark().Matches(note);
        var starts = marks.Select(mark => mark.Index).Where(index => index > 0).Prepend(0).ToList();
        for (var i = 0; i < starts.Count; i++)
        {
            var end = i + 1 < starts.Count ? starts[i + 1] : note.Length;
            var stretch = note[starts[i]..end].TrimEnd();
            var mark = marks.FirstOrDefault(mark => mark.Index == starts[i]);
            yield return (starts[i], stretch.Length, mark is null ? null : Time(mark));
        }
    }

    private static TimeSpan Time(Match mark) => new(Part(mark, "h"), Part(mark, "m"), Part(mark, "s"));

    private static int Part(Match mark, string name) => int.Parse(mark.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // [00:21:10] at the head of a paragraph, as the chronometer writes it.
    [GeneratedRegex(@"(?<=\A|\n\s*\n)\[(?<h>\d{1,2}):(?<m>[0-5]\d):(?<s>[0-5]\d)\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\A\s*\[\d{1,2}:[0-5]\d:[0-5]\d\]")]
    private static partial Regex TimeMark();

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex EmptyLines();
}
