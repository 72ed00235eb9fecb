using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Priorities;

/// <summary>The vote on a tie at the cut: who votes, what is counted, what takes votes back.</summary>
public class VotingTests
{
    [Fact]
    public async Task A_tie_at_the_cut_waits_for_the_vote_and_the_vote_parts_it()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Tied(test);
        var member = await test.As(Roles.Committee);
        var open = await scene.Open();
        Assert.Equal((2, 1, true), (open.Tied.Count, open.Seats, open.TieIsOpen));

        var early = await scene.Freeze();
        var many = await test.Get<CastVote>().Handle(member, new(Guid.NewGuid(), 1, [scene.Offerings[1].Id, scene.Offerings[2].Id]), TestStudy.Cancellation);
        var stranger = await test.Get<CastVote>().Handle(member, new(Guid.NewGuid(), 1, [scene.Offerings[0].Id]), TestStudy.Cancellation);
        await scene.Done(test.Get<CastVote>().Handle(member, new(Guid.NewGuid(), 1, [scene.Offerings[1].Id]), TestStudy.Cancellation));
        await scene.Done(test.Get<CastVote>().Handle(member, new(Guid.NewGuid(), 1, [scene.Offerings[2].Id]), TestStudy.Cancellation));
        await scene.Done(test.Get<CountVotes>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, "débouché prêt"), TestStudy.Cancellation));

        Assert.Equal("TieIsOpen", Assert.Single(early.Refusals).Key);
        Assert.Equal("VoteForOne", Assert.Single(many.Refusals).Key);
        Assert.Equal(OutcomeKind.NotFound, stranger.Kind);
        var rows = (await scene.Open()).Rows.ToDictionary(row => row.Code);
        Assert.True(rows["P03"].IsRetained);
        Assert.Contains("débouché prêt", rows["P03"].Reason, StringComparison.Ordinal);
        Assert.False(rows["P02"].IsRetained);
        Assert.Equal((1, 0, 2), (rows["P03"].CountedVotes, rows["P02"].CountedVotes, rows["P02"].Ballot));
        await scene.Done(scene.Freeze());
        var record = Consult.Foundation.Documents.Html.FicheHtml.Render((await scene.Done(test.Get<ComposeRecord>().Run(scene.Researcher, 1, TestStudy.Cancellation))).Document);
        Assert.Contains("1 voix, 2 ex æquo", record, StringComparison.Ordinal);
        Assert.Contains("0 voix, 2 ex æquo", record, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Votes_that_part_nobody_leave_the_tie_to_a_reason()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Tied(test);
        await scene.Done(test.Get<CastVote>().Handle(await test.As(Roles.Committee), new(Guid.NewGuid(), 1, [scene.Offerings[1].Id]), TestStudy.Cancellation));
        await scene.Done(test.Get<CastVote>().Handle(await test.As(Roles.Committee), new(Guid.NewGuid(), 1, [scene.Offerings[2].Id]), TestStudy.Cancellation));

        var count = await test.Get<CountVotes>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, ""), TestStudy.Cancellation);

        Assert.Equal("VoteIsTied", Assert.Single(count.Refusals).Key);
        foreach (var (at, isRetained) in new[] { (1, true), (2, false) })
            await scene.Done(test.Get<ChangeProposal>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, scene.Offerings[at].Id, isRetained, "tirage du comité"), TestStudy.Cancellation));
        Assert.True((await scene.Freeze()).IsDone);
    }

    [Fact]
    public async Task A_declared_interest_keeps_a_member_out_and_takes_the_vote_back()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Tied(test);
        var (member, other) = (await test.As(Roles.Committee), await test.As(Roles.Committee));
        await scene.Done(test.Get<CastVote>().Handle(member, new(Guid.NewGuid(), 1, [scene.Offerings[1].Id]), TestStudy.Cancellation));

        await scene.Done(test.Get<DeclareInterest>().Handle(member, new(Guid.NewGuid(), member.Actor.Id, scene.Offerings[2].Id, "administratrice"), TestStudy.Cancellation));
        var forAnother = await test.Get<DeclareInterest>().Handle(member, new(Guid.NewGuid(), other.Actor.Id, scene.Offerings[2].Id, "rumeur"), TestStudy.Cancellation);
        var again = await test.Get<CastVote>().Handle(member, new(Guid.NewGuid(), 1, [scene.Offerings[1].Id]), TestStudy.Cancellation);

        Assert.Equal("InterestKeepsOut", Assert.Single(again.Refusals).Key);
        Assert.Equal(OutcomeKind.NotFound, forAnother.Kind);
        Assert.Empty(await test.All<DecisionVote>());
        Assert.True((await scene.Open(member)).KeptOut);
        await scene.Done(test.Get<DeclareInterest>().Handle(scene.Manager, new(Guid.NewGuid(), scene.Manager.Actor.Id, scene.Offerings[3].Id, "a conseillé l’entreprise"), TestStudy.Cancellation));
        var change = await test.Get<ChangeProposal>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, scene.Offerings[3].Id, true, "urgent"), TestStudy.Cancellation);
        Assert.Equal("InterestKeepsOut", Assert.Single(change.Refusals).Key);
    }

    [Fact]
    public async Task An_interest_declared_after_the_count_opens_it_again_without_that_vote()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Tied(test);
        var member = await test.As(Roles.Committee);
        await scene.Done(test.Get<CastVote>().Handle(member, new(Guid.NewGuid(), 1, [scene.Offerings[1].Id]), TestStudy.Cancellation));
        await scene.Done(test.Get<CountVotes>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, ""), TestStudy.Cancellation));
        Assert.False((await scene.Open()).TieIsOpen);

        await scene.Done(test.Get<DeclareInterest>().Handle(member, new(Guid.NewGuid(), member.Actor.Id, scene.Offerings[1].Id, "actionnaire"), TestStudy.Cancellation));

        Assert.True((await scene.Open()).TieIsOpen);
        Assert.Empty(await test.All<DecisionVote>());
        Assert.Equal("TieIsOpen", Assert.Single((await scene.Freeze()).Refusals).Key);
    }

    [Fact]
    public async Task A_change_among_the_tied_that_is_taken_back_has_the_committee_vote_again()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Tied(test);
        var member = await test.As(Roles.Committee);
        async Task Vote() => await scene.Done(test.Get<CastVote>().Handle(member, new(Guid.NewGuid(), 1, [scene.Offerings[1].Id]), TestStudy.Cancellation));
        async Task Count() => await scene.Done(test.Get<CountVotes>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, ""), TestStudy.Cancellation));
        async Task Change(bool? isRetained, string reason) => await scene.Done(test.Get<ChangeProposal>().Handle(
            scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, scene.Offerings[1].Id, isRetained, reason), TestStudy.Cancellation));
        await Vote();
        await Count();
        await Change(false, "permis refusé");

        await Change(null, "");
        Assert.True((await scene.Open()).TieIsOpen);
        Assert.Empty(await test.All<DecisionVote>());
        await Vote();
        await Count();

        Assert.True((await scene.Open()).Rows.Single(row => row.Code == "P02").IsRetained);
    }

    [Fact]
    public async Task Who_is_retained_with_a_reason_leaves_the_ballot_and_takes_its_place()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Tied(test);
        var member = await test.As(Roles.Committee);

        await scene.Done(test.Get<ChangeProposal>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, scene.Offerings[1].Id, true, "débouché prêt"), TestStudy.Cancellation));
        var vote = await test.Get<CastVote>().Handle(member, new(Guid.NewGuid(), 1, [scene.Offerings[2].Id]), TestStudy.Cancellation);

        var open = await scene.Open();
        Assert.Equal(("P03", 0, false), (Assert.Single(open.OnBallot).Code, open.Seats, open.TieIsOpen));
        Assert.Equal("VoteIsClosed", Assert.Single(vote.Refusals).Key);
        Assert.Empty((await scene.Done(test.Get<ReadDecisionNotice>().Run(member, TestStudy.Cancellation))).TiedCodes);
        await scene.Done(scene.Freeze());
        Assert.Equal(["P01", "P02"], (await scene.Done(test.Get<ReadDecision>().Run(member, 1, TestStudy.Cancellation))).Frozen[0].Retained.Select(row => row.Code));
    }

    [Fact]
    public async Task Who_is_dropped_with_a_reason_leaves_the_vote_among_the_others()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Create(test);
        await scene.Score(scene.Manager, (4, 4), (3, 3), (3, 3), (3, 3), (0, 0));
        await scene.Release();
        await scene.Done(test.Get<PrepareDecision>().Handle(scene.Manager, new(Guid.NewGuid()), TestStudy.Cancellation));

        await scene.Done(test.Get<ChangeProposal>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, scene.Offerings[1].Id, false, "permis refusé"), TestStudy.Cancellation));
        var gone = await test.Get<CastVote>().Handle(await test.As(Roles.Committee), new(Guid.NewGuid(), 1, [scene.Offerings[1].Id]), TestStudy.Cancellation);

        var open = await scene.Open();
        Assert.Equal((3, 1, true), (open.Tied.Count, open.Seats, open.TieIsOpen));
        Assert.Equal(["P03", "P04"], open.OnBallot.Select(row => row.Code).Order());
        Assert.Equal(OutcomeKind.NotFound, gone.Kind);
    }

    [Fact]
    public async Task Those_for_whom_reasons_leave_a_place_each_are_in_without_a_vote()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Tied(test);
        async Task Change(bool? isRetained, string reason) => await scene.Done(test.Get<ChangeProposal>().Handle(
            scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, scene.Offerings[1].Id, isRetained, reason), TestStudy.Cancellation));

        await Change(false, "permis refusé");
        var open = await scene.Open();
        var vote = await test.Get<CastVote>().Handle(await test.As(Roles.Committee), new(Guid.NewGuid(), 1, [scene.Offerings[2].Id]), TestStudy.Cancellation);
        await Change(null, "");
        var again = await scene.Open();

        Assert.Equal((false, "P01 P03"), (open.TieIsOpen, string.Join(' ', open.Retained.Select(row => row.Code))));
        Assert.Equal("VoteIsClosed", Assert.Single(vote.Refusals).Key);
        Assert.Equal((true, "P01"), (again.TieIsOpen, string.Join(' ', again.Retained.Select(row => row.Code))));
    }

    [Fact]
    public async Task An_interest_in_any_of_the_tied_keeps_out_even_while_that_one_is_off_the_ballot()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.ThreeTied(test);
        var member = await test.As(Roles.Committee);
        await scene.Done(test.Get<DeclareInterest>().Handle(member, new(Guid.NewGuid(), member.Actor.Id, scene.Offerings[1].Id, "administratrice"), TestStudy.Cancellation));
        await scene.Change(1, false, "permis refusé");

        var vote = await test.Get<CastVote>().Handle(member, new(Guid.NewGuid(), 1, [scene.Offerings[2].Id]), TestStudy.Cancellation);

        Assert.Equal("InterestKeepsOut", Assert.Single(vote.Refusals).Key);
        Assert.True((await scene.Open(member)).KeptOut);
        Assert.False((await scene.Done(test.Get<ReadDecisionNotice>().Run(member, TestStudy.Cancellation))).WaitsForMe);
    }

    [Fact]
    public async Task An_interest_declared_while_its_offering_is_off_the_ballot_takes_the_vote_back()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.ThreeTied(test);
        var member = await test.As(Roles.Committee);
        await scene.Change(1, false, "permis refusé");
        await scene.Vote(member, 2);

        await scene.Done(test.Get<DeclareInterest>().Handle(member, new(Guid.NewGuid(), member.Actor.Id, scene.Offerings[1].Id, "administratrice"), TestStudy.Cancellation));

        Assert.Empty(await test.All<DecisionVote>());
    }

    [Fact]
    public async Task The_count_hears_nobody_with_an_interest_and_says_how_many_were_on_the_ballot()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.ThreeTied(test);
        await scene.Change(1, false, "permis refusé");
        foreach (var at in new[] { 2, 2, 3 })
        {
            var member = await test.As(Roles.Committee);
            await scene.Vote(member, at);
            // As a database may hold it from before the rule.
            if (at == 2) await test.Save(new DeclaredInterest(test.Study.Id, member.Actor.Id, scene.Offerings[1].Id, "actionnaire", member.Actor.Id, DateTime.UnixEpoch));
        }

        await scene.Done(test.Get<CountVotes>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, ""), TestStudy.Cancellation));

        var row = (await scene.Open()).Rows.Single(row => row is { IsOnBallot: true, IsRetained: true });
        Assert.Equal(("P04", 1), (row.Code, row.Votes));
        Assert.Equal((1, 2), (row.CountedVotes, row.Ballot));
        Assert.Single(await test.All<DecisionVote>());
    }

    [Fact]
    public async Task An_interest_declared_by_mistake_is_taken_back_on_record_and_the_count_is_made_again_with_that_member()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Tied(test);
        var (member, other) = (await test.As(Roles.Committee), await test.As(Roles.Committee));
        await scene.Done(test.Get<DeclareInterest>().Handle(member, new(Guid.NewGuid(), member.Actor.Id, scene.Offerings[1].Id, "actionnaire"), TestStudy.Cancellation));
        await scene.Vote(other, 1);
        await scene.Done(test.Get<CountVotes>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, ""), TestStudy.Cancellation));
        var declared = Assert.Single(await test.All<DeclaredInterest>());
        Task<Outcome<Nothing>> TakeBack(StudyAccess who, string reason) => test.Get<TakeBackInterest>().Handle(who, new(Guid.NewGuid(), declared.Id, reason), TestStudy.Cancellation);

        Assert.Equal("TakingBackNeedsReason", Assert.Single((await TakeBack(member, " ")).Refusals).Key);
        Assert.Equal(OutcomeKind.NotFound, (await TakeBack(other, "ce n’est pas à moi")).Kind);
        await scene.Done(TakeBack(member, "homonyme"));

        Assert.Equal("InterestIsTakenBack", Assert.Single((await TakeBack(member, "encore")).Refusals).Key);
        Assert.True((await scene.Open(member)).TieIsOpen);
        await scene.Vote(member, 1);
        Assert.Equal(2, (await test.All<DecisionVote>()).Count);
        // Declared again, rightly this time, the first stays on record.
        await scene.Done(test.Get<DeclareInterest>().Handle(member, new(Guid.NewGuid(), member.Actor.Id, scene.Offerings[1].Id, "administratrice"), TestStudy.Cancellation));
        Assert.Equal([false, true], (await test.All<DeclaredInterest>()).OrderBy(one => one.Id).Select(one => one.Stands));
    }

    [Fact]
    public async Task A_manager_takes_back_what_a_manager_recorded_and_never_the_members_own_word()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Tied(test);
        var (own, told) = (await test.As(Roles.Committee), await test.As(Roles.Committee));
        await scene.Done(test.Get<DeclareInterest>().Handle(own, new(Guid.NewGuid(), own.Actor.Id, scene.Offerings[1].Id, "actionnaire"), TestStudy.Cancellation));
        await scene.Done(test.Get<DeclareInterest>().Handle(scene.Manager, new(Guid.NewGuid(), told.Actor.Id, scene.Offerings[1].Id, "administrateur"), TestStudy.Cancellation));
        Task<Outcome<Nothing>> TakeBack(Guid id) => test.Get<TakeBackInterest>().Handle(scene.Manager, new(Guid.NewGuid(), id, "homonyme"), TestStudy.Cancellation);
        async Task<Dictionary<string, InterestRow>> Interests() =>
            (await scene.Done(test.Get<ReadDecision>().Run(scene.Manager, null, TestStudy.Cancellation))).Interests.ToDictionary(row => row.Words);
        var before = await Interests();

        var refused = await TakeBack(before["actionnaire"].Id);
        await scene.Done(TakeBack(before["administrateur"].Id));

        Assert.Equal("InterestIsMembersOwn", Assert.Single(refused.Refusals).Key);
        Assert.Equal((false, true), (before["actionnaire"].MayTakeBack, before["administrateur"].MayTakeBack));
        var after = await Interests();
        Assert.Null(after["actionnaire"].TakenBackAt);
        Assert.Equal((await test.All<Account>()).Single(account => account.Id == scene.Manager.Actor.Id).DisplayName, after["administrateur"].TakenBackBy);
        Assert.NotEmpty(after["administrateur"].TakenBackBy);
    }

    [Fact]
    public async Task An_interest_that_a_frozen_decision_recorded_stays()
    {
        await using var test = await TestStudy.Create();
        var scene = await ChoiceScene.Tied(test);
        var member = await test.As(Roles.Committee);
        await scene.Done(test.Get<DeclareInterest>().Handle(member, new(Guid.NewGuid(), member.Actor.Id, scene.Offerings[4].Id, "actionnaire"), TestStudy.Cancellation));
        await scene.Vote(member, 1);
        await scene.Done(test.Get<CountVotes>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, ""), TestStudy.Cancellation));
        test.Wait(TimeSpan.FromDays(1));
        await scene.Done(scene.Freeze());

        var late = await test.Get<TakeBackInterest>().Handle(member, new(Guid.NewGuid(), (await test.All<DeclaredInterest>())[0].Id, "homonyme"), TestStudy.Cancellation);

        Assert.Equal("InterestIsInRecord", Assert.Single(late.Refusals).Key);
    }

    [Fact]
    public async Task Votes_for_places_that_are_gone_are_taken_back_and_everyone_is_told()
    {
        await using var site = await TestSite.Create();
        var test = site.Study;
        var scene = await ChoiceScene.ThreeTied(test, retained: 3);
        var (first, second) = (await test.As(Roles.Committee), await test.As(Roles.Committee));
        await scene.Vote(first, 2, 3);
        await scene.Vote(second, 2);

        await scene.Change(4, true, "échelle du flux");
        Assert.Equal(3, (await test.All<DecisionVote>()).Count);
        await scene.Change(1, true, "débouché prêt");

        Assert.Empty(await test.All<DecisionVote>());
        Assert.Equal(3, (await test.All<AuditEntry>()).Count(entry => entry is { Subject: nameof(DecisionVote), Change: "Deleted" }));
        var notice = await scene.Done(test.Get<ReadDecisionNotice>().Run(first, TestStudy.Cancellation));
        Assert.Equal((true, true), (notice.WaitsForMe, notice.VoteAgain));
        var client = await site.SignIn(Roles.Committee);
        Assert.Contains("votez de nouveau pour départager P03, P04", await TestSite.Read(client, "/studies/wood/committee"), StringComparison.Ordinal);
        Assert.Contains("les voix données avant ne comptent plus. Le comité vote de nouveau.", await TestSite.Read(client, "/studies/wood/priorities/decision"), StringComparison.Ordinal);
        await scene.Vote(second, 3);
        await scene.Done(test.Get<CountVotes>().Handle(scene.Manager, new(Guid.NewGuid(), (await scene.Open()).Version, ""), TestStudy.Cancellation));
        await scene.Done(scene.Freeze());
        var record = await scene.Done(test.Get<ComposeRecord>().Run(scene.Researcher, 1, TestStudy.Cancellation));
        Assert.Equal(["P01", "P02", "P04", "P05"], record.Decision.Retained.Select(row => row.Code));
        var printed = Consult.Foundation.Documents.Html.FicheHtml.Render(record.Document);
        Assert.Contains("les voix données avant ne comptent plus", printed, StringComparison.Ordinal);
        Assert.Contains("1 voix, 2 ex æquo", printed, StringComparison.Ordinal);
    }
}
