using System.Globalization;
using System.Resources;
using FluxUs.Consult.Foundation.Ui;

namespace FluxUs.Consult.Overview.Ecosystem;

/// <summary>How the picture of the ecosystem reads in one language.</summary>
public sealed class EcosystemWords(CultureInfo culture)
{
    private static readonly ResourceManager Texts = new(typeof(OverviewTexts));

    /// <summary>In the reader's language.</summary>
    public static EcosystemWords OfReader => new(CultureInfo.CurrentUICulture);

    public CultureInfo Culture => culture;

    public string Language => culture.TwoLetterISOLanguageName;

    public string Say(string key, params object[] arguments) => string.Format(culture, Texts.GetString(key, culture) ?? key, arguments);

    public string Count(string key, int count) => Say(Plural.IsOne(count, culture) ? key + "One" : key, Formatting.Number(count, culture));

    /// <summary>What the picture of all flows shows, in one sentence.</summary>
    public string Picture(IReadOnlyList<EcosystemOffering> offerings, int flows) => Say("MapSays", Count("OfferingsCounted", offerings.Count), Count("FlowsCounted", flows), Retained(offerings));

    /// <summary>What the picture of one flow shows, in one sentence.</summary>
    public string Picture(IReadOnlyList<EcosystemOffering> offerings) => Say("MapOfFlowSays", Count("OfferingsCounted", offerings.Count), Retained(offerings));

    /// <summary>"620 000 t/an", "180 000 à 200 000 t/an" where sources disagree, "non mesuré".</summary>
    public string Measure(FlowMeasure? measure) =>
        measure is null ? Say("NotMeasured")
        : measure.IsSpan ? Say("MeasuredFromTo", Formatting.Number(measure.Least, 3, culture), Formatting.Number(measure.Most, 3, culture), measure.Unit.In(Language))
        : $"{Formatting.Number(measure.Most, 3, culture)}\u00A0{measure.Unit.In(Language)}";

    private string Retained(IReadOnlyList<EcosystemOffering> offerings)
    {
        var retained = offerings.Where(offering => offering.IsRetained).ToList();
        var keeping = retained.Count(offering => offering.Rung.KeepsTheThing());
        return retained.Count == 0 ? Say("NoneRetained")
            : Say(keeping switch { 0 => "RetainedOfThemNone", 1 => "RetainedOfThemOne", _ => "RetainedOfThem" }, Count("RetainedCounted", retained.Count), Formatting.Number(keeping, culture));
    }
}
