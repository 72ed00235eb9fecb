using System.Globalization;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Evidence.Listing;

namespace FluxUs.Consult.Overview;

/// <summary>What is looked for: every word has to occur, each at the start of a word, without regard to case and accents.</summary>
public sealed class SearchWords
{
    /// <summary>More is no search.</summary>
    private const int Longest = 200;
    private const int MostWords = 8;
    private const int FewestLetters = 2;

    // What a letter beyond ASCII is folded to, kept once it was asked for; the same answer each time, so that a race costs nothing.
    private static readonly string?[] Folds = new string?[char.MaxValue + 1];

    private readonly List<string> _words;
    private readonly WordSearch _search;

    public SearchWords(string? query)
    {
        var cut = query is { Length: > Longest } ? query[..Longest] : query ?? "";
        _words = [.. FoldedWords.Of(cut).Select(word => word.Text).Distinct(StringComparer.Ordinal).Take(MostWords)];
        Starred = string.Join(' ', _words.Select(word => word + "*"));
        _search = new WordSearch(Starred);
    }

    /// <summary>Nothing to look for: no word, or a single letter.</summary>
    public bool IsEmpty => _words.Sum(word => word.Length) < FewestLetters;

    /// <summary>The words as the list of excerpts takes them: "assur* refus*".</summary>
    public string Starred { get; }

    public bool Match(string text) => _search.Matches(text);

    /// <summary>The text cut where the words stand, to mark them.</summary>
    public IReadOnlyList<TextRun> Cut(string text) => _search.Cut(text);

    /// <summary>Where the longest word occurs in a long text, in UTF-16 units; it allocates nothing for what does not match.</summary>
    public IEnumerable<int> PlacesIn(string text)
    {
        var word = _words.MaxBy(word => word.Length);
        if (word is null) yield break;
        var isInside = false;
        for (var at = 0; at < text.Length; at++)
        {
            var isLetter = IsPart(text[at]);
            if (isLetter && !isInside && Begins(text, at, word)) yield return at;
            isInside = isLetter;
        }
    }

    private static bool Begins(string text, int at, string word)
    {
        var matched = 0;
        for (; at < text.Length && matched < word.Length; at++)
        {
            if (!IsPart(text[at])) return false;
            var fold = Fold(text[at]);
            var length = Math.Min(fold.Length, word.Length - matched);
            if (string.CompareOrdinal(fold, 0, word, matched, length) != 0) return false;
            matched += length;
        }

        return matched == word.Length;
    }

    // Marks and invisible characters belong to the word around them, as they do in FoldedWords.
    private static bool IsPart(char unit) => char.IsAsciiLetterOrDigit(unit) || (unit >= 128 && (char.IsLetterOrDigit(unit) || char.IsSurrogate(unit)
        || char.GetUnicodeCategory(unit) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format));

    private static string Fold(char unit) => Folds[unit] ??= FoldedWords.Of(unit.ToString()) is [{ Text: var text }] ? text : "";
}
