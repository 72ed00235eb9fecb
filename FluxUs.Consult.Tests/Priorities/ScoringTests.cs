using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Priorities.Ranking;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Priorities;

public class ScoringTests
{
    [Fact]
    public async Task A_missing_score_is_missing_and_its_offering_is_not_ranked_but_shown_with_its_range()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        await scene.Score(scene.Manager, (4, 4), (3, null), (1, 1));
        await scene.Release();

        var ranking = await scene.Done(test.Get<RankOfferings>().Run(scene.Researcher, TestStudy.Cancellation));

        Assert.Equal(["P01", "P03"], ranking.Offerings.Select(offering => offering.Code));
        var waiting = ranking.Incomplete.Single(offering => offering.Code == "P02");
        Assert.Equal((1, 45m, 85m), (waiting.Missing, waiting.Low, waiting.High));
    }

    [Fact]
    public async Task The_release_settles_what_all_agree_on_and_leaves_the_widest_spread_first()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        await scene.Score(scene.Manager, (4, 1), (3, 2), (2, 2));
        await scene.Score(scene.Researcher, (4, 4), (3, 3), (2, 2));

        Assert.Equal(4, await scene.Release());

        var sheet = await scene.Done(test.Get<OpenScores>().Run(scene.Researcher, TestStudy.Cancellation));
        Assert.Equal(["P01", "P02"], sheet.Unsettled.Select(one => one.Row.Code));
        var settle = new SettleScoreRequest(Guid.NewGuid(), scene.Offerings[0].Id, scene.C2, 0, 2, ScoreConfidence.Low, "on retient le milieu");
        Assert.True((await test.Get<SettleScore>().Handle(scene.Manager, settle, TestStudy.Cancellation)).IsDone);
        Assert.Equal(OutcomeKind.Changed, (await test.Get<SettleScore>().Handle(scene.Manager, settle with { Operation = Guid.NewGuid() }, TestStudy.Cancellation)).Kind);
        var ranking = await scene.Done(test.Get<RankOfferings>().Run(scene.Manager, TestStudy.Cancellation));
        Assert.Equal(80m, ranking.Offerings.Single(offering => offering.Code == "P01").Score);
    }

    [Fact]
    public async Task Long_reasons_of_those_who_agree_never_refuse_the_release_and_a_typed_one_is_refused_by_its_field()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        foreach (var (who, letter) in new[] { (scene.Manager, 'a'), (scene.Researcher, 'b') })
            await scene.Done(test.Get<GiveScore>().Handle(who, new(Guid.NewGuid(), scene.Offerings[0].Id, scene.C1, 0, 3, ScoreConfidence.High, new string(letter, 3000), [], []), TestStudy.Cancellation));

        await scene.Release();
        var settled = Assert.Single(await test.All<SettledScore>());
        var typed = await test.Get<SettleScore>().Handle(scene.Manager, new(Guid.NewGuid(), scene.Offerings[0].Id, scene.C1, 1, 3, ScoreConfidence.High, new string('c', 4001)), TestStudy.Cancellation);

        Assert.Equal(6001, settled.Rationale.Length);
        Assert.Equal(("TextTooLong", "Rationale"), (Assert.Single(typed.Refusals).Key, typed.Refusals[0].Field));
    }

    [Fact]
    public async Task Scores_are_not_released_by_one_who_does_not_say_that_everyone_has_finished()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        await scene.Score(scene.Manager, (4, 4));

        var hasty = await test.Get<ReleaseScores>().Handle(scene.Manager, new(Guid.NewGuid(), 1), TestStudy.Cancellation);

        Assert.Equal(("ReleaseNeedsWord", "Sure"), (Assert.Single(hasty.Refusals).Key, hasty.Refusals[0].Field));
        Assert.False(Assert.Single(await test.All<Scoring>()).IsReleased);
    }

    [Fact]
    public async Task Nothing_is_settled_before_the_release_and_no_own_score_changes_after_it()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        await scene.Score(scene.Researcher, (4, 1));

        var early = await test.Get<SettleScore>().Handle(scene.Manager, new(Guid.NewGuid(), scene.Offerings[0].Id, scene.C1, 0, 4, ScoreConfidence.High, "sûr"), TestStudy.Cancellation);
        await scene.Release();
        var late = await test.Get<GiveScore>().Handle(scene.Researcher, new(Guid.NewGuid(), scene.Offerings[0].Id, scene.C1, 1, 2, ScoreConfidence.High, "", [], []), TestStudy.Cancellation);

        Assert.Equal("ReleaseFirst", Assert.Single(early.Refusals).Key);
        Assert.Equal("ScoresAreReleased", Assert.Single(late.Refusals).Key);
    }

    [Fact]
    public async Task A_cell_is_saved_with_its_version_and_only_on_a_step_of_the_scale()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        var cell = new GiveScoreRequest(Guid.NewGuid(), scene.Offerings[0].Id, scene.C1, 0, 3, ScoreConfidence.Low, "une seule voix", [], []);

        Assert.Equal(1, await scene.Done(test.Get<GiveScore>().Handle(scene.Researcher, cell, TestStudy.Cancellation)));
        var late = await test.Get<GiveScore>().Handle(scene.Researcher, cell with { Operation = Guid.NewGuid(), Value = 2 }, TestStudy.Cancellation);
        var between = await test.Get<GiveScore>().Handle(scene.Researcher, cell with { Operation = Guid.NewGuid(), Version = 1, Value = 2.5m }, TestStudy.Cancellation);
        var back = await test.Get<GiveScore>().Handle(scene.Researcher, cell with { Operation = Guid.NewGuid(), Version = 1, Value = null }, TestStudy.Cancellation);

        Assert.Equal(OutcomeKind.Changed, late.Kind);
        Assert.Equal("NoStepOfScale", Assert.Single(between.Refusals).Key);
        Assert.True(back.IsDone);
        Assert.Empty(await test.All<Score>());
    }

    [Fact]
    public async Task What_if_says_who_comes_in_and_saves_nothing()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        await scene.Score(scene.Manager, (4, 4), (4, 0), (1, 4), (0, 0), (0, 0));
        await scene.Release();

        var view = await scene.Done(test.Get<ExploreRanking>().Run(scene.Manager, new Dictionary<string, decimal> { ["C1"] = 20, ["C2"] = 80 }, TestStudy.Cancellation));
        var after = await scene.Done(test.Get<ExploreRanking>().Run(scene.Manager, new Dictionary<string, decimal>(), TestStudy.Cancellation));

        Assert.Equal(["P03"], view.Enters);
        Assert.Equal(["P02"], view.Leaves);
        Assert.Equal([20m, 80m], view.Tried);
        Assert.Null(after.Tried);
        Assert.Contains("P02", after.Ranking.Offerings.Where(offering => offering.IsInSet).Select(offering => offering.Code));
    }
}
