using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Recommendations;

/// <summary>A study in which people spoke and documents were read, for tests of what is built on it.</summary>
internal sealed class FindingsStudy(TestStudy test, StudyAccess researcher, Offering offering, RoleClass operators, RoleClass architects)
{
    private int _experts;
    private int _texts;

    public StudyAccess Researcher => researcher;
    public Offering Offering => offering;
    public RoleClass Operators => operators;
    public RoleClass Architects => architects;

    public static async Task<FindingsStudy> In(TestStudy test)
    {
        var offering = new Offering(test.Study.Id, "P01", new LocalText("Réemploi d’éléments démontés", "Hergebruik van elementen", "Reuse of elements"), "R3");
        var flow = new Flow(test.Study.Id, "construction", new LocalText("Construction", "Bouw", "Construction"), 1);
        offering.PlaceIn([flow.Id]);
        offering.AddStage(new LocalText("Dépose", "Demontage", "Dismantling"));
        offering.AddStage(new LocalText("Pose, garantie", "Plaatsing, waarborg", "Fitting, warranty"));
        var operators = new RoleClass(test.Study.Id, "operator", new LocalText("opérateur de réemploi", "hergebruikoperator", "reuse operator"));
        var architects = new RoleClass(test.Study.Id, "architect", new LocalText("architecte", "architect", "architect"));
        await test.Save(flow, offering, operators, architects);
        return new FindingsStudy(test, await test.As(Roles.Researcher), offering, operators, architects);
    }

    public async Task<Expert> AnExpert(RoleClass? roleClass = null, Attribution? attribution = Attribution.RoleOnly, string? name = null)
    {
        var seal = test.Get<IdentitySeal>();
        var number = ++_experts;
        var expert = new Expert(test.Study.Id, $"X{number:00}", (roleClass ?? operators).Id);
        expert.Describe((roleClass ?? operators).Id, ["fr"], new LocalText("filière construction", "bouwsector", "construction"));
        seal.Seal(expert, new ExpertIdentity(name ?? $"Prudence Oosterlinck{number}", "Rotor", new("responsable d’exploitation"), "", ""));
        if (attribution is { } level)
            expert.Agree(new Consent(expert.Id, "2026-1", new DateOnly(2026, 1, 5), null, level, true, true, ConsentReuse.ThisStudy));
        await test.Save(expert);
        return expert;
    }

    /// <summary>An excerpt that is all of what the people said together.</summary>
    public async Task<Excerpt> Said(string words, params Expert[] experts)
    {
        var text = new SourceText(test.Study.Id, SourceKind.Transcript, Guid.CreateVersion7(), $"E-{++_texts:00}", "fr");
        return await Code(text, words, experts, [offering.Id]);
    }

    /// <summary>The same, of something else than the offering.</summary>
    public async Task<Excerpt> SaidElsewhere(string words, params Expert[] experts)
    {
        var text = new SourceText(test.Study.Id, SourceKind.Transcript, Guid.CreateVersion7(), $"E-{++_texts:00}", "fr");
        return await Code(text, words, experts, []);
    }

    public async Task<Excerpt> Read(string words)
    {
        var text = new SourceText(test.Study.Id, SourceKind.ReadingNote, Guid.CreateVersion7(), $"D-{++_texts:00}", "fr");
        return await Code(text, words, [], [offering.Id]);
    }

    public async Task<Finding> AFinding(string statement, params Excerpt[] excerpts)
    {
        var outcome = await test.Get<WriteFinding>().Handle(researcher,
            new WriteFindingRequest(Guid.NewGuid(), null, 0, statement, "fr", [offering.Id], [.. excerpts.Select(excerpt => excerpt.Id)]), TestStudy.Cancellation);
        Assert.True(outcome.IsDone);
        return (await test.All<Finding>()).Single(finding => finding.Code == outcome.Value);
    }

    public async Task Assess(Finding finding, ConfidenceLevel level = ConfidenceLevel.Moderate)
    {
        var outcome = await test.Get<AssessConfidence>().Handle(researcher, new AssessConfidenceRequest(Guid.NewGuid(), finding.Code, finding.Version, Weighed with { Level = level }), TestStudy.Cancellation);
        Assert.True(outcome.IsDone);
    }

    public static ConfidenceAssessment Weighed => new()
    {
        Methods = Concern.Minor,
        MethodsReason = "deux entretiens sans enregistrement",
        Coherence = Concern.None,
        CoherenceReason = "tous concordent",
        Adequacy = Concern.Moderate,
        AdequacyReason = "deux voix",
        Relevance = Concern.None,
        RelevanceReason = "toutes parlent de la Région",
    };

    private async Task<Excerpt> Code(SourceText text, string words, Expert[] experts, Guid[] offerings)
    {
        text.AddVersion(words, [new SegmentDraft(0, words.Length, null, experts.Length == 1 ? experts[0].Id : null, TimeSpan.FromSeconds(12), null, null, null)], researcher.Actor.Id, test.Time.GetUtcNow().UtcDateTime, "import");
        text.Follow(experts.Select(expert => expert.Id), offerings, new DateOnly(2026, 5, 4));
        var excerpt = new Excerpt(test.Study.Id, text.Id, 1, 1, ExcerptSpan.Of(words, 0, words.Length), researcher.Actor.Id, test.Time.GetUtcNow().UtcDateTime);
        excerpt.Concern(offerings);
        await test.Save(text, excerpt);
        return excerpt;
    }
}
