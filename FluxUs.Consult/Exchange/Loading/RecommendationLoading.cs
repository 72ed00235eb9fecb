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
                    Guid.NewGuid(), null, 0, entry.Statement, entry.Language, entry.ToMeasure(), scene.Find("finding", entry.Findings), scene.Find("offering", entry.Offerings)),
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
    public required string Statement { get; init; }
    public required string Language { get; init; }
    public required List<string> Offerings { get; init; }
    public required Instrument Instrument { get; init; }
    public required string LeadActor { get; init; }
    public required string AssociatedActors { get; init; }
    public required string WhoPays { get; init; }
    public required string WhoLoses { get; init; }
    public required PowerLevel PowerLevel { get; init; }
    public required Horizon Horizon { get; init; }
    public required CostOrder Cost { get; init; }
    public required FeasibilityEntry Feasibility { get; init; }
    public required Strength Strength { get; init; }
    public required string Prerequisite { get; init; }
    public required string Indicator { get; init; }
    public required List<string> Findings { get; init; }

    public Measure ToMeasure() => new()
    {
        Instrument = Instrument,
        LeadActor = LeadActor,
        AssociatedActors = AssociatedActors,
        WhoPays = WhoPays,
        WhoLoses = WhoLoses,
        PowerLevel = PowerLevel,
        Horizon = Horizon,
        Cost = Cost,
        PoliticalFeasibility = Feasibility.Political,
        LegalFeasibility = Feasibility.Legal,
        TechnicalFeasibility = Feasibility.Technical,
        AdministrativeFeasibility = Feasibility.Administrative,
        Strength = Strength,
        Prerequisite = Prerequisite,
        Indicator = Indicator,
    };
}

internal sealed class FeasibilityEntry
{
    public required int Political { get; init; }
    public required int Legal { get; init; }
    public required int Technical { get; init; }
    public required int Administrative { get; init; }
}
