using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Correction;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Tests.Interviews;

public class InterviewNotesTests
{
    [Fact]
    public async Task A_note_is_kept_and_the_interview_is_held()
    {
        await using var scene = await InterviewScene.Create();

        await scene.Note("activity-today", "Douze personnes.\r\nDeux camions.");

        var answer = await scene.Test.Get<ReadInterviewNote>().Run(scene.Researcher, "E-01", "activity-today", TestStudy.Cancellation);
        var standing = Assert.IsType<AutosaveAnswer.Standing>(answer.Value);
        Assert.Equal("Douze personnes.\nDeux camions.", standing.Text);
        Assert.Equal(1, standing.Revision);
        Assert.Equal(InterviewStatus.Held, Assert.Single(await scene.Test.All<Interview>()).Status);
    }

    [Fact]
    public async Task The_same_attempt_sent_again_changes_nothing()
    {
        await using var scene = await InterviewScene.Create();
        var sent = new KeepInterviewNoteRequest("E-01", "activity-today", new AutosaveText(Guid.NewGuid(), 0, "Douze."));

        await scene.Test.Get<KeepInterviewNote>().Handle(scene.Researcher, sent, TestStudy.Cancellation);
        var again = await scene.Test.Get<KeepInterviewNote>().Handle(scene.Researcher, sent, TestStudy.Cancellation);

        Assert.Equal(1, Assert.IsType<AutosaveAnswer.Saved>(again.Value).Revision);
    }

    [Fact]
    public async Task A_colleague_s_text_is_shown_and_never_overwritten()
    {
        await using var scene = await InterviewScene.Create();
        await scene.Note("activity-today", "Douze.");
        var colleague = await scene.Test.As(Roles.Researcher);

        var late = await scene.Test.Get<KeepInterviewNote>().Handle(colleague, new("E-01", "activity-today", new(Guid.NewGuid(), 0, "Treize.")), TestStudy.Cancellation);

        var changed = Assert.IsType<AutosaveAnswer.Changed>(late.Value);
        Assert.Equal(("Douze.", "Camille Test"), (changed.Text, changed.By));
        Assert.Equal("Douze.", Assert.Single(await scene.Test.All<InterviewNote>()).Text.Text);
    }

    [Fact]
    public async Task A_question_that_is_not_asked_has_no_notes()
    {
        await using var scene = await InterviewScene.Create();

        var outcome = await scene.Test.Get<KeepInterviewNote>().Handle(scene.Researcher, new("E-01", "no-such-question", new(Guid.NewGuid(), 0, "x")), TestStudy.Cancellation);

        Assert.Equal(OutcomeKind.NotFound, outcome.Kind);
        Assert.Empty(await scene.Test.All<InterviewNote>());
    }

    [Fact]
    public async Task The_endpoint_s_target_opens_no_other_study()
    {
        await using var scene = await InterviewScene.Create();
        var stranger = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity(
            [new(System.Security.Claims.ClaimTypes.NameIdentifier, (await scene.Test.AddAccount()).Id.ToString())], "test"));

        var answer = await new InterviewNoteAutosave(scene.Test.Get<StudyDoor>(), scene.Test.Get<ReadInterviewNote>(), scene.Test.Get<KeepInterviewNote>(), scene.Test.Get<RefusalTexts>())
            .Load("wood.E-01.free", stranger, TestStudy.Cancellation);

        Assert.IsType<AutosaveAnswer.NotFound>(answer);
    }

    [Fact]
    public async Task Handed_over_notes_are_one_text_with_a_segment_for_each_question_and_mark()
    {
        await using var scene = await InterviewScene.Create();
        await scene.Note("obstacles-double", "[00:21:10] place : 3 déménagements 🚚\n\n[00:22:48] la banque refuse");
        await scene.Note("activity-today", "Douze personnes.");
        await scene.Note(InterviewGuides.Free, "À revoir en mars.");

        var outcome = await scene.Test.Get<HandOverNotes>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01"), TestStudy.Cancellation);

        Assert.True(outcome.IsDone);
        var source = await scene.Test.Get<ConsultDbContext>().Set<SourceText>().Include(text => text.Versions).ThenInclude(version => version.Segments)
            .Include(text => text.Voices).Include(text => text.Offerings).SingleAsync(TestStudy.Cancellation);
        var version = Assert.Single(source.Versions);
        var segments = version.Segments.OrderBy(segment => segment.Order).ToList();
        Assert.Equal((SourceKind.InterviewNotes, "E-01", "fr", InterviewScene.Day), (source.Kind, source.Code, source.Language, source.Date!.Value));
        Assert.Equal(
            ["Douze personnes.", "[00:21:10] place : 3 déménagements 🚚", "[00:22:48] la banque refuse", "À revoir en mars."],
            segments.Select(segment => version.Text.Substring(segment.Start, segment.Length)));
        Assert.Equal([null, new TimeSpan(0, 21, 10), new TimeSpan(0, 22, 48), null], segments.Select(segment => segment.From));
        Assert.StartsWith("Que faites-vous", segments[0].Question, StringComparison.Ordinal);
        Assert.All(segments, segment => Assert.Equal(scene.Expert.Id, segment.ExpertId));
        Assert.False(source.IsFreeOfNames);
        Assert.Equal(scene.Offering.Id, Assert.Single(source.Offerings).OfferingId);
        Assert.Equal(InterviewStatus.HandedOver, Assert.Single(await scene.Test.All<Interview>()).Status);
    }

    [Fact]
    public async Task A_later_hand_over_is_a_new_version_and_excerpts_stay_at_their_words()
    {
        await using var scene = await InterviewScene.Create();
        await scene.Note("obstacles-double", "La place manque depuis des années.");
        var text = (await scene.Test.Get<HandOverNotes>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01"), TestStudy.Cancellation)).Value;
        const string words = "La place manque depuis des années.";
        await scene.Test.Save(new Excerpt(scene.Test.Study.Id, text, 1, 1, ExcerptSpan.Of(words, 3, 12), scene.Researcher.Actor.Id, scene.Test.Time.GetUtcNow().UtcDateTime));
        await scene.Note("activity-today", "Douze personnes.");

        var again = await scene.Test.Get<HandOverNotes>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01"), TestStudy.Cancellation);

        Assert.Equal(text, again.Value);
        Assert.Equal(2, Assert.Single(await scene.Test.All<SourceText>()).CurrentVersion);
        var excerpt = Assert.Single(await scene.Test.All<Excerpt>());
        Assert.Equal((2, "place manque", ExcerptPlace.Placed), (excerpt.TextVersion, excerpt.Quote, excerpt.Place));
        Assert.StartsWith("Douze personnes.", (await scene.Test.All<SourceTextVersion>()).Single(version => version.Number == 2).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_by_hand_is_not_undone_by_handing_over_again_unless_someone_says_so()
    {
        await using var scene = await InterviewScene.Create();
        await scene.Note("obstacles-double", "Karim dit que la place manque.");
        var text = (await scene.Test.Get<HandOverNotes>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01"), TestStudy.Cancellation)).Value;
        var corrected = await scene.Test.Get<CorrectSegments>().Handle(
            scene.Researcher, new(Guid.NewGuid(), text, 1, new Dictionary<int, string> { [0] = "Il dit que la place manque." }, "nom retiré"), TestStudy.Cancellation);
        Assert.True(corrected.IsDone);
        await scene.Note("activity-today", "Douze personnes.");

        var refused = await scene.Test.Get<HandOverNotes>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01"), TestStudy.Cancellation);
        Assert.Equal("CorrectedSince", Assert.Single(refused.Refusals).Key);
        Assert.Equal(2, Assert.Single(await scene.Test.All<SourceText>()).CurrentVersion);

        var replaced = await scene.Test.Get<HandOverNotes>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01", ReplacesCorrection: true), TestStudy.Cancellation);
        Assert.True(replaced.IsDone);
        Assert.Equal(3, Assert.Single(await scene.Test.All<SourceText>()).CurrentVersion);
    }

    [Fact]
    public async Task Nothing_noted_is_nothing_to_hand_over()
    {
        await using var scene = await InterviewScene.Create();
        await scene.Note("activity-today", "  \n ");

        var outcome = await scene.Test.Get<HandOverNotes>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01"), TestStudy.Cancellation);

        Assert.Equal("NothingNoted", Assert.Single(outcome.Refusals).Key);
        Assert.Empty(await scene.Test.All<SourceText>());
    }

    [Fact]
    public async Task After_a_withdrawal_nothing_more_is_noted_and_notes_and_place_are_gone()
    {
        await using var scene = await InterviewScene.Create();
        await scene.Note("activity-today", "Douze personnes.");
        var db = scene.Test.Get<ConsultDbContext>();
        await db.Write<Nothing>(scene.Researcher.Actor, null, async () =>
        {
            (await db.Set<Expert>().Include(expert => expert.Consents).SingleAsync(TestStudy.Cancellation)).Consents[0].Withdraw(InterviewScene.Day);
            await new WordsInInterviews(db, scene.Test.Get<ErasedFiles>()).Remove(scene.Test.Study.Id, scene.Expert.Id, TestStudy.Cancellation);
            return Nothing.Value;
        }, TestStudy.Cancellation);

        var late = await scene.Test.Get<KeepInterviewNote>().Handle(scene.Researcher, new("E-01", "activity-today", new(Guid.NewGuid(), 1, "Encore.")), TestStudy.Cancellation);

        Assert.Equal("ConsentWithdrawn", Assert.Single(late.Refusals).Key);
        Assert.Empty(await scene.Test.All<InterviewNote>());
        Assert.Empty(Assert.Single(await scene.Test.All<Interview>()).Place);
    }

    [Fact]
    public async Task A_place_is_counted_before_a_withdrawal_and_told_only_to_who_may_know_the_person()
    {
        await using var scene = await InterviewScene.Create();

        var screen = await scene.Test.Get<ReadWithdrawal>().Run(scene.Researcher, "X01", TestStudy.Cancellation);
        var researcher = await scene.Test.Get<OpenInterview>().Run(scene.Researcher, "E-01", TestStudy.Cancellation);
        var editor = await scene.Test.Get<OpenInterview>().Run(await scene.Test.As(Roles.Editor), "E-01", TestStudy.Cancellation);

        Assert.Equal(("HeldPlaces", "E-01"), Assert.Single(screen.Value!.Held.Select(held => (held.TextKey, Assert.Single(held.Codes)))));
        Assert.Equal("Appel", researcher.Value!.Place);
        Assert.Null(editor.Value!.Place);
    }

    [Fact]
    public async Task Notes_under_a_question_that_the_guide_has_no_more_stay_in_sight()
    {
        await using var scene = await InterviewScene.Create();
        var note = new InterviewNote(scene.Interview.Id, "retired-question");
        note.Text.Save(Guid.NewGuid(), 0, "Toujours là.", Guid.Empty, scene.Test.Time.GetUtcNow().UtcDateTime);
        await scene.Test.Save(note);

        var notes = await scene.Test.Get<OpenNotes>().Run(scene.Researcher, "E-01", TestStudy.Cancellation);

        Assert.Equal(11, notes.Value!.Questions.Count);
        Assert.Equal("Toujours là.", notes.Value.Questions.Single(question => question.Code == "retired-question").Note);
        Assert.True(notes.Value.Questions[^1].IsFree);
    }
}
