using System.Text;

namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>
/// Joins the captions of one speaker into paragraphs that can be read and tagged. A paragraph ends where another
/// speaks, at a pause, or at the end of a sentence once it is long; each caption's place keeps its time.
/// </summary>
internal static class CueMerging
{
    private const int Long = 600;
    private const int TooLong = 1_500;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    public static void Merge(IReadOnlyList<Cue> cues, TranscriptAssembly assembly)
    {
        var text = new StringBuilder();
        var times = new List<TranscriptTime>();
        Cue? first = null, last = null;
        foreach (var cue in cues)
        {
            if (last is not null && (cue.Speaker != last.Speaker || EndsParagraph(text, last, cue)))
                Close();
            first ??= cue;
            last = cue;
            if (text.Length > 0)
                text.Append(StartsDialogue(cue.Text) ? '\n' : ' ');
            times.Add(new TranscriptTime(text.Length, cue.Start, cue.End));
            AppendLines(text, cue.Text);
        }

        Close();

        void Close()
        {
            if (first is not null)
                assembly.Add(first.Speaker, first.Start, last!.End, text.ToString(), times);
            text.Clear();
            times = [];
            first = null;
        }
    }

    private static bool EndsParagraph(StringBuilder text, Cue last, Cue next)
    {
        if (text.Length >= TooLong)
            return true;
        var ends = text[^1] is '.' or '?' or '!' or '…' or '»' or '”' or '"';
        var pauses = last.End is { } end && next.Start - end >= Pause;
        return (ends && text.Length >= Long) || (pauses && (ends || text.Length >= Long / 2));
    }

    /// <summary>Lines of a caption are broken for the screen, except those that give a line to each of two speakers.</summary>
    private static void AppendLines(StringBuilder text, string caption)
    {
        var isFirst = true;
        foreach (var line in caption.Split('\n'))
        {
            if (!isFirst)
                text.Append(StartsDialogue(line) ? '\n' : ' ');
            text.Append(line);
            isFirst = false;
        }
    }

    private static bool StartsDialogue(string line) => line.StartsWith("- ", StringComparison.Ordinal) || line.StartsWith("– ", StringComparison.Ordinal);
}
