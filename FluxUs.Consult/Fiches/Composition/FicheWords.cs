using System.Collections.Immutable;
using System.Globalization;
using System.Resources;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Recommendations;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>The words that the program adds to a fiche, in the language of the fiche whoever looks at it.</summary>
internal sealed class FicheWords(string language)
{
    private static readonly ResourceManager Own = new(typeof(FichesTexts));
    private static readonly ResourceManager Measures = new(typeof(RecommendationsTexts));

    public CultureInfo Culture { get; } = CultureInfo.GetCultureInfo(language);

    public string Language => language;

    public string Say(string key, params object[] arguments) => string.Format(Culture, Own.GetString(key, Culture) ?? key, arguments);

    /// <summary>The word for a value of Recommendations: an instrument, a horizon, a level.</summary>
    public string Word<T>(T? value) where T : struct, Enum => value is { } known ? Measures.GetString($"{typeof(T).Name}.{known}", Culture) ?? known.ToString() : "";

    /// <summary>"3 personnes", the number never at the end of a line without what it counts.</summary>
    public string Count(string key, int count)
    {
        var number = Formatting.Number(count, Culture);
        return Say(Plural.IsOne(count, Culture) ? key + "One" : key, number).Replace(number + " ", number + "\u00A0", StringComparison.Ordinal);
    }

    /// <summary>What no end of a line should part: a date, the name of a licence.</summary>
    public static string Whole(string text) => text.Replace(' ', '\u00A0');

    /// <summary>Text that may be in another language than the fiche.</summary>
    public ImmutableArray<Inline> Said(string text, string itsLanguage) => itsLanguage == language ? [text] : [new LanguageSpan(itsLanguage, [text])];

    /// <summary>The same; what is in another language is followed by its code, so that nobody takes it for a slip.</summary>
    public ImmutableArray<Inline> Said(Worded words) => words.Language == language ? [words.Text] : [new LanguageSpan(words.Language, [words.Text]), new Soft([$"\u00A0[{words.Language}]"])];

    /// <param name="level">Null when nobody has weighed it.</param>
    /// <param name="isAlone">Whether no word before the sign says that it is about confidence.</param>
    public Inline Mark(ConfidenceLevel? level, bool isAlone) =>
        level is { } known ? new ConfidenceMark((int)known + 1, Word<ConfidenceLevel>(known)) { About = isAlone ? Say("ConfidenceWord") : null } : new Soft([Say("NotWeighed")]);

    public string Quantity(QuantityMaterial quantity) => Formatting.Number(quantity.Value, 3, Culture) + "\u00A0" + quantity.Unit.In(language);

    /// <summary>"4 personnes, 1 document".</summary>
    public string Mix(SupportCount support) => support.HasNoExcerpt
        ? Say("RestsOnNothing")
        : string.Join(", ", new[] { support.PeopleFor > 0 ? Count("People", support.PeopleFor) : "", support.DocumentsFor > 0 ? Count("Documents", support.DocumentsFor) : "" }.Where(part => part.Length > 0));
}
