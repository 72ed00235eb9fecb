using System.Collections.Immutable;
using System.Globalization;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Recommendations;

namespace FluxUs.Consult.Fiches.Composition;

/// <summary>What the recommendations fill: page 1, and when each is to be done.</summary>
internal static class MeasureSections
{
    public static IEnumerable<Block> Recommendations(FicheMaterial material, FicheWords words, FicheProse prose) =>
        material.Recommendations.Select((row, index) => new RecommendationBlock(
            (index + 1).ToString(CultureInfo.InvariantCulture), words.Said(row.In(words.Language, wording => wording.Statement)), Facts(row, words))
        {
            Anchor = row.Code,
            Marks = [new Phrase([words.Say("ConfidenceWord") + " ", words.Mark(row.Confidence)]), new Phrase([words.Say("RecommendationWord") + " ", new Strong([row.Measure.Strength is null ? words.Say("ToBeSaid") : words.Word<Strength>(row.Measure.Strength)])])],
            EvidenceTitle = words.Say("WhatItRestsOn"),
            Evidence = [.. row.FindingIds.Select(material.Finding).Where(finding => finding is not null).OrderBy(finding => finding!.Row.Code, StringComparer.Ordinal)
                .Select(finding => Entry(finding!, words, prose))],
        });

    public static IEnumerable<Block> Timeline(FicheMaterial material, FicheWords words)
    {
        if (material.Recommendations.All(row => row.Measure.Horizon is null)) yield break;
        var horizons = Enum.GetValues<Horizon>();
        string In(Horizon horizon) => string.Join(", ", material.Recommendations.Select((row, index) => (row, Number: (index + 1).ToString(CultureInfo.InvariantCulture)))
            .Where(one => one.row.Measure.Horizon == horizon).Select(one => one.Number));
        yield return new TableBlock(
            [new(words.Say("HorizonWord")), .. horizons.Select(horizon => new TableColumn(words.Word<Horizon>(horizon), ColumnAlignment.Centre))],
            [new([words.Say("MeasuresWord"), .. horizons.Select(horizon => (Phrase)(In(horizon) is { Length: > 0 } numbers ? numbers : "·"))])])
        {
            Caption = [words.Say("TimelineCaption")],
            RowHeads = true,
        };
    }

    /// <summary>One finding with its confidence and the codes of what it rests on.</summary>
    public static EvidenceEntry Entry(FindingMaterial finding, FicheWords words, FicheProse prose)
    {
        var label = ImmutableArray.CreateBuilder<Inline>();
        label.Add(words.Say("FindingWord") + " · ");
        label.Add(words.Mark(finding.Row.Level));
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
