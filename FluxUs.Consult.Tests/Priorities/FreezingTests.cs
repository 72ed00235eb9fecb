using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Priorities;

/// <summary>The frozen decision and its record.</summary>
public class FreezingTests
{
    [Fact]
    public async Task The_record_and_the_place_say_who_could_still_come_in()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test, 4);
        await scene.Score(scene.Manager, (4, 4), (3, 3), (0, 0), (3, null));
        await scene.Release();
        await scene.Done(test.Get<PrepareDecision>().Handle(scene.Manager, new(Guid.NewGuid()), TestStudy.Cancellation));

        var before = await scene.Done(test.Get<Consult.Priorities.Ranking.ReadOfferingPlace>().Run(scene.Manager, "P01", TestStudy.Cancellation));
        await scene.Done(scene.Freeze());
        await scene.Done(test.Get<SettleScore>().Handle(scene.Manager, new(Guid.NewGuid(), scene.Offerings[3].Id, scene.C2, 0, 0, ScoreConfidence.High, "relevé"), TestStudy.Cancellation));
        var decided = await scene.Done(test.Get<Consult.Priorities.Ranking.ReadOfferingPlace>().Run(scene.Manager, "P01", TestStudy.Cancellation));

        // What was decided stays as uncertain as it was.
        Assert.Equal((1, 1), (before.MayStillEnter, decided.MayStillEnter));
        var record = await scene.Done(test.Get<ComposeRecord>().Run(scene.Researcher, 1, TestStudy.Cancellation));
        Assert.Contains("1 candidat attendait des notes et pouvait encore entrer", Consult.Foundation.Documents.Html.FicheHtml.Render(record.Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_record_names_the_criteria_that_weighed_and_how_many_were_asked_for()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        await scene.Score(scene.Manager, (4, 4), (3, 3), (2, 2), (1, 1), (0, 0));
        await scene.Release();
        await scene.Done(test.Get<PrepareDecision>().Handle(scene.Manager, new(Guid.NewGuid()), TestStudy.Cancellation));
        await scene.Done(test.Get<ChangeProposal>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, scene.Offerings[2].Id, true, "échelle du flux"), TestStudy.Cancellation));
        await scene.Done(scene.Freeze());

        var record = await scene.Done(test.Get<ComposeRecord>().Run(scene.Researcher, 1, TestStudy.Cancellation));

        Assert.Equal([("C1", "Circularité", 60m), ("C2", "Emplois", 40m)], record.Decision.Weights.Select(weight => (weight.Code, weight.Label.French, weight.Part)));
        var html = FluxUs.Consult.Foundation.Documents.Html.FicheHtml.Render(record.Document);
        Assert.Contains("C1 Circularité 60", html, StringComparison.Ordinal);
        Assert.Contains("L’étude en demandait 2.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_needs_a_reason_and_a_frozen_decision_changes_no_more()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Tied(test);
        var member = await test.As(Roles.Committee);
        await scene.Done(test.Get<CastVote>().Handle(member, new(Guid.NewGuid(), 1, [scene.Offerings[1].Id]), TestStudy.Cancellation));
        await scene.Done(test.Get<CountVotes>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, ""), TestStudy.Cancellation));

        var mute = await test.Get<ChangeProposal>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, scene.Offerings[4].Id, true, " "), TestStudy.Cancellation);
        await scene.Done(test.Get<ChangeProposal>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, scene.Offerings[4].Id, true, "échelle du flux"), TestStudy.Cancellation));
        await scene.Done(scene.Freeze());
        var late = await test.Get<ChangeProposal>().Handle(scene.Manager, new(Guid.NewGuid(), 1, scene.Offerings[4].Id, null, ""), TestStudy.Cancellation);
        var next = await scene.Done(test.Get<PrepareDecision>().Handle(scene.Manager, new(Guid.NewGuid()), TestStudy.Cancellation));

        Assert.Equal("ChangeNeedsReason", Assert.Single(mute.Refusals).Key);
        Assert.Equal(OutcomeKind.NotFound, late.Kind);
        Assert.Equal(2, next);
        var frozen = (await scene.Done(test.Get<ReadDecision>().Run(scene.Researcher, null, TestStudy.Cancellation))).Frozen.Single();
        Assert.Equal(["P01", "P02", "P05"], frozen.Retained.Select(row => row.Code));
        Assert.Equal("échelle du flux", frozen.Rows.Single(row => row.Code == "P05").Reason);
        // The two who were there at the end, and the one who voted.
        Assert.Equal((3, 1), (frozen.People.Count, frozen.People.Count(person => person.HasVoted)));
        Assert.Throws<InvalidOperationException>(() => test.All<Decision>().Result.Single(found => found.IsFrozen).TakeBackChange(Guid.Empty, DateTime.UnixEpoch));
    }

    [Fact]
    public async Task A_ranking_that_moved_is_not_frozen()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        await scene.Score(scene.Manager, (4, 4), (3, 3), (2, 2));
        await scene.Release();
        await scene.Done(test.Get<PrepareDecision>().Handle(scene.Manager, new(Guid.NewGuid()), TestStudy.Cancellation));
        await scene.Done(test.Get<SettleScore>().Handle(scene.Manager, new(Guid.NewGuid(), scene.Offerings[2].Id, scene.C1, 1, 4, ScoreConfidence.High, "relevé"), TestStudy.Cancellation));

        var outcome = await scene.Freeze();

        Assert.Equal("RankingMoved", Assert.Single(outcome.Refusals).Key);
        Assert.True((await scene.Open()).RankingMoved);
    }

    [Fact]
    public async Task The_record_is_two_pages_and_names_whom_it_must()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test, 26);
        await scene.Score(scene.Manager, [.. Enumerable.Range(0, 26).Select(at => ((decimal?)(at % 5), (decimal?)(at / 5 % 5)))]);
        await scene.Done(test.Get<SetScoring>().Handle(scene.Manager, new(Guid.NewGuid(), 1, 9, 200, 1), TestStudy.Cancellation));
        await scene.Done(test.Get<ReleaseScores>().Handle(scene.Manager, new(Guid.NewGuid(), 2, Sure: true), TestStudy.Cancellation));
        await scene.Done(test.Get<PrepareDecision>().Handle(scene.Manager, new(Guid.NewGuid()), TestStudy.Cancellation));
        foreach (var row in (await scene.Open()).Tied)
            await scene.Done(test.Get<ChangeProposal>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, row.OfferingId, false, "hors délai"), TestStudy.Cancellation));
        await scene.Done(scene.Freeze());

        var record = await scene.Done(test.Get<ComposeRecord>().Run(scene.Researcher, 1, TestStudy.Cancellation));
        using var output = new MemoryStream();
        var report = test.Get<IPdfEngine>().Render(record.Document, PageStyle.A4, output);

        Assert.Equal(2, report.Pages);
    }

    // P01 first, P02 to P04 tied behind it for what is left.
}
