using System.Collections.Immutable;
using System.Text.RegularExpressions;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Recommendations;

namespace FluxUs.Consult.Fiches.Checks;

/// <summary>What an edition must hold, judged on the material of a fiche and its document alone: no clock, no database.</summary>
public static partial class FicheRules
{
    public static IEnumerable<FicheCheck> Judge(ComposedFiche fiche)
    {
        var (document, material, template) = fiche;
        return [.. Messages(material, template), .. Sections(material, template), .. Measures(material, template), .. Findings(material), .. Quantities(material), .. Place(material, template),
            .. Quotes(material, template), .. Languages(material), .. Translations(material, template), .. Terms(material, template), .. Figures(document, material), .. Length(document, material, template)];
    }

    /// <summary>What only the printed pages tell.</summary>
    public static IEnumerable<FicheCheck> Judge(ComposedFiche fiche, PdfReport pages)
    {
        var limits = fiche.Template.Limits;
        var editor = Editor(fiche.Material, "");
        if (pages.Pages > limits.Pages) yield return new FicheCheck("TooManyPages", CheckWeight.Blocks, "", editor, pages.Pages, limits.Pages);
        if (!pages.MissingCharacters.IsEmpty) yield return new FicheCheck("MissingCharacters", CheckWeight.Warns, "", editor, string.Join(" ", pages.MissingCharacters));
    }

    /// <summary>The words of the body: what a reader reads through, without method and sources.</summary>
    public static int BodyWords(FicheDocument document)
    {
        var body = document.Blocks.TakeWhile(block => block is not HeadingBlock { Anchor: SectionKeys.Method or SectionKeys.Sources });
        return Words(PlainText.Of([.. body.Where(block => block is not (HeadBlock or FigureBlock)).Select(block => block is RecommendationBlock measure ? measure with { Evidence = [], EvidenceTitle = "" } : block)]));
    }

    public static int Words(string text) => Word().Count(text);

    /// <summary>The words that were typed in a section, without what its tokens print.</summary>
    public static int WordsTyped(FicheMaterial material, string section) =>
        section == SectionKeys.KeyMessages ? material.Messages.Sum(message => Words(Spoken(message.Text))) : Words(Spoken(material.ProseOf(section)));

    /// <summary>The address of the fiche's editor at a section, below the study.</summary>
    public static string Editor(FicheMaterial material, string section) =>
        $"fiches/{material.OfferingCode}/{material.Language}/edit" + (section.Length > 0 ? $"?section={section}" : "");

    /// <summary>Whether the one sentence has more words than the template lets it.</summary>
    internal static bool SentenceIsTooLong(FicheMaterial material, FicheTemplate template) => WordsTyped(material, SectionKeys.OneSentence) > MostInSentence(template);

    private static int MostInSentence(FicheTemplate template) => template.Section(SectionKeys.OneSentence)?.MaximumWords ?? 30;

    private static IEnumerable<FicheCheck> Messages(FicheMaterial material, FicheTemplate template)
    {
        if (SentenceIsTooLong(material, template))
            yield return At("SentenceTooLong", material, SectionKeys.OneSentence, WordsTyped(material, SectionKeys.OneSentence), MostInSentence(template));
        var range = template.Limits.KeyMessages;
        if (!range.Holds(material.Messages.Count)) yield return At("MessageCount", material, SectionKeys.KeyMessages, material.Messages.Count, range.Minimum, range.Maximum);
        for (var number = 1; number <= material.Messages.Count; number++)
        {
            var message = material.Messages[number - 1];
            if (message.Text.Trim().Length == 0) yield return At("MessageEmpty", material, SectionKeys.KeyMessages, number);
            if (message.FindingIds.Count == 0) yield return At("MessageUnbound", material, SectionKeys.KeyMessages, number);
        }
    }

    private static IEnumerable<FicheCheck> Sections(FicheMaterial material, FicheTemplate template)
    {
        foreach (var section in template.Printed(material.Gives).Where(section => section.HasProse))
        {
            var heading = section.Heading.ToString();
            var texts = section.Key == SectionKeys.KeyMessages ? [.. material.Messages.Select(message => message.Text)] : new List<string> { material.ProseOf(section.Key) };
            if (section is { Required: true, Kind: SectionKind.Prose } && section.Key != SectionKeys.KeyMessages && texts[0].Trim().Length == 0)
                yield return At("SectionEmpty", material, section.Key, heading);
            if (section.Key != SectionKeys.OneSentence && section.MaximumWords is { } most && WordsTyped(material, section.Key) is var words && words > most)
                yield return At("SectionLong", material, section.Key, heading, words, most) with { Weight = CheckWeight.Warns };
            foreach (var text in texts)
            {
                var reading = MarkdownReader.Read(text, token => IsKnown(material, token) ? [] : null);
                if (reading.Refusal is { } refusal) yield return At("ProseUnreadable", material, section.Key, heading, refusal.Line);
                foreach (var token in reading.Unknown) yield return At("TokenUnknown", material, section.Key, heading, token.ToString());
                if (Digits().Matches(Spoken(text)).FirstOrDefault(number => !IsYear(number.Value)) is { } typed) yield return At("DigitsTyped", material, section.Key, heading, typed.Value) with { Weight = CheckWeight.Warns };
            }
        }
    }

    private static IEnumerable<FicheCheck> Measures(FicheMaterial material, FicheTemplate template)
    {
        var range = template.Limits.Recommendations;
        if (material.Recommendations.Count == 0)
            yield return new FicheCheck("NoRecommendation", CheckWeight.Blocks, SectionKeys.Recommendations, $"recommendations/new?offering={material.OfferingCode}");
        else if (!range.Holds(material.Recommendations.Count))
            yield return new FicheCheck("RecommendationCount", CheckWeight.Warns, SectionKeys.Recommendations, $"recommendations?offering={material.OfferingCode}", material.Recommendations.Count, range.Minimum, range.Maximum);
        foreach (var row in material.Recommendations)
        {
            foreach (var lack in row.Lacks.Where(lack => lack is RecommendationLack.NoFinding or RecommendationLack.NoInstrument or RecommendationLack.NoActor or RecommendationLack.NoHorizon))
                yield return new FicheCheck($"Recommendation.{lack}", CheckWeight.Blocks, SectionKeys.Recommendations, $"recommendations/{row.Code}#write", row.Code);
        }
    }

    private static IEnumerable<FicheCheck> Findings(FicheMaterial material)
    {
        foreach (var finding in EvidenceSections.CitedFindings(material))
        {
            var (row, address) = (finding.Row, $"findings/{finding.Row.Code}");
            if (!row.IsExplained) yield return new FicheCheck("FindingNotWeighed", CheckWeight.Blocks, SectionKeys.Evidence, address, row.Code);
            else if (row.IsToWeighAgain) yield return new FicheCheck("FindingToWeighAgain", CheckWeight.Warns, SectionKeys.Evidence, address, row.Code);
            if (row.Support.HasNoExcerpt) yield return new FicheCheck("FindingUnsupported", CheckWeight.Blocks, SectionKeys.Evidence, address, row.Code);
            else if (row.Support.IsSingleVoice) yield return new FicheCheck("FindingSingleVoice", CheckWeight.Warns, SectionKeys.Evidence, address, row.Code);
        }
    }

    private static IEnumerable<FicheCheck> Quantities(FicheMaterial material)
    {
        foreach (var quantity in material.Quantities.Where(quantity => IsPrinted(material, quantity)))
        {
            var address = $"offerings/{material.OfferingCode}";
            if (quantity.Year is null) yield return new FicheCheck("QuantityWithoutYear", CheckWeight.Blocks, SectionKeys.FlowToday, address, quantity.Label.ToString());
            if (!quantity.HasSource) yield return new FicheCheck("QuantityWithoutSource", CheckWeight.Blocks, SectionKeys.FlowToday, address, quantity.Label.ToString());
        }
    }

    private static IEnumerable<FicheCheck> Quotes(FicheMaterial material, FicheTemplate template)
    {
        foreach (var quote in material.Quotes.Where(quote => !quote.MayBePrinted))
        {
            var weight = quote.State is ApprovalState.NotAsked or ApprovalState.Asked ? CheckWeight.Waits : CheckWeight.Blocks;
            // Released by its author and still barred: then it is the consent that does not hold.
            var key = quote.State is ApprovalState.Approved or ApprovalState.Edited ? "QuoteWithoutConsent" : $"Quote.{quote.State}";
            yield return new FicheCheck(key, weight, SectionKeys.Quotes, EvidenceAddresses.Quote(quote.Code), quote.Code);
        }

        var range = template.Limits.Quotes;
        var chosen = material.Quotes.Count(quote => quote.IsChosen);
        if (!range.Holds(chosen)) yield return At("QuoteCount", material, SectionKeys.Quotes, chosen, range.Maximum) with { Weight = CheckWeight.Warns };
    }

    // A share of draws that others may still change is no reason to stop; whoever publishes has to know.
    private static IEnumerable<FicheCheck> Place(FicheMaterial material, FicheTemplate template)
    {
        if (material.Place is { Share: not null, MayStillEnter: > 0 and var waiting } && template.Printed(material.Gives).Any(section => section.Key == SectionKeys.Why))
            yield return new FicheCheck("ScoresAwaited", CheckWeight.Warns, SectionKeys.Why, "priorities", waiting);
    }

    // What nobody has translated is printed in its own language, marked; that is no reason to stop, but a reason to look.
    private static IEnumerable<FicheCheck> Languages(FicheMaterial material)
    {
        foreach (var row in material.Recommendations.Where(row => !row.IsSaidIn(material.Language)))
            yield return new FicheCheck("RecommendationNotTranslated", CheckWeight.Warns, SectionKeys.Recommendations, $"recommendations/{row.Code}#in-{material.Language}", row.Code);
        foreach (var finding in EvidenceSections.CitedFindings(material).Where(finding => finding.Row.In(material.Language).Language != material.Language))
            yield return new FicheCheck("FindingNotTranslated", CheckWeight.Warns, SectionKeys.Evidence, $"findings/{finding.Row.Code}#reword", finding.Row.Code);
        foreach (var row in material.Recommendations.Where(row => row.IsStaleIn(material.Language)))
            yield return new FicheCheck("RecommendationStale", CheckWeight.Warns, SectionKeys.Recommendations, $"recommendations/{row.Code}#stale-{material.Language}", row.Code);
        foreach (var finding in EvidenceSections.CitedFindings(material).Where(finding => finding.Row.IsStaleIn(material.Language)))
            yield return new FicheCheck("FindingStale", CheckWeight.Warns, SectionKeys.Evidence, $"findings/{finding.Row.Code}#stale-{material.Language}", finding.Row.Code);
        foreach (var quote in material.Quotes.Where(quote => quote.MayBePrinted && quote.Language != material.Language))
            yield return new FicheCheck("QuoteNotTranslated", CheckWeight.Warns, SectionKeys.Quotes, EvidenceAddresses.Quote(quote.Code), quote.Code);
        foreach (var quantity in material.Quantities.Where(quantity => IsPrinted(material, quantity) && (quantity.Unit.Own(material.Language).Length == 0 || quantity.Label.Own(material.Language).Length == 0)))
            yield return new FicheCheck("QuantityNotTranslated", CheckWeight.Warns, SectionKeys.FlowToday, $"offerings/{material.OfferingCode}", quantity.Label.ToString());
    }

    // A translation that no longer follows its source is told with its place; what to make of it a person decides.
    private static IEnumerable<FicheCheck> Translations(FicheMaterial material, FicheTemplate template)
    {
        if (material.Source is not { } source) yield break;
        foreach (var section in template.Printed(material.Gives).Where(section => section.HasProse && section.Key != SectionKeys.KeyMessages))
        {
            if (source.Now(section.Key).Length > 0 && material.ProseOf(section.Key).Trim().Length > 0 && source.IsStale(section.Key))
                yield return At("TranslationStale", material, section.Key, section.Heading.ToString()) with { Weight = CheckWeight.Warns };
        }

        for (var number = 1; number <= material.Messages.Count; number++)
        {
            var message = material.Messages[number - 1];
            if (message.Text.Trim().Length > 0 && source.IsStale(message.Id)) yield return At("MessageStale", material, SectionKeys.KeyMessages, number) with { Weight = CheckWeight.Warns };
        }

        if (source.Messages.Count > material.Messages.Count) yield return At("MessagesMissing", material, SectionKeys.KeyMessages, source.Messages.Count, material.Messages.Count) with { Weight = CheckWeight.Warns };
    }

    // A word of the glossary that a translation does without may be right all the same.
    private static IEnumerable<FicheCheck> Terms(FicheMaterial material, FicheTemplate template)
    {
        if (material.Source is null) yield break;
        foreach (var use in material.TermsOfTitle.Where(use => use.IsMissing))
            yield return new FicheCheck("TermMissingInTitle", CheckWeight.Warns, "", $"offerings/{material.OfferingCode}", use.Word, string.Join(" / ", use.Wanted));
        foreach (var section in template.Printed(material.Gives).Where(section => section.HasProse))
        {
            var uses = section.Key == SectionKeys.KeyMessages ? material.Messages.SelectMany(message => material.TermsOf(message.Id)) : material.TermsOf(section.Key);
            foreach (var use in uses.Where(use => use.IsMissing).DistinctBy(use => use.Word.ToUpperInvariant()))
                yield return At("TermMissing", material, section.Key, section.Heading.ToString(), use.Word, string.Join(" / ", use.Wanted)) with { Weight = CheckWeight.Warns };
        }
    }

    private static bool IsPrinted(FicheMaterial material, QuantityMaterial quantity) =>
        (quantity.IsShown && !FlowSections.IsTold(material)) || IsPointedAt(material, $"[@number:{quantity.Key}]");

    private static IEnumerable<FicheCheck> Figures(FicheDocument document, FicheMaterial material)
    {
        foreach (var figure in document.Blocks.OfType<FigureBlock>()
            .Where(figure => figure.Alternative.Trim().Length == 0 || (figure.Twin is null && figure.Anchor is not EvidenceSections.AddressCode)))
            yield return At("FigureWithoutText", material, SectionKeys.FlowToday, PlainText.Of(figure.Caption));
    }

    private static IEnumerable<FicheCheck> Length(FicheDocument document, FicheMaterial material, FicheTemplate template)
    {
        var words = BodyWords(document);
        if (words > template.Limits.BodyWords) yield return new FicheCheck("BodyTooLong", CheckWeight.Blocks, "", Editor(material, ""), words, template.Limits.BodyWords);
    }

    private static FicheCheck At(string key, FicheMaterial material, string section, params object[] arguments) =>
        new(key, CheckWeight.Blocks, section, Editor(material, section), arguments);

    private static bool IsKnown(FicheMaterial material, FactToken token) => token.Kind switch
    {
        FactKind.Finding => material.Finding(token.Key) is not null,
        FactKind.Quote => material.Quotes.Any(quote => quote.Code == token.Key),
        FactKind.Number => material.Quantities.Any(quantity => quantity.Key == token.Key),
        _ => material.Sources.Any(source => source.OriginCode == token.Key) || material.Documents.ContainsKey(token.Key),
    };

    private static bool IsPointedAt(FicheMaterial material, string token) =>
        material.Prose.Values.Any(text => text.Contains(token, StringComparison.Ordinal)) || material.Messages.Any(message => message.Text.Contains(token, StringComparison.Ordinal));

    // "Until 2028" is a date, not a quantity that lacks its source.
    private static bool IsYear(string number) =>
        number.Length == 4 && int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100;

    // What a token prints is counted where it is printed; here only what was typed counts.
    private static string Spoken(string text) => Token().Replace(text, " ");

    [GeneratedRegex(@"[\p{L}\p{N}][\p{L}\p{N}'’\-.,/%]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\[@[a-z]+:[^\]\s]*\]")]
    private static partial Regex Token();

    [GeneratedRegex(@"\p{Nd}+([\u00A0\u202F .,]\p{Nd}+)*")]
    private static partial Regex Digits();
}
