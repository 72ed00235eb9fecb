using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Recommendations;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary><c>findings.yaml</c>: claims with what speaks for and against them, and how far each can be trusted.</summary>
internal static class FindingLoading
{
    public const string FileName = "findings.yaml";

    public static async Task Load(LoadingScene scene, FindingsFile file, CodeSequences codes)
    {
        foreach (var entry in file.Findings)
        {
            scene.Begin(FileName, entry.Code);
            var access = await scene.As(entry.SettledBy);
            var at = LoadingScene.Moment(entry.SettledOn);
            await scene.NextIs(codes, "K-", entry.Code);
            await scene.Done(scene.Act<WriteFinding>(at).Handle(
                access,
                new WriteFindingRequest(Guid.NewGuid(), null, 0, entry.Statement.Fr, "fr", scene.Find("offering", entry.Offerings), scene.Find("excerpt", entry.For), entry.Statement.ToLocalText()),
                scene.Cancellation));
            foreach (var against in scene.Find("excerpt", entry.Against))
                await scene.Done(scene.Act<BindExcerpt>(at).Handle(access, new BindExcerptRequest(Guid.NewGuid(), entry.Code, against, IsFor: false), scene.Cancellation));

            var finding = await scene.Db.Set<Finding>().AsNoTracking().SingleAsync(found => found.StudyId == scene.StudyId && found.Code == entry.Code, scene.Cancellation);
            scene.Remember("finding", entry.Code, finding.Id);
            await scene.Done(scene.Act<AssessConfidence>(at).Handle(
                access, new AssessConfidenceRequest(Guid.NewGuid(), entry.Code, finding.Version, entry.ToAssessment()), scene.Cancellation));
        }
    }
}

internal sealed class FindingsFile
{
    public required List<FindingEntry> Findings { get; init; }
}

internal sealed class FindingEntry
{
    public required string Code { get; init; }
    public required Words Statement { get; init; }
    public required List<string> Offerings { get; init; }
    public required List<string> For { get; init; }
    public required List<string> Against { get; init; }
    public required ConfidenceEntry Confidence { get; init; }
    public required ConfidenceLevel Level { get; init; }
    public required string SettledBy { get; init; }
    public required DateOnly SettledOn { get; init; }

    public ConfidenceAssessment ToAssessment() => new()
    {
        Methods = Confidence.Methods.Concern,
        MethodsReason = Confidence.Methods.Why,
        Coherence = Confidence.Coherence.Concern,
        CoherenceReason = Confidence.Coherence.Why,
        Adequacy = Confidence.Adequacy.Concern,
        AdequacyReason = Confidence.Adequacy.Why,
        Relevance = Confidence.Relevance.Concern,
        RelevanceReason = Confidence.Relevance.Why,
        Level = Level,
    };
}

internal sealed class ConfidenceEntry
{
    public required ComponentEntry Methods { get; init; }
    public required ComponentEntry Coherence { get; init; }
    public required ComponentEntry Adequacy { get; init; }
    public required ComponentEntry Relevance { get; init; }
}

internal sealed class ComponentEntry
{
    public required Concern Concern { get; init; }
    public required string Why { get; init; }
}
