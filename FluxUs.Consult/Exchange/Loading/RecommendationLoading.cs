using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary><c>recommendations.yaml</c>: measures with every field.</summary>
internal static class RecommendationLoading
{
    public const string FileName = "recommendations.yaml";

    public static async Task Load(LoadingScene scene, RecommendationsFile file, CodeSequences codes)
    {
        var access = await scene.WhoMay(Permission.WriteRecommendations);
        foreach (var entry in file.Recommendations)
        {
            scene.Begin(FileName, entry.Code);
            await scene.NextIs(codes, "R-", entry.Code);
            await scene.Done(scene.Act<WriteRecommendation>(DateTime.MinValue).Handle(
                access,
                new WriteRecommendationRequest(
                    Guid.NewGuid(), null, 0, entry.Statement.Fr, "fr", entry.ToMeasure(), scene.Find("finding", entry.Findings), scene.Find("offering", entry.Offerings),
                    entry.ToTranslations()),
                scene.Cancellation));
            scene.Remember("recommendation", entry.Code, await scene.Db.Set<Recommendation>()
                .Where(found => found.StudyId == scene.StudyId && found.Code == entry.Code).Select(found => found.Id).SingleAsync(scene.Cancellation));
        }
    }
}

internal sealed class RecommendationsFile
{
    public required List<RecommendationEntry> Recommendations { get; init; }
}

internal sealed class RecommendationEntry
{
    public required string Code { get; init; }
    public required Words Statement { get; init; }
    public required List<string> Offerings { get; init; }
    public required Instrument Instrument { get; init; }
    public required Words LeadActor { get; init; }
    public required Words AssociatedActors { get; init; }
    public required Words WhoPays { get; init; }
    public required Words WhoLoses { get; init; }
    public required PowerLevel PowerLevel { get; init; }
    public required Horizon Horizon { get; init; }
    public required CostOrder Cost { get; init; }
    public required FeasibilityEntry Feasibility { get; init; }
    public required Strength Strength { get; init; }
    public required Words Prerequisite { get; init; }
    public required Words Indicator { get; init; }
    public required List<string> Findings { get; init; }

    public Measure ToMeasure() => new()
    {
        Instrument = Instrument,
        LeadActor = LeadActor.Fr,
        AssociatedActors = AssociatedActors.Fr,
        WhoPays = WhoPays.Fr,
        WhoLoses = WhoLoses.Fr,
        PowerLevel = PowerLevel,
        Horizon = Horizon,
        Cost = Cost,
        PoliticalFeasibility = Feasibility.Political,
        LegalFeasibility = Feasibility.Legal,
        TechnicalFeasibility = Feasibility.Technical,
        AdministrativeFeasibility = Feasibility.Administrative,
        Strength = Strength,
        Prerequisite = Prerequisite.Fr,
        Indicator = Indicator.Fr,
    };

    public IReadOnlyDictionary<string, MeasureWording> ToTranslations() => new[] { "nl", "en" }.ToDictionary(language => language, language => new MeasureWording
    {
        Statement = Statement.ToLocalText().Own(language),
        LeadActor = LeadActor.ToLocalText().Own(language),
        AssociatedActors = AssociatedActors.ToLocalText().Own(language),
        WhoPays = WhoPays.ToLocalText().Own(language),
        WhoLoses = WhoLoses.ToLocalText().Own(language),
        Prerequisite = Prerequisite.ToLocalText().Own(language),
        Indicator = Indicator.ToLocalText().Own(language),
    });
}

internal sealed class FeasibilityEntry
{
    public required int Political { get; init; }
    public required int Legal { get; init; }
    public required int Technical { get; init; }
    public required int Administrative { get; init; }
}
