using System.Collections.Immutable;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Ui;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>What findings, quotes and sources fill, and how the fiche came about.</summary>
internal static class EvidenceSections
{
    /// <summary>More would not be read.</summary>
    private const int MostFindings = 6;

    /// <summary>The findings of the offering, where the editor's prose tells none of them.</summary>
    public static IEnumerable<Block> Findings(FicheMaterial material, FicheWords words, FicheProse prose)
    {
        if (material.ProseOf(SectionKeys.Evidence).Contains("[@finding:", StringComparison.Ordinal)) yield break;
        var told = material.Findings.Where(finding => finding.IsOfOffering).Take(MostFindings).ToList();
        if (told.Count > 0) yield return new EvidenceBlock([.. told.Select(finding => MeasureSections.Entry(finding, words, prose))]);
    }

    /// <summary>The chosen quotes that may be printed; the others do not appear, and the checks say so to the editor.</summary>
    public static IEnumerable<Block> Quotes(FicheMaterial material, FicheWords words) =>
        from quote in material.Quotes
        where quote is { IsChosen: true, MayBePrinted: true }
        let source = material.Source(quote.SourceTextId)
        where source is not null
        select new QuotationBlock([new ParagraphBlock([Quoted(quote.Text, quote.Language)])], [string.Join(" · ", Line(quote, source, words))])
        {
            Language = quote.Language == material.Language ? null : quote.Language,
            Voice = source.IsVoice ? EvidenceKind.Voice : EvidenceKind.Print,
            Basis = [source.Label.Code],
        };

    public static IEnumerable<Block> Divergence(FicheMaterial material, FicheWords words)
    {
        var contested = material.Findings.Where(finding => finding.IsOfOffering && finding.Row.Support.IsContested).ToList();
        if (contested.Count > 0)
        {
            yield return new ParagraphBlock([words.Say("Contested"), " ", .. contested.SelectMany((finding, index) => (ImmutableArray<Inline>)
                [index == 0 ? "" : " ; ", new CodeReference(finding.Row.Code), " " + words.Say("ContestedBy", finding.Row.Support.PeopleAgainst + finding.Row.Support.DocumentsAgainst)]), "."], ParagraphRole.Small);
        }

        if (material.Method is { Approvals: var yes, Objections: var no } && yes + no > 0)
            yield return new ParagraphBlock([words.Say("CommitteeSays", yes, no)], ParagraphRole.Small);
    }

    public static IEnumerable<Block> Method(FicheMaterial material, FicheWords words)
    {
        var method = material.Method;
        yield return new GridBlock(
        [
            new(words.Say("Method.Heard"), [words.Count("Conversations", method.Conversations) + ", " + words.Count("People", method.People)]),
            new(words.Say("Method.Read"), [words.Count("Documents", method.Documents)]),
            new(words.Say("Method.When"), [Period(method, words)]),
            new(words.Say("Method.Funder"), [material.Funder.Length > 0 ? material.Funder : words.Say("NotStated")]),
        ]);
        if (method.RoleClasses.Count > 0) yield return new ParagraphBlock([words.Say("RoleClassesHeard", string.Join(", ", method.RoleClasses))], ParagraphRole.Small);
        yield return new ParagraphBlock([words.Say("HowGraded")], ParagraphRole.Small);
    }

    public static IEnumerable<Block> Sources(FicheMaterial material, FicheWords words, FicheProse prose, Printing printing)
    {
        var cited = CitedFindings(material).ToList();
        var entries = ImmutableArray.CreateBuilder<EvidenceEntry>();
        entries.AddRange(cited.Select(finding => MeasureSections.Entry(finding, words, prose) with { Anchor = finding.Row.Code }));
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var source in Used(material, cited).OrderBy(source => source.IsVoice ? 0 : 1).ThenBy(source => source.Label.Code, StringComparer.Ordinal))
        {
            if (codes.Add(source.Label.Code)) entries.Add(new EvidenceEntry(source.Label.Code, [], [source.Description]) { Anchor = source.Label.Code });
        }

        var figures = FlowSections.IsTold(material) ? [] : material.Quantities.Where(quantity => quantity is { IsShown: true, SourceCode.Length: > 0 }).Select(quantity => quantity.SourceCode);
        foreach (var code in figures.Concat(prose.DocumentCodes).Order(StringComparer.Ordinal))
        {
            if (codes.Add(code)) entries.Add(new EvidenceEntry(code, [], [material.Documents.GetValueOrDefault(code, "")]) { Anchor = code });
        }

        if (entries.Count > 0) yield return new EvidenceBlock(entries.ToImmutable());
        if (printing.Number is not { } number) yield break;
        yield return new ParagraphBlock(
        [
            words.Say("Cite", material.StudyName.In(words.Language), material.OfferingCode, material.OfferingName.In(words.Language), number,
                Formatting.Date(DateOnly.FromDateTime(printing.Date.UtcDateTime), words.Culture)),
            " ", new Link(printing.Address, [printing.Address]),
        ], ParagraphRole.Small);
    }

    /// <summary>What messages, recommendations and prose rest on.</summary>
    internal static IEnumerable<FindingMaterial> CitedFindings(FicheMaterial material)
    {
        var ids = material.Messages.SelectMany(message => message.FindingIds).Concat(material.Recommendations.SelectMany(row => row.FindingIds)).ToHashSet();
        return material.Findings.Where(finding => ids.Contains(finding.Row.Id)
            || material.Prose.Values.Any(text => text.Contains($"[@finding:{finding.Row.Code}]", StringComparison.Ordinal)));
    }

    private static IEnumerable<SourceMaterial> Used(FicheMaterial material, List<FindingMaterial> cited)
    {
        var ids = cited.SelectMany(finding => finding.SourceTextIds).Concat(material.Quotes.Where(quote => quote.MayBePrinted).Select(quote => quote.SourceTextId)).ToHashSet();
        return material.Sources.Where(source => ids.Contains(source.SourceTextId)
            || material.Prose.Values.Any(text => text.Contains($"[@source:{source.OriginCode}]", StringComparison.Ordinal)));
    }

    private static string Quoted(string text, string language) => language == "en" ? $"“{text}”" : language == "nl" ? $"“{text}”" : $"«\u00A0{text}\u00A0»";

    private static IEnumerable<string> Line(QuoteMaterial quote, SourceMaterial source, FicheWords words)
    {
        yield return source.Label.Text.Length > 0 ? source.Label.Text : source.Description;
        yield return words.Say("QuoteApproved");
        if (quote.Form == QuoteForm.Translated) yield return words.Say("QuoteTranslated", words.Say("LanguageOf." + quote.OriginalLanguage));
        if (quote.Form == QuoteForm.Shortened) yield return words.Say("QuoteShortened");
    }

    private static string Period(MethodMaterial method, FicheWords words) => (method.From, method.To) switch
    {
        (null, _) or (_, null) => words.Say("NotStated"),
        // Years only: a month would help to tell who was heard.
        ({ } from, { } to) when from.Year == to.Year => from.Year.ToString(words.Culture),
        ({ } from, { } to) => $"{from.Year.ToString(words.Culture)}-{to.Year.ToString(words.Culture)}",
    };
}
