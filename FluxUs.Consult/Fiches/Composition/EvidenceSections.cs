using System.Collections.Immutable;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Charts;
using FluxUs.Consult.Foundation.Ui;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>What findings, quotes and sources fill, and how the fiche came about.</summary>
internal static class EvidenceSections
{
    /// <summary>The picture of the permanent address; it says no number, so it needs no table.</summary>
    public const string AddressCode = "address-code";

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
        from quote in material.Quotes.Where(quote => quote is { IsChosen: true, MayBePrinted: true }).DistinctBy(quote => (quote.SourceTextId, quote.Text))
        let source = material.SourceOf(quote.SourceTextId)
        where source is not null
        select new QuotationBlock([new ParagraphBlock([Quoted(quote.Text, quote.Language)])], [string.Join(" · ", Line(quote, source, words))])
        {
            Language = quote.Language == material.Language ? null : quote.Language,
            Voice = source.IsVoice ? EvidenceKind.Voice : EvidenceKind.Print,
            Basis = [source.Label.Code],
        };

    /// <summary>On which themes which kinds of source speak, empty cells named.</summary>
    public static IEnumerable<Block> Matrix(FicheMaterial material, FicheWords words)
    {
        if (material.Matrix is not { } matrix) yield break;
        // A kind that speaks on nothing is named once below, not once for each theme.
        var speaks = matrix.Kinds.Select((_, at) => matrix.Themes.Any(theme => theme.Counts[at] > 0)).ToList();
        var silent = matrix.Kinds.Where((_, at) => !speaks[at]).Select(kind => Named(kind, words)).ToList();
        yield return new EvidenceMatrix(
            [.. matrix.Kinds.Where((_, at) => speaks[at]).Select(kind => Named(kind, words))],
            [.. matrix.Themes.Select(theme => new MatrixTheme(theme.Theme, [.. theme.Counts.Where((_, at) => speaks[at])]))])
        {
            Title = words.Say("MatrixCaption"),
            Language = words.Language,
            Caption = silent.Count == 0 ? [words.Say("MatrixCaption")] : [words.Say("MatrixCaption"), ". ", words.Say("NoSourceAmong", string.Join(", ", silent)), "."],
            TableTitle = words.Say("AsTable"),
            ThemeWord = words.Say("ThemeWord"),
            EmptyWord = words.Say("NoSource"),
        }.Figure(FicheComposition.PaperWidth);
    }

    public static IEnumerable<Block> Divergence(FicheMaterial material, FicheWords words)
    {
        var contested = material.Findings.Where(finding => finding.IsOfOffering && finding.Row.Support.IsContested).ToList();
        if (contested.Count > 0)
        {
            yield return new ParagraphBlock([words.Say("Contested"), " ", .. contested.SelectMany((finding, index) => (ImmutableArray<Inline>)
                [index == 0 ? "" : "; ", new CodeReference(finding.Row.Code), " " + words.Count("ContestedBy", finding.Row.Support.PeopleAgainst + finding.Row.Support.DocumentsAgainst)]), "."], ParagraphRole.Small);
        }

        var opinions = material.Opinions;
        if (opinions.Count == 0) yield break;
        yield return new OpinionBars([words.Say("Opinion.WithoutReserve"), words.Say("Opinion.WithReserve"), words.Say("Opinion.Against")],
            [new OpinionCount(words.Say("CommitteeWord"), [opinions.WithoutReserve, opinions.WithReserve, opinions.Against])])
        {
            Title = words.Say("CommitteeWord"),
            Language = words.Language,
            Caption = opinions.SetAside == 0 ? [] : [words.Count("SetAside", opinions.SetAside)],
            TableTitle = words.Say("AsTable"),
            QuestionWord = words.Say("CommitteeWord"),
            MedianWord = words.Say("MedianWord"),
            NobodyWord = words.Say("NotStated"),
        }.Figure(FicheComposition.PaperWidth);
    }

    public static IEnumerable<Block> Method(FicheMaterial material, FicheWords words)
    {
        var method = material.Method;
        yield return new GridBlock(
        [
            new(words.Say("Method.Heard"), [words.Count("Conversations", method.Conversations) + ", " + words.Count("People", method.People) + OfWhichCited(method.CitedConversations, method.Conversations, words)]),
            new(words.Say("Method.Read"), [words.Count("Documents", method.Documents) + OfWhichCited(method.CitedDocuments, method.Documents, words)]),
            new(words.Say("Method.When"), [Period(method, words)]),
            new(words.Say("Method.Funder"), [material.Funder.Length > 0 ? material.Funder : words.Say("NotStated")]),
        ]);
        if (method.RoleClasses.Count > 0)
        {
            var told = method.RoleClasses.Select(one => $"{one.RoleClass} ({Formatting.Number(one.People, words.Culture)})");
            if (method.OtherPeople > 0) told = told.Append($"{words.Say("OtherPeople")} ({Formatting.Number(method.OtherPeople, words.Culture)})");
            yield return new ParagraphBlock([words.Say("RoleClassesHeard", string.Join(", ", told))], ParagraphRole.Small);
        }

        yield return new ParagraphBlock([words.Say("HowGraded"), " ", words.Say("InterestsSaid")], ParagraphRole.Small);
    }

    public static IEnumerable<Block> Sources(FicheMaterial material, FicheWords words, FicheProse prose, Printing printing)
    {
        var cited = CitedFindings(material).ToList();
        var entries = ImmutableArray.CreateBuilder<EvidenceEntry>();
        entries.AddRange(cited.Select(finding => MeasureSections.Entry(finding, words, prose) with { Anchor = finding.Row.Code }));
        var codes = new HashSet<string>(StringComparer.Ordinal);
        // People whose labels tell the same of them stand on one line.
        foreach (var alike in Listed(material).Where(source => codes.Add(source.Label.Code)).OrderBy(source => source.IsVoice ? 0 : 1).ThenBy(source => source.Label.Code, StringComparer.Ordinal)
            .GroupBy(source => source.IsVoice ? source.Description : source.Label.Code))
        {
            List<string> own = [.. alike.Select(source => source.Label.Code)];
            entries.Add(new EvidenceEntry(own[0], [], [alike.First().Description]) { Anchor = own[0], Aliases = [.. own.Skip(1)] });
        }

        foreach (var code in ListedDocuments(material).Concat(prose.DocumentCodes).Order(StringComparer.Ordinal))
        {
            if (codes.Add(code)) entries.Add(new EvidenceEntry(code, [], [material.Documents.GetValueOrDefault(code, "")]) { Anchor = code });
        }

        if (entries.Count > 0) yield return new EvidenceBlock(entries.ToImmutable());
        if (printing.Number is not { } number) yield break;
        if (printing.Address.Length == 0) yield break;
        ImmutableArray<Inline> cite =
        [
            words.Say("Cite", material.StudyName.In(words.Language), material.OfferingCode, material.OfferingName.In(words.Language), number,
                FicheWords.Whole(Formatting.Date(DateOnly.FromDateTime(printing.Date.UtcDateTime), words.Culture))),
            " ", new Link(printing.Address, [printing.Address]), .. material.Licence.Length > 0 ? (ImmutableArray<Inline>)[". " + words.Say("LicenceIs", FicheWords.Whole(material.Licence))] : [],
        ];
        yield return new FigureBlock(words.Say("AddressCodeSays", printing.Address), QrDrawing.Of(printing.Address)) { Anchor = AddressCode, Caption = cite };
    }

    /// <summary>What messages, recommendations and prose rest on.</summary>
    internal static IEnumerable<FindingMaterial> CitedFindings(FicheMaterial material)
    {
        var ids = material.Messages.SelectMany(message => message.FindingIds).Concat(material.Recommendations.SelectMany(row => row.FindingIds)).ToHashSet();
        return material.Findings.Where(finding => ids.Contains(finding.Row.Id)
            || material.Prose.Values.Any(text => text.Contains($"[@finding:{finding.Row.Code}]", StringComparison.Ordinal)));
    }

    /// <summary>What the sources of the fiche list: what its findings rest on, whom it quotes, what its prose names.</summary>
    internal static IReadOnlyList<SourceMaterial> Listed(FicheMaterial material)
    {
        var ids = CitedFindings(material).SelectMany(finding => finding.SourceTextIds).Concat(material.Quotes.Where(quote => quote.MayBePrinted).Select(quote => quote.SourceTextId)).ToHashSet();
        return [.. material.Sources.Where(source => ids.Contains(source.SourceTextId)
            || material.Prose.Values.Any(text => text.Contains($"[@source:{source.OriginCode}]", StringComparison.Ordinal)))];
    }

    /// <summary>Codes of the documents that they list because a figure or prose names them.</summary>
    internal static IEnumerable<string> ListedDocuments(FicheMaterial material)
    {
        var tokens = material.Prose.Values.Concat(material.Messages.Select(message => message.Text)).SelectMany(FicheTokens.Of).ToHashSet();
        return material.Quantities
            .Where(quantity => quantity.SourceCode.Length > 0 && ((quantity.IsShown && !FlowSections.IsTold(material)) || tokens.Contains(new FactToken(FactKind.Number, quantity.Key))))
            .Select(quantity => quantity.SourceCode)
            .Concat(tokens.Where(token => token.Kind == FactKind.Source && material.Documents.ContainsKey(token.Key)).Select(token => token.Key)).Distinct();
    }

    private static string Named(MatrixKind kind, FicheWords words) => kind.Of switch
    {
        MatrixKindOf.RoleClass => kind.Name,
        MatrixKindOf.OtherPeople => words.Say("OtherPeople"),
        _ => words.Say("DocumentsWord"),
    };

    private static string Quoted(string text, string language) => language == "en" ? $"“{text}”" : language == "nl" ? $"“{text}”" : $"«\u00A0{text}\u00A0»";

    private static IEnumerable<string> Line(QuoteMaterial quote, SourceMaterial source, FicheWords words)
    {
        yield return source.Label.Text.Length > 0 ? source.Label.Text : source.Description;
        yield return words.Say("QuoteApproved");
        if (quote.Language != words.Language) yield return words.Say("QuoteIn." + quote.Language);
        if (quote.Form == QuoteForm.Translated) yield return words.Say("QuoteTranslated", words.Say("LanguageOf." + quote.OriginalLanguage));
        if (quote.Form == QuoteForm.Shortened) yield return words.Say("QuoteShortened");
    }

    // Two figures for one thing never stand in a fiche without a word on what each counts.
    private static string OfWhichCited(int cited, int all, FicheWords words) => cited == all ? "" : " " + words.Say("OfWhichCited", Formatting.Number(cited, words.Culture));

    private static string Period(MethodMaterial method, FicheWords words) => (method.From, method.To) switch
    {
        (null, _) or (_, null) => words.Say("NotStated"),
        // Years only: a month would help to tell who was heard.
        ({ } from, { } to) when from.Year == to.Year => from.Year.ToString(words.Culture),
        ({ } from, { } to) => $"{from.Year.ToString(words.Culture)}-{to.Year.ToString(words.Culture)}",
    };
}
