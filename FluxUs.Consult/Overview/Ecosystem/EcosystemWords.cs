using FluxUs.Consult.Foundation.Ui;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Overview.Ecosystem;

/// <summary>How the picture of the ecosystem reads, in the reader's language.</summary>
public static class EcosystemWords
{
    /// <summary>What the picture of all flows shows, in one sentence.</summary>
    public static string Said(IReadOnlyList<EcosystemOffering> offerings, int flows, IStringLocalizer texts) =>
        texts["MapSays", Count("OfferingsCounted", offerings.Count, texts), Count("FlowsCounted", flows, texts), Retained(offerings, texts)];

    /// <summary>What the picture of one flow shows, in one sentence.</summary>
    public static string Said(IReadOnlyList<EcosystemOffering> offerings, IStringLocalizer texts) =>
        texts["MapOfFlowSays", Count("OfferingsCounted", offerings.Count, texts), Retained(offerings, texts)];

    private static string Retained(IReadOnlyList<EcosystemOffering> offerings, IStringLocalizer texts)
    {
        var retained = offerings.Where(offering => offering.IsRetained).ToList();
        return retained.Count == 0 ? texts["NoneRetained"] : texts["RetainedOfThem", Count("RetainedCounted", retained.Count, texts), Formatting.Number(retained.Count(offering => offering.Rung.KeepsTheThing()))];
    }

    private static string Count(string key, int count, IStringLocalizer texts) => texts[count == 1 ? key + "One" : key, Formatting.Number(count)];

    /// <summary>"620 000 t/an", "180 000 à 200 000 t/an" where sources disagree, "non mesuré".</summary>
    public static string Said(FlowMeasure? measure, IStringLocalizer texts) =>
        measure is null ? texts["NotMeasured"]
        : measure.IsDisputed ? texts["MeasuredFromTo", Formatting.Number(measure.Least, 3), Formatting.Number(measure.Most, 3), measure.Unit]
        : $"{Formatting.Number(measure.Most, 3)}\u00A0{measure.Unit}";
}
