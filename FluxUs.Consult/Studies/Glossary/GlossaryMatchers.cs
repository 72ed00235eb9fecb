namespace FluxUs.Consult.Studies;

/// <summary>A glossary ready to be looked for: the words of each language are read once, however many texts are asked about.</summary>
public sealed class GlossaryMatchers(IReadOnlyList<GlossaryContents> terms)
{
    private readonly Dictionary<string, TermMatcher> _byLanguage = [];

    public bool IsEmpty => terms.Count == 0;

    /// <param name="language">fr, nl or en.</param>
    public TermMatcher In(string language) => _byLanguage.TryGetValue(language, out var known) ? known : _byLanguage[language] = new TermMatcher(terms, language);
}
