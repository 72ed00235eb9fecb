using System.Collections.Immutable;
using System.Globalization;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Charts;
using FluxUs.Consult.Recommendations;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>What the recommendations fill: page 1, and when each is to be done.</summary>
internal static class MeasureSections
{
    public static IEnumerable<Block> Recommendations(FicheMaterial material, FicheWords words, FicheProse prose) =>
        material.Recommendations.Select((row, index) => new RecommendationBlock(
            Number(index), words.Said(row.In(words.Language, wording => wording.Statement)), Facts(row, words))
        {
            Anchor = row.Code,
            Marks = [new Phrase([words.Say("ConfidenceWord") + "\u00A0", words.Mark(row.Confidence, isAlone: false)]), new Phrase([words.Say("RecommendationWord") + " ", new Strong([row.Measure.Strength is null ? words.Say("ToBeSaid") : words.Word<Strength>(row.Measure.Strength)])])],
            EvidenceTitle = words.Say("WhatItRestsOn"),
            Evidence = [.. row.FindingIds.Select(material.Finding).Where(finding => finding is not null).OrderBy(finding => finding!.Row.Code, StringComparer.Ordinal)
                .Select(finding => Entry(finding!, words, prose))],
        });

    /// <summary>When each is to be done; and what each needs first, where the editor's prose says nothing of it. Who loses stands beside the
    /// recommendation itself.</summary>
    public static IEnumerable<Block> Implementation(FicheMaterial material, FicheWords words, FicheProse prose)
    {
        var rows = material.Recommendations;
        if (rows.Any(row => row.Measure.Horizon is not null))
        {
            yield return new HorizonBar([.. Enum.GetValues<Horizon>().Select(horizon => words.Word<Horizon>(horizon))],
                [.. rows.Select((row, index) => new HorizonStep(Number(index), "", (int?)row.Measure.Horizon))])
            {
                Title = words.Say("TimelineCaption"),
                Language = words.Language,
                Caption = [words.Say("TimelineCaption")],
                TableTitle = words.Say("AsTable"),
                StepWord = words.Say("MeasuresWord"),
                HorizonWord = words.Say("HorizonWord"),
                UndatedWord = words.Say("Undated"),
            }.Figure(FicheComposition.PaperWidth);
        }

        foreach (var block in prose.Blocks(SectionKeys.Implementation)) yield return block;
        if (material.ProseOf(SectionKeys.Implementation).Trim().Length > 0) yield break;
        foreach (var block in ByNumber("NeedsCaption", rows, words, row => row.Wording.Prerequisite, wording => wording.Prerequisite)) yield return block;
    }

    /// <summary>What tells whether the measures work.</summary>
    public static IEnumerable<Block> Indicators(FicheMaterial material, FicheWords words) =>
        ByNumber("IndicatorsWord", material.Recommendations, words, row => row.Measure.Indicator, wording => wording.Indicator);

    /// <summary>One small paragraph that says something of each measure, by its number.</summary>
    private static IEnumerable<Block> ByNumber(string key, IReadOnlyList<RecommendationRow> rows, FicheWords words, Func<RecommendationRow, string> has, Func<MeasureWording, string> text)
    {
        var told = rows.Select((row, index) => (Row: row, Number: Number(index))).Where(one => has(one.Row).Length > 0).ToList();
        if (told.Count == 0) yield break;
        var inlines = ImmutableArray.CreateBuilder<Inline>();
        inlines.Add(words.Say(key));
        foreach (var (row, number) in told)
        {
            inlines.Add(new Strong([$" {number}.\u00A0"]));
            inlines.AddRange(words.Said(row.In(words.Language, text)));
            inlines.Add(number == told[^1].Number ? "." : ";");
        }

        yield return new ParagraphBlock(inlines.ToImmutable(), ParagraphRole.Small);
    }

    private static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>One finding with its confidence and the codes of what it rests on.</summary>
    public static EvidenceEntry Entry(FindingMaterial finding, FicheWords words, FicheProse prose)
    {
        var label = ImmutableArray.CreateBuilder<Inline>();
        label.Add(words.Say("FindingWord") + " · ");
        label.Add(words.Mark(finding.Row.Level, isAlone: true));
        foreach (var code in prose.CodesOf([finding.Row.Id]))
        {
            label.Add(" ");
            label.Add(new CodeReference(code));
        }

        return new EvidenceEntry(finding.Row.Code, label.ToImmutable(),
            finding.Row.Support.HasNoExcerpt ? [.. words.Said(finding.Row.In(words.Language)), " ", new Soft([words.Say("RestsOnNothing")])]
            : finding.Row.Support.IsSingleVoice ? [.. words.Said(finding.Row.In(words.Language)), " ", new Soft([words.Say("SingleVoice")])]
            : words.Said(finding.Row.In(words.Language)));
    }

    private static ImmutableArray<GridPair> Facts(RecommendationRow row, FicheWords words)
    {
        var measure = row.Measure;
        GridPair Text(string key, Func<MeasureWording, string> text) => new(words.Say(key), text(row.Wording).Length > 0 ? words.Said(row.In(words.Language, text)) : [words.Say("ToBeSaid")]);
        GridPair Pair(string key, string value) => new(words.Say(key), [value.Length > 0 ? value : words.Say("ToBeSaid")]);
        return
        [
            Pair("Fact.Instrument", words.Word<Instrument>(measure.Instrument)), Text("Fact.Actor", wording => wording.LeadActor),
            Pair("Fact.Horizon", words.Word<Horizon>(measure.Horizon)), Pair("Fact.Cost", words.Word<CostOrder>(measure.Cost)),
            Text("Fact.Pays", wording => wording.WhoPays), Text("Fact.Loses", wording => wording.WhoLoses),
            Pair("Fact.Feasibility", measure.Feasibility is { } feasibility ? words.Say("OutOfFour", feasibility) : ""), Pair("Fact.Power", words.Word<PowerLevel>(measure.PowerLevel)),
        ];
    }
}
