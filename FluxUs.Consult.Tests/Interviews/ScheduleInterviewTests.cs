using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Interviews;

public class ScheduleInterviewTests
{
    [Fact]
    public async Task A_form_sent_twice_makes_one_interview_with_the_next_code()
    {
        await using var scene = await InterviewScene.Create();
        var request = new ScheduleInterviewRequest(Guid.NewGuid(), scene.Plan(scene.Expert));

        var first = await scene.Test.Get<ScheduleInterview>().Handle(scene.Researcher, request, TestStudy.Cancellation);
        var second = await scene.Test.Get<ScheduleInterview>().Handle(scene.Researcher, request, TestStudy.Cancellation);

        Assert.Equal("E-02", first.Value);
        Assert.Equal("E-02", second.Value);
        Assert.Equal(2, (await scene.Test.All<Interview>()).Count);
    }

    [Fact]
    public async Task All_that_is_missing_is_told_at_its_field()
    {
        await using var scene = await InterviewScene.Create();
        var plan = new InterviewPlan([], [], [], null, "", "de", "no-such-guide");

        var outcome = await scene.Test.Get<ScheduleInterview>().Handle(scene.Researcher, new(Guid.NewGuid(), plan), TestStudy.Cancellation);

        Assert.Equal(["ExpertIds", "Date", "Language", "GuideCode"], outcome.Refusals.Select(refusal => refusal.Field));
    }

    [Fact]
    public async Task An_expert_of_another_study_is_refused()
    {
        await using var scene = await InterviewScene.Create();
        var other = new Study("steel", new LocalText("Acier"));
        await scene.Test.Save(other);
        var stranger = await scene.Test.As(Roles.Researcher, other);

        var outcome = await scene.Test.Get<ScheduleInterview>().Handle(stranger, new(Guid.NewGuid(), scene.Plan(scene.Expert)), TestStudy.Cancellation);

        Assert.Contains(outcome.Refusals, refusal => refusal.Key == "ExpertGone");
    }

    [Fact]
    public async Task Who_withdrew_is_shown_and_asked_for_no_further_interview_but_stays_in_the_one_that_was_held()
    {
        await using var scene = await InterviewScene.Create();
        var gone = new Expert(scene.Test.Study.Id, "X02", scene.Operators.Id);
        gone.Agree(new Consent(gone.Id, "2026-1", new DateOnly(2026, 11, 1), null, Attribution.RoleOnly, true, true, ConsentReuse.ThisStudy));
        gone.Consents[0].Withdraw(InterviewScene.Day);
        var held = new Interview(scene.Test.Study.Id, "E-09", InterviewScene.Day, "fr");
        held.BringTogether([gone.Id], [], []);
        await scene.Test.Save(gone, held);

        var choices = await scene.Test.Get<ListInterviewChoices>().Run(scene.Researcher, TestStudy.Cancellation);
        var planned = await scene.Test.Get<ScheduleInterview>().Handle(scene.Researcher, new(Guid.NewGuid(), scene.Plan(gone)), TestStudy.Cancellation);
        var placed = await scene.Test.Get<ChangeInterview>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-09", 1, scene.Plan(gone)), TestStudy.Cancellation);
        var replaced = await scene.Test.Get<ChangeInterview>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-09", 1, scene.Plan(scene.Expert)), TestStudy.Cancellation);
        var changed = await scene.Test.Get<ChangeInterview>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-09", 1, scene.Plan(gone) with { Place = "" }), TestStudy.Cancellation);

        Assert.Equal([("X01", false), ("X02", true)], choices.Value!.Experts.Select(expert => (expert.Code, expert.HasWithdrawn)));
        Assert.Equal(("ExpertWithdrew", "ExpertIds"), (Assert.Single(planned.Refusals).Key, planned.Refusals[0].Field));
        // No later withdrawal would take the place along.
        Assert.Equal(("PlaceOfWhoWithdrew", "Place"), (Assert.Single(placed.Refusals).Key, placed.Refusals[0].Field));
        Assert.Equal("PlaceOfWhoWithdrew", Assert.Single(replaced.Refusals).Key);
        Assert.True(changed.IsDone);
    }

    [Fact]
    public async Task The_page_of_an_expert_lists_the_interviews()
    {
        await using var scene = await InterviewScene.Create();

        var rooms = scene.Test.Get<IEnumerable<IListsInterviews>>();
        var interview = Assert.Single(await Assert.Single(rooms).With(scene.Researcher, scene.Expert.Id, TestStudy.Cancellation));

        Assert.Equal(("E-01", InterviewScene.Day, "interviews/E-01"), (interview.Code, interview.Date, interview.Address));
        Assert.Equal(["P01"], interview.Offerings);
    }

    [Fact]
    public async Task The_second_to_change_an_interview_is_told_of_the_first()
    {
        await using var scene = await InterviewScene.Create();
        var change = new ChangeInterviewRequest(Guid.NewGuid(), "E-01", 1, scene.Plan(scene.Expert));

        var first = await scene.Test.Get<ChangeInterview>().Handle(scene.Researcher, change, TestStudy.Cancellation);
        var second = await scene.Test.Get<ChangeInterview>().Handle(scene.Researcher, change with { Operation = Guid.NewGuid() }, TestStudy.Cancellation);

        Assert.Equal(OutcomeKind.Done, first.Kind);
        Assert.Equal(OutcomeKind.Changed, second.Kind);
    }

    [Fact]
    public async Task A_text_follows_its_interview_to_other_voices_and_offerings()
    {
        await using var scene = await InterviewScene.Create();
        await scene.Note("activity-today", "Une équipe de douze.");
        await scene.Test.Get<HandOverNotes>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01"), TestStudy.Cancellation);
        var second = scene.AnExpert("X02");
        await scene.Test.Save(second);
        var version = Assert.Single(await scene.Test.All<Interview>()).Version;

        var plan = scene.Plan(scene.Expert, second) with { OfferingIds = [] };
        var outcome = await scene.Test.Get<ChangeInterview>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01", version, plan), TestStudy.Cancellation);

        Assert.True(outcome.IsDone);
        Assert.Equal(new[] { scene.Expert.Id, second.Id }.Order(), (await scene.Test.All<SourceVoice>()).Select(voice => voice.ExpertId).Order());
        Assert.Empty(await scene.Test.All<SourceOffering>());
    }

    [Fact]
    public async Task An_interview_whose_words_are_coded_cannot_be_cancelled()
    {
        await using var scene = await InterviewScene.Create();
        await scene.Note(InterviewGuides.Free, "Fini tôt.");
        await scene.Test.Get<HandOverNotes>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01"), TestStudy.Cancellation);
        var version = Assert.Single(await scene.Test.All<Interview>()).Version;

        var outcome = await scene.Test.Get<CancelInterview>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01", version), TestStudy.Cancellation);

        Assert.Equal("InterviewWasHeld", Assert.Single(outcome.Refusals).Key);
    }
}
