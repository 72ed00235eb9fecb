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
    public static IReadOnlyList<TermUse> Of(GlossaryMatchers glossary, string sourceLanguage, string source, string language, string translated)
    {
        if (glossary.IsEmpty || string.IsNullOrWhiteSpace(source)) return [];
        source = WithoutTokens(source);
        translated = WithoutTokens(translated);
        var said = string.IsNullOrWhiteSpace(translated) ? null : glossary.In(language).SaidIn(translated);
        var uses = new List<TermUse>();
        foreach (var places in glossary.In(sourceLanguage).In(source).GroupBy(place => string.Join('\n', place.Terms.Select(term => term.Key))))
        {
            var first = places.First();
            var known = first.Terms.Where(term => term.Words(language).Length > 0).ToList();
            var isMissing = known.Count > 0 && said is not null && !known.Exists(said.Contains);
            uses.Add(new TermUse(source.Substring(first.Start, first.Length), [.. known.SelectMany(term => term.Words(language)).Distinct()], [.. first.Terms.Select(term => term.Note).Where(note => note.Length > 0).Distinct()], isMissing));
        }

        return uses;
    }

    // What a token prints is no word of the text; it stays as long as it was and parts the words around it.
    private static string WithoutTokens(string text) => Token().Replace(text, match => new string('|', match.Length));

    [GeneratedRegex(@"\[@[a-z]+:[^\]\s]*\]")]
    private static partial Regex Token();
}
