using System.Text.RegularExpressions;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>A word of the glossary that a source section uses, with what the translation should say for it.</summary>
/// <param name="Word">As the source writes it, where it first stands.</param>
/// <param name="Wanted">Words of the translation's language, any of which will do; empty where none is settled.</param>
/// <param name="Notes">What the glossary has to say of it.</param>
/// <param name="IsMissing">The translation has words and none of these.</param>
public sealed partial record TermUse(string Word, IReadOnlyList<string> Wanted, IReadOnlyList<string> Notes, bool IsMissing)
{
    /// <param name="glossary">Of the study.</param>
    /// <param name="source">The text that is translated, in <paramref name="sourceLanguage"/>.</param>
    /// <param name="translated">Empty while nobody has begun.</param>
    public static IReadOnlyList<TermUse> Of(IReadOnlyList<GlossaryContents> glossary, string sourceLanguage, string source, string language, string translated)
    {
        if (glossary.Count == 0 || string.IsNullOrWhiteSpace(source)) return [];
        source = WithoutTokens(source);
        translated = WithoutTokens(translated);
        var uses = new List<TermUse>();
        foreach (var places in new TermMatcher(glossary, sourceLanguage).In(source).GroupBy(place => place.Terms))
        {
            var known = places.Key.Where(term => term.Term.Own(language).Length > 0).ToList();
            // Asked for one by one, for a longer term of the translation may hold a shorter one.
            var isMissing = known.Count > 0 && !string.IsNullOrWhiteSpace(translated) && known.TrueForAll(term => new TermMatcher([term], language).In(translated).Count == 0);
            var first = places.First();
            uses.Add(new TermUse(source.Substring(first.Start, first.Length), [.. known.Select(term => term.Term.Own(language)).Distinct()], [.. places.Key.Select(term => term.Note).Where(note => note.Length > 0).Distinct()], isMissing));
        }

        return uses;
    }

    // What a token prints is no word of the text; it stays as long as it was and parts the words around it.
    private static string WithoutTokens(string text) => Token().Replace(text, match => new string('|', match.Length));

    [GeneratedRegex(@"\[@[a-z]+:[^\]\s]*\]")]
    private static partial Regex Token();
}
