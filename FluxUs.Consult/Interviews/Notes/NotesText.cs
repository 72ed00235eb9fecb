using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FluxUs.Consult.Evidence;

namespace FluxUs.Consult.Interviews;

/// <summary>The notes of all questions as one text that can be tagged: what was typed, to the character, question after
/// question with an empty line between. A paragraph that begins with a mark of time begins a segment with that time.</summary>
internal static partial class NotesText
{
    private const string Between = "\n\n";

    /// <param name="speaker">The expert, when the interview has only one.</param>
    public static (string Text, IReadOnlyList<SegmentDraft> Segments) Of(IEnumerable<NotedQuestion> questions, Guid? speaker)
    {
        var text = new StringBuilder();
        List<SegmentDraft> segments = [];
        foreach (var question in questions)
        {
            var note = question.Note.TrimEnd().TrimStart('\n');
            if (string.IsNullOrWhiteSpace(note)) continue;
            if (text.Length > 0) text.Append(Between);
            var begin = text.Length;
            text.Append(note);
            foreach (var (start, length, from) in Stretches(note))
                segments.Add(new SegmentDraft(begin + start, length, null, speaker, from, null, null, question.Text.Length > 0 ? question.Text : null));
        }

        return (text.ToString(), segments);
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
}
