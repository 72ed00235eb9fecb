using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Recommendations;

public class RecommendationTests
{
    [Fact]
    public async Task What_a_recommendation_lacks_is_said_while_it_is_drafted()
    {
        await using var test = await TestStudy.Create();
        var editor = await test.As(Roles.Editor);
        var code = await test.Get<WriteRecommendation>().Handle(editor, new(Guid.NewGuid(), null, 0, "Créer une garantie.", "fr", new Measure { Instrument = Instrument.LoanOrGuarantee }, [], []), TestStudy.Cancellation);

        var detail = (await test.Get<ReadRecommendation>().Run(editor, code.Value!, TestStudy.Cancellation)).Value!;

        Assert.Equal("R-01", code.Value);
        Assert.Equal(
            [RecommendationLack.NoFinding, RecommendationLack.NoActor, RecommendationLack.NoHorizon, RecommendationLack.NoStrength, RecommendationLack.NoOffering],
            detail.Recommendation.Lacks);
    }

    [Fact]
    public async Task A_feasibility_beyond_its_scale_is_refused_at_its_field()
    {
        await using var test = await TestStudy.Create();
        var editor = await test.As(Roles.Editor);

        var refused = await test.Get<WriteRecommendation>().Handle(editor, new(Guid.NewGuid(), null, 0, "Créer.", "fr", new Measure { LegalFeasibility = 5 }, [], []), TestStudy.Cancellation);

        Assert.Equal(nameof(Measure.LegalFeasibility), Assert.Single(refused.Refusals).Field);
    }

    [Fact]
    public void A_measure_is_as_feasible_as_its_hardest_part()
    {
        var measure = new Measure { PoliticalFeasibility = 4, LegalFeasibility = 1, TechnicalFeasibility = 3, AdministrativeFeasibility = 2 };
        Assert.Equal(1, measure.Feasibility);
        Assert.Null((measure with { LegalFeasibility = null }).Feasibility);
    }

    [Fact]
    public async Task A_recommendation_of_another_study_does_not_exist_here()
    {
        await using var test = await TestStudy.Create();
        var other = new Study("steel", new LocalText("Acier"));
        await test.Save(other, new Recommendation(other.Id, "R-01", "Fermer.", "fr"));

        var found = await test.Get<ReadRecommendation>().Run(await test.As(Roles.Manager), "R-01", TestStudy.Cancellation);

        Assert.Equal(OutcomeKind.NotFound, found.Kind);
    }
}
