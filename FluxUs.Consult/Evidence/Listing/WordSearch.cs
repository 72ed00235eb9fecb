using FluxUs.Consult.Evidence.Labels;

namespace FluxUs.Consult.Evidence.Listing;

/// <summary>A stretch of a text, found or not.</summary>
public readonly record struct TextRun(string Text, bool IsFound);

/// <summary>Words to look for: all must occur, without regard to case and accents; "assur*" finds what starts so.</summary>
public sealed class WordSearch
{
    private readonly List<(string Word, bool IsStart)> _wanted = [];

    public WordSearch(string? words)
    {
        foreach (var part in (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var folded = FoldedWords.Of(part);
            for (var index = 0; index < folded.Count; index++)
                _wanted.Add((folded[index].Text, index == folded.Count - 1 && part.EndsWith('*')));
        }
    }

    public bool IsEmpty => _wanted.Count == 0;

    public bool Matches(string text)
    {
        if (IsEmpty) return true;
        var words = FoldedWords.Of(text);
        return _wanted.TrueForAll(wanted => words.Exists(word => Is(word, wanted)));
    }

    /// <summary>The text cut where the words stand, to mark them.</summary>
    public IReadOnlyList<TextRun> Cut(string text)
    {
        if (IsEmpty) return [new(text, false)];
        var runs = new List<TextRun>();
        var at = 0;
        foreach (var word in FoldedWords.Of(text).Where(word => _wanted.Exists(wanted => Is(word, wanted))))
        {
            if (word.Start > at) runs.Add(new(text[at..word.Start], false));
            runs.Add(new(text[word.Start..word.End], true));
            at = word.End;
        }

        if (at < text.Length) runs.Add(new(text[at..], false));
        return runs;
    }

    private static bool Is(FoldedWord word, (string Word, bool IsStart) wanted) =>
        wanted.IsStart ? word.Text.StartsWith(wanted.Word, StringComparison.Ordinal) : word.Text == wanted.Word;
}
