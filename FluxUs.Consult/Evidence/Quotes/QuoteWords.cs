using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Evidence.Quotes;

/// <summary>The words of a quote against those of its excerpt, and how they are printed.</summary>
public static partial class QuoteWords
{
    private static readonly ResourceManager Texts = new(typeof(EvidenceTexts));

    /// <summary>The text with the mark of a translation in its own language; what was left out is marked in the text itself.</summary>
    public static string Printed(string text, QuoteForm form, string language)
    {
        if (form != QuoteForm.Translated) return text;
        var mark = Texts.GetString("Quote.TranslatedMark", CultureInfo.GetCultureInfo(language))!;
        return text.Contains(mark, StringComparison.OrdinalIgnoreCase) ? text : $"{text} {mark}";
    }

    /// <summary>Checks that a quote says no other words than its excerpt: whole ones follow each other, shortened ones keep their
    /// order and mark what is left out by [...], translated ones are in another language.</summary>
    internal static Outcome<Nothing> Check(string text, string language, QuoteForm form, string original, string originalLanguage)
    {
        if (string.IsNullOrWhiteSpace(text)) return Outcome.Refused<EvidenceTexts>("QuoteIsEmpty", "Text");
        if (language is not ("fr" or "nl" or "en")) return Outcome.Refused<EvidenceTexts>("LanguageIsUnknown", "Language");
        if (form == QuoteForm.Translated)
            return language == originalLanguage ? Outcome.Refused<EvidenceTexts>("TranslationNeedsLanguage", "Language") : Nothing.Value;
        if (language != originalLanguage) return Outcome.Refused<EvidenceTexts>("OtherLanguageIsTranslation", "Form");
        var parts = Omission().Split(text);
        if (form == QuoteForm.Shortened && parts.Length == 1) return Outcome.Refused<EvidenceTexts>("ShorteningNeedsMark", "Text");
        if (form == QuoteForm.Whole && parts.Length > 1) return Outcome.Refused<EvidenceTexts>("WholeHasNoMark", "Form");
        return Follow(parts, original) ? Nothing.Value : Outcome.Refused<EvidenceTexts>("QuoteDiffers", "Text");
    }

    private static bool Follow(string[] parts, string original)
    {
        var said = FoldedWords.Of(original);
        var at = 0;
        foreach (var part in parts.Select(FoldedWords.Of).Where(part => part.Count > 0))
        {
            while (at + part.Count <= said.Count && !part.Select(word => word.Text).SequenceEqual(said.Skip(at).Take(part.Count).Select(word => word.Text))) at++;
            if (at + part.Count > said.Count) return false;
            at += part.Count;
        }

        return true;
    }

    // What stands in square brackets is the editor's: [...], [l'inventaire].
    [GeneratedRegex(@"\[[^\]]*\]")]
    private static partial Regex Omission();
}
