using System.Text;
using System.Text.RegularExpressions;
using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Studies;

/// <summary>Where a term stands in a text.</summary>
/// <param name="Start">In UTF-16 units, as the length.</param>
/// <param name="Terms">More than one where several terms have the same word in this language.</param>
public sealed record TermPlace(int Start, int Length, IReadOnlyList<GlossaryContents> Terms);

/// <summary>Finds the terms of a glossary in texts of one language: whole words, capitals do not matter, accents do. Each word of a
/// term may stand with a simple ending of the plural, and any of its forms will do. Where terms overlap the longest counts.</summary>
public sealed partial class TermMatcher
{
    private readonly Dictionary<string, List<Pattern>> _byFirstWord = [];
    private readonly string[] _plurals;

    /// <param name="language">fr, nl or en: of the texts, and of the words that are looked for.</param>
    public TermMatcher(IEnumerable<GlossaryContents> terms, string language)
    {
        _plurals = language switch { "nl" => ["s", "n", "en"], "en" => ["s", "es"], _ => ["s", "x"] };
        foreach (var same in terms.SelectMany(term => term.Words(language).Select(word => (Term: term, Words: Read(word)))).Where(one => one.Words.Count > 0).GroupBy(one => string.Join(' ', one.Words.Select(word => word.Gap + word.Folded))))
        {
            var words = same.First().Words;
            if (!_byFirstWord.TryGetValue(words[0].Folded, out var patterns)) _byFirstWord[words[0].Folded] = patterns = [];
            patterns.Add(new Pattern(words, [.. same.Select(one => one.Term).Distinct()]));
        }
    }

    /// <returns>In the order of the text, none overlapping another.</returns>
    public IReadOnlyList<TermPlace> In(string text)
    {
        var kept = new List<TermPlace>();
        foreach (var place in Standing(text).OrderByDescending(place => place.Length).ThenBy(place => place.Start))
        {
            if (kept.TrueForAll(other => place.Start + place.Length <= other.Start || other.Start + other.Length <= place.Start)) kept.Add(place);
        }

        return [.. kept.OrderBy(place => place.Start)];
    }

    /// <returns>The terms of which a word stands in the text, within a longer one too.</returns>
    public IReadOnlySet<GlossaryContents> SaidIn(string text) => Standing(text).SelectMany(place => place.Terms).ToHashSet();

    private List<TermPlace> Standing(string text)
    {
        var words = Read(text);
        var found = new List<TermPlace>();
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var pattern in Singulars(words[at].Folded).SelectMany(word => _byFirstWord.GetValueOrDefault(word) ?? []))
            {
                if (!Stands(pattern, words, at)) continue;
                var last = words[at + pattern.Words.Count - 1];
                found.Add(new TermPlace(words[at].Start, last.Start + last.Length - words[at].Start, pattern.Terms));
            }
        }

        return found;
    }

    // The word as it stands comes first: a term that ends like a plural is that term.
    private IEnumerable<string> Singulars(string word) =>
        _plurals.Where(ending => word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal)).Select(ending => word[..^ending.Length]).Prepend(word);

    private bool Stands(Pattern pattern, List<Word> words, int at)
    {
        if (at + pattern.Words.Count > words.Count) return false;
        for (var step = 0; step < pattern.Words.Count; step++)
        {
            var (wanted, word) = (pattern.Words[step], words[at + step]);
            if (step > 0 && wanted.Gap != word.Gap) return false;
            if (!Singulars(word.Folded).Contains(wanted.Folded)) return false;
        }

        return true;
    }

    private static List<Word> Read(string text)
    {
        var words = new List<Word>();
        var end = 0;
        foreach (Match match in Letters().Matches(text))
        {
            words.Add(new Word(match.Index, match.Length, match.Value.Normalize(NormalizationForm.FormC).ToLowerInvariant(), words.Count == 0 ? "" : Gap(text[end..match.Index])));
            end = match.Index + match.Length;
        }

        return words;
    }

    // Spaces of any kind and number are one space; the two apostrophes are one.
    private static string Gap(string between) => Spaces().Replace(between, " ").Replace('’', '\'');

    [GeneratedRegex(@"[\p{L}\p{N}\p{M}]+")]
    private static partial Regex Letters();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private sealed record Word(int Start, int Length, string Folded, string Gap);

    private sealed record Pattern(IReadOnlyList<Word> Words, IReadOnlyList<GlossaryContents> Terms);
}
