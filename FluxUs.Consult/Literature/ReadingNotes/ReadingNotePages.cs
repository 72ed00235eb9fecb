using System.Globalization;
using System.Text.RegularExpressions;
using FluxUs.Consult.Evidence;

namespace FluxUs.Consult.Literature;

/// <summary>Cuts a reading note by its page numbers: "p. 41", "pp. 41-43", "blz. 41" or "page 41" at the head of a paragraph
/// begins a segment of that page, which holds until the next.</summary>
internal static partial class ReadingNotePages
{
    public static IReadOnlyList<SegmentDraft> Segments(string text)
    {
        List<SegmentDraft> segments = [];
        int? page = null;
        foreach (var paragraph in Paragraph().EnumerateMatches(text))
        {
            var words = text.AsSpan(paragraph.Index, paragraph.Length).TrimEnd();
            var head = PageNumber().Match(words.ToString());
            if (head.Success) page = int.Parse(head.Groups["page"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
            segments.Add(new SegmentDraft(paragraph.Index, words.Length, null, null, null, null, page, null));
        }

        return segments;
    }

    // Lines up to the next empty one; the text has LF only.
    [GeneratedRegex(@"[^\s][^\n]*(?:\n(?![ \t]*\n|[ \t]*\z)[^\n]+)*")]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"\A[*_\[(]*(?:pp?\.|blz\.|pages?|pagina)[ \u00A0]?(?<page>\d{1,6})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();
}
