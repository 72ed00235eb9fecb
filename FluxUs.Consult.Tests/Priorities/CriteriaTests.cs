using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Priorities;

public class CriteriaTests
{
    [Fact]
    public async Task A_scale_with_two_equal_steps_is_refused_at_the_second()
    {
        await using var test = await TestStudy.Create();
        var outcome = await test.Get<AddCriterion>().Handle(await test.As(Roles.Manager), new(Guid.NewGuid(), "C1", ChoiceScene.Scale("Emploi", 0, 1, 1)), TestStudy.Cancellation);

        Assert.Contains(outcome.Refusals, refusal => refusal is { Key: "StepsAreEqual", Field: "Steps[2]" });
        Assert.Empty(await test.All<Criterion>());
    }

    [Fact]
    public async Task A_scale_of_one_step_and_a_step_without_words_are_refused()
    {
        await using var test = await TestStudy.Create();
        var manager = await test.As(Roles.Manager);
        var one = await test.Get<AddCriterion>().Handle(manager, new(Guid.NewGuid(), "C1", ChoiceScene.Scale("Emploi", 0)), TestStudy.Cancellation);
        var mute = ChoiceScene.Scale("Emploi", 0, 1) with { Steps = [new(0, new LocalText("rien")), new(1, new LocalText(""))] };
        var two = await test.Get<AddCriterion>().Handle(manager, new(Guid.NewGuid(), "C1", mute), TestStudy.Cancellation);

        Assert.Contains(one.Refusals, refusal => refusal.Key == "ScaleNeedsSteps");
        Assert.Contains(two.Refusals, refusal => refusal is { Key: "StepNeedsWords", Field: "Steps[1]" });
    }

    [Fact]
    public async Task Weights_that_sum_to_nothing_are_refused_and_a_swing_needs_its_hundred()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);

        var nothing = await Weigh(WeightMethod.Points, 0, 0);
        var swing = await Weigh(WeightMethod.Swing, 80, 20);
        var over = await Weigh(WeightMethod.Swing, 120, 20);
        var negative = await Weigh(WeightMethod.Points, -1, 20);
        var fine = await Weigh(WeightMethod.Swing, 100, 25);

        Assert.Equal("WeightsSumToNothing", Assert.Single(nothing.Refusals).Key);
        Assert.Equal("SwingNeedsHundred", Assert.Single(swing.Refusals).Key);
        Assert.Equal("SwingOverHundred", Assert.Single(over.Refusals).Key);
        Assert.Equal("WeightOutOfRange", Assert.Single(negative.Refusals).Key);
        Assert.True(fine.IsDone);
        var group = (await test.Get<ReadCriteria>().Run(scene.Manager, TestStudy.Cancellation)).Value!.Sets.Single(set => set.Holder == WeightHolder.Group);
        Assert.Equal(80, group.PartOf(scene.C1));

        Task<Outcome<Guid>> Weigh(WeightMethod method, decimal first, decimal second) => test.Get<WeighCriteria>().Handle(
            scene.Manager, new(Guid.NewGuid(), WeightHolder.Group, "Entreprises", 0, method, new Dictionary<Guid, decimal> { [scene.C1] = first, [scene.C2] = second }, "atelier"), TestStudy.Cancellation);
    }

    [Fact]
    public async Task Each_change_of_weights_is_on_record_with_its_reason_and_the_second_to_save_is_told()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        var values = new Dictionary<Guid, decimal> { [scene.C1] = 50, [scene.C2] = 50 };

        var without = await test.Get<WeighCriteria>().Handle(scene.Manager, new(Guid.NewGuid(), WeightHolder.Study, "", 1, WeightMethod.Points, values, " "), TestStudy.Cancellation);
        var first = await test.Get<WeighCriteria>().Handle(scene.Manager, new(Guid.NewGuid(), WeightHolder.Study, "", 1, WeightMethod.Points, values, "à égalité"), TestStudy.Cancellation);
        var late = await test.Get<WeighCriteria>().Handle(scene.Manager, new(Guid.NewGuid(), WeightHolder.Study, "", 1, WeightMethod.Points, values, "aussi"), TestStudy.Cancellation);

        Assert.Equal("WeightsNeedReason", Assert.Single(without.Refusals).Key);
        Assert.True(first.IsDone);
        Assert.Equal(OutcomeKind.Changed, late.Kind);
        var study = (await test.Get<ReadCriteria>().Run(scene.Manager, TestStudy.Cancellation)).Value!.OfStudy!;
        Assert.Equal(["à égalité", "séance du 4 mai"], study.Changes.Select(change => change.Reason));
        Assert.Equal("C1 60 · C2 40", study.Changes[1].Values);
    }

    [Fact]
    public async Task A_scale_that_scores_stand_on_keeps_its_steps()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        await scene.Score(scene.Researcher, (3, 2));

        var shorter = await test.Get<DescribeCriterion>().Handle(scene.Manager, new(Guid.NewGuid(), "C1", 1, ChoiceScene.Scale("Circularité", 0, 1, 2)), TestStudy.Cancellation);
        var longer = await test.Get<DescribeCriterion>().Handle(scene.Manager, new(Guid.NewGuid(), "C1", 1, ChoiceScene.Scale("Boucle", 0, 1, 2, 3, 4, 5)), TestStudy.Cancellation);
        var renamed = await test.Get<DescribeCriterion>().Handle(scene.Manager, new(Guid.NewGuid(), "C1", 1, ChoiceScene.Scale("Boucle", 0, 1, 2, 3, 4)), TestStudy.Cancellation);
        var gone = await test.Get<RemoveCriterion>().Handle(scene.Manager, new(Guid.NewGuid(), "C2", 1), TestStudy.Cancellation);

        Assert.Equal("ScalesStayWhileScoring", Assert.Single(shorter.Refusals).Key);
        // One step more would change what every score is worth.
        Assert.Equal("ScalesStayWhileScoring", Assert.Single(longer.Refusals).Key);
        Assert.True(renamed.IsDone);
        Assert.Equal("CriteriaStayWhileScoring", Assert.Single(gone.Refusals).Key);
    }

    [Fact]
    public async Task After_the_release_a_refusal_tells_which_criterion_has_scores()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        var added = await test.Get<AddCriterion>().Handle(scene.Manager, new(Guid.NewGuid(), "C9", ChoiceScene.Scale("Emploi", 0, 1, 2)), TestStudy.Cancellation);
        Assert.True(added.IsDone);
        await scene.Score(scene.Manager, (4, 4), (3, 3), (3, 3), (2, 2), (0, 0));
        await scene.Release();

        var shorter = await test.Get<DescribeCriterion>().Handle(scene.Manager, new(Guid.NewGuid(), "C1", 1, ChoiceScene.Scale("Circularité", 0, 1, 2)), TestStudy.Cancellation);
        var longer = await test.Get<DescribeCriterion>().Handle(scene.Manager, new(Guid.NewGuid(), "C1", 1, ChoiceScene.Scale("Circularité", 0, 1, 2, 3, 4, 5)), TestStudy.Cancellation);
        var gone = await test.Get<RemoveCriterion>().Handle(scene.Manager, new(Guid.NewGuid(), "C2", 1), TestStudy.Cancellation);

        Assert.Equal("ScaleIsInUse", Assert.Single(shorter.Refusals).Key);
        Assert.Equal("ScaleIsInUse", Assert.Single(longer.Refusals).Key);
        Assert.Equal("CriterionIsInUse", Assert.Single(gone.Refusals).Key);
        // What nobody has scored by may go.
        Assert.True((await test.Get<RemoveCriterion>().Handle(scene.Manager, new(Guid.NewGuid(), "C9", 1), TestStudy.Cancellation)).IsDone);
    }

    [Fact]
    public async Task While_people_score_blind_a_refusal_says_the_same_of_a_criterion_that_nobody_has_scored()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        var added = await test.Get<AddCriterion>().Handle(scene.Manager, new(Guid.NewGuid(), "C9", ChoiceScene.Scale("Emploi", 0, 1, 2)), TestStudy.Cancellation);
        Assert.True(added.IsDone);
        await scene.Score(scene.Researcher, (3, 2));

        var scored = await test.Get<DescribeCriterion>().Handle(scene.Manager, new(Guid.NewGuid(), "C1", 1, ChoiceScene.Scale("Circularité", 0, 1)), TestStudy.Cancellation);
        var untouched = await test.Get<DescribeCriterion>().Handle(scene.Manager, new(Guid.NewGuid(), "C9", 1, ChoiceScene.Scale("Emploi", 0, 1)), TestStudy.Cancellation);

        Assert.Equal(Assert.Single(scored.Refusals).Key, Assert.Single(untouched.Refusals).Key);
        Assert.Equal(
            Assert.Single((await test.Get<RemoveCriterion>().Handle(scene.Manager, new(Guid.NewGuid(), "C1", 1), TestStudy.Cancellation)).Refusals).Key,
            Assert.Single((await test.Get<RemoveCriterion>().Handle(scene.Manager, new(Guid.NewGuid(), "C9", 1), TestStudy.Cancellation)).Refusals).Key);
    }
}
