using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Foundation.Ui.Fields;

namespace FluxUs.Consult.Recommendations;

/// <summary>A recommendation as its form holds it, from what stands or from what was posted.</summary>
public sealed record RecommendationDraft(string Language, IReadOnlyList<Guid> FindingIds, IReadOnlyList<Guid> OfferingIds)
{
    public string Statement { get; init; } = "";
    public Measure Measure { get; init; } = new();

    /// <summary>By language.</summary>
    public IReadOnlyDictionary<string, MeasureWording> Translations { get; init; } = new Dictionary<string, MeasureWording>();

    public MeasureWording Translation(string language) => Translations.TryGetValue(language, out var wording) ? wording : new MeasureWording();

    public static RecommendationDraft Of(RecommendationRow row) =>
        new(row.Language, row.FindingIds, [.. row.Offerings.Select(offering => offering.Id)]) { Statement = row.Statement, Measure = row.Measure, Translations = row.Translations };

    public static RecommendationDraft Of(PostedForm posted) => new(posted.Text("Language"), posted.Ids("Findings"), posted.Ids("Offerings"))
    {
        Statement = posted.Text("Statement"),
        Measure = new Measure
        {
            Instrument = posted.Choice<Instrument>("Instrument"),
            LeadActor = posted.Text("LeadActor").Trim(),
            AssociatedActors = posted.Text("AssociatedActors").Trim(),
            WhoPays = posted.Text("WhoPays").Trim(),
            WhoLoses = posted.Text("WhoLoses").Trim(),
            PowerLevel = posted.Choice<PowerLevel>("PowerLevel"),
            Horizon = posted.Choice<Horizon>("Horizon"),
            Cost = posted.Choice<CostOrder>("Cost") ?? CostOrder.Unknown,
            PoliticalFeasibility = posted.Number("PoliticalFeasibility"),
            LegalFeasibility = posted.Number("LegalFeasibility"),
            TechnicalFeasibility = posted.Number("TechnicalFeasibility"),
            AdministrativeFeasibility = posted.Number("AdministrativeFeasibility"),
            Strength = posted.Choice<Strength>("Strength"),
            Prerequisite = posted.Text("Prerequisite").Trim(),
            Indicator = posted.Text("Indicator").Trim(),
        },
        Translations = Languages.All.ToDictionary(language => language.Code, language => new MeasureWording
        {
            Statement = posted.Text($"Statement.{language.Code}").Trim(),
            LeadActor = posted.Text($"LeadActor.{language.Code}").Trim(),
            AssociatedActors = posted.Text($"AssociatedActors.{language.Code}").Trim(),
            WhoPays = posted.Text($"WhoPays.{language.Code}").Trim(),
            WhoLoses = posted.Text($"WhoLoses.{language.Code}").Trim(),
            Prerequisite = posted.Text($"Prerequisite.{language.Code}").Trim(),
            Indicator = posted.Text($"Indicator.{language.Code}").Trim(),
        }),
    };
}
