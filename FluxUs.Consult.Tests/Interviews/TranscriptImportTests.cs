using System.Text;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Tests.Interviews;

public class TranscriptImportTests
{
    private const string Captions = """
        WEBVTT

        00:00:01.000 --> 00:00:04.000
        <v Camille Test>Qu’est-ce qui vous freine ?

        00:00:05.000 --> 00:00:09.000
        <v Olivier D.>La place : trois déménagements en cinq ans 🚚.

        """;

    [Fact]
    public async Task A_file_is_previewed_first_and_nothing_is_in_the_study()
    {
        await using var scene = await InterviewScene.Create();

        var file = await Bring(scene, Captions);
        var preview = await scene.Test.Get<PreviewTranscript>().Run(scene.Researcher, "E-01", file.Value, TestStudy.Cancellation);

        Assert.Equal((SourceKind.Transcript, 2, new TimeSpan(0, 0, 9)), (preview.Value!.Kind, preview.Value.Segments, preview.Value.Duration!.Value));
        Assert.Equal(["Camille Test", "Olivier D."], preview.Value.Speakers.Select(speaker => speaker.Name));
        Assert.Empty(await scene.Test.All<SourceText>());
    }

    [Fact]
    public async Task The_interviewer_is_known_by_name_and_the_voice_that_is_left_is_the_expert()
    {
        await using var scene = await InterviewScene.Create();
        await Reschedule(scene, scene.Plan(scene.Expert));

        var file = await Bring(scene, Captions);
        var preview = await scene.Test.Get<PreviewTranscript>().Run(scene.Researcher, "E-01", file.Value, TestStudy.Cancellation);

        Assert.Equal(["interviewer", "X01"], preview.Value!.Speakers.Select(speaker => speaker.Guess));
    }

    [Fact]
    public async Task A_file_that_is_taken_is_a_text_with_voices_and_times()
    {
        await using var scene = await InterviewScene.Create();
        var file = await Bring(scene, Captions);
        var request = new TakeTranscriptRequest(
            Guid.NewGuid(), "E-01", file.Value, new Dictionary<string, string> { ["Camille Test"] = "interviewer", ["Olivier D."] = "X01" }, "fr");

        var taken = await scene.Test.Get<TakeTranscript>().Handle(scene.Researcher, request, TestStudy.Cancellation);
        var again = await scene.Test.Get<TakeTranscript>().Handle(scene.Researcher, request, TestStudy.Cancellation);

        Assert.Equal(taken.Value, again.Value);
        var source = await scene.Test.Get<ConsultDbContext>().Set<SourceText>().Include(text => text.Versions).ThenInclude(version => version.Segments)
            .Include(text => text.Voices).SingleAsync(TestStudy.Cancellation);
        var version = Assert.Single(source.Versions);
        var segments = version.Segments.OrderBy(segment => segment.Order).ToList();
        Assert.Equal([null, scene.Expert.Id], segments.Select(segment => segment.ExpertId));
        Assert.Equal("La place : trois déménagements en cinq ans 🚚.", version.Text.Substring(segments[1].Start, segments[1].Length));
        Assert.Equal(TimeSpan.FromSeconds(5), segments[1].From);
        Assert.Equal(source.Id, Assert.Single(await scene.Test.All<TranscriptFile>()).SourceTextId);
    }

    [Fact]
    public async Task Each_caption_below_a_turn_keeps_its_time()
    {
        await using var scene = await InterviewScene.Create();
        const string Turn = "WEBVTT\n\n00:00:05.000 --> 00:00:07.000\n<v Olivier D.>La place manque,\n\n00:00:07.000 --> 00:00:09.500\n<v Olivier D.>et la banque refuse.\n";

        var file = await Bring(scene, Turn);
        var taken = await scene.Test.Get<TakeTranscript>().Handle(
            scene.Researcher, new(Guid.NewGuid(), "E-01", file.Value, new Dictionary<string, string> { ["Olivier D."] = "X01" }, "fr"), TestStudy.Cancellation);

        Assert.True(taken.IsDone);
        var segment = Assert.Single(await scene.Test.All<Segment>());
        Assert.Equal((TimeSpan.FromSeconds(5), "0=5000 17=7000"), (segment.From, segment.Captions));
        Assert.Equal(TimeSpan.FromSeconds(7), CaptionTimes.At(segment.Captions, "La place manque, et la".Length));
    }

    [Fact]
    public async Task An_interview_to_come_takes_a_transcript_only_with_the_day_it_was_held()
    {
        await using var scene = await InterviewScene.Create();
        var today = DateOnly.FromDateTime(scene.Test.Time.GetLocalNow().DateTime);
        await Reschedule(scene, scene.Plan(scene.Expert) with { Date = today.AddDays(3) });
        var file = await Bring(scene, Captions);
        var preview = await scene.Test.Get<PreviewTranscript>().Run(scene.Researcher, "E-01", file.Value, TestStudy.Cancellation);
        var request = new TakeTranscriptRequest(Guid.NewGuid(), "E-01", file.Value, new Dictionary<string, string>(), "fr");

        var silent = await scene.Test.Get<TakeTranscript>().Handle(scene.Researcher, request, TestStudy.Cancellation);
        var later = await scene.Test.Get<TakeTranscript>().Handle(scene.Researcher, request with { HeldOn = today.AddDays(1) }, TestStudy.Cancellation);
        var held = await scene.Test.Get<TakeTranscript>().Handle(scene.Researcher, request with { HeldOn = today }, TestStudy.Cancellation);

        Assert.Equal(today.AddDays(3), preview.Value!.PlannedFor);
        Assert.Equal(["HeldInFuture", "HeldInFuture"], [Assert.Single(silent.Refusals).Key, Assert.Single(later.Refusals).Key]);
        Assert.True(held.IsDone);
        Assert.Equal(today, Assert.Single(await scene.Test.All<Interview>()).Date);
        Assert.Equal(today, Assert.Single(await scene.Test.All<SourceText>()).Date);
    }

    [Fact]
    public async Task A_transcript_that_its_expert_did_not_agree_to_is_refused_by_the_expert_s_code()
    {
        await using var scene = await InterviewScene.Create(mayTranscribe: false);

        var outcome = await scene.Test.Get<ImportTranscript>().Handle(scene.Researcher, Import(Captions), TestStudy.Cancellation);

        var refusal = Assert.Single(outcome.Refusals);
        Assert.Equal(("TranscriptNotAgreed", "X01"), (refusal.Key, refusal.Arguments[0]));
        Assert.Empty(await scene.Test.All<SourceText>());
        Assert.Empty(await scene.Test.All<TranscriptFile>());
    }

    [Fact]
    public async Task Notes_in_a_file_need_no_agreement_to_a_transcript()
    {
        await using var scene = await InterviewScene.Create(mayTranscribe: false);

        var outcome = await scene.Test.Get<ImportTranscript>().Handle(scene.Researcher, Import("Place rare.\n\nBanque frileuse.\n", "notes.md"), TestStudy.Cancellation);

        Assert.Equal(SourceKind.InterviewNotes, outcome.Value!.Kind);
        Assert.All(await scene.Test.All<Segment>(), segment => Assert.Equal(scene.Expert.Id, segment.ExpertId));
    }

    [Fact]
    public async Task A_dry_run_tells_all_and_leaves_nothing()
    {
        await using var scene = await InterviewScene.Create();

        var outcome = await scene.Test.Get<ImportTranscript>().Handle(scene.Researcher, Import(Captions) with { DryRun = true }, TestStudy.Cancellation);

        Assert.Equal(2, outcome.Value!.Segments);
        Assert.Null(outcome.Value.SourceTextId);
        Assert.Empty(await scene.Test.All<TranscriptFile>());
        Assert.Empty(scene.Test.Get<FileStore>().Hashes());
    }

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7 not a transcript")]
    [InlineData("@article{a, title={b}}")]
    [InlineData("PK\u0003\u0004 broken")]
    public async Task What_is_no_transcript_is_refused_with_its_name_and_nothing_stays(string content)
    {
        await using var scene = await InterviewScene.Create();

        var outcome = await Bring(scene, content, "étrange.vtt");

        Assert.Contains("étrange.vtt", (string)Assert.Single(outcome.Refusals).Arguments[0], StringComparison.Ordinal);
        Assert.Empty(await scene.Test.All<TranscriptFile>());
        Assert.Empty(scene.Test.Get<FileStore>().Hashes());
    }

    [Fact]
    public async Task A_file_that_is_discarded_is_gone_from_the_store()
    {
        await using var scene = await InterviewScene.Create();
        var file = await Bring(scene, Captions);

        var outcome = await scene.Test.Get<DiscardTranscript>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01", file.Value), TestStudy.Cancellation);

        Assert.True(outcome.IsDone);
        Assert.Empty(scene.Test.Get<FileStore>().Hashes());
    }

    [Fact]
    public async Task The_audit_trail_keeps_no_file_name_since_it_may_name_the_expert()
    {
        await using var scene = await InterviewScene.Create();

        await Bring(scene, Captions, "Entretien Olivier Dessambre.vtt");

        Assert.DoesNotContain(await scene.Test.All<AuditEntry>(), entry => entry.Details.Contains("Dessambre", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_kept_of_an_import_by_its_operation_names_nobody()
    {
        await using var scene = await InterviewScene.Create();
        var request = Import(Captions);

        var first = await scene.Test.Get<ImportTranscript>().Handle(scene.Researcher, request, TestStudy.Cancellation);
        var again = await scene.Test.Get<ImportTranscript>().Handle(scene.Researcher, request with { Content = Content(Captions) }, TestStudy.Cancellation);

        Assert.Equal(first.Value!.SourceTextId, again.Value!.SourceTextId);
        Assert.Single(await scene.Test.All<TranscriptFile>());
        Assert.DoesNotContain(await scene.Test.All<DoneOperation>(), done => done.Result.Contains("Olivier", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_file_is_brought_of_an_expert_who_withdrew()
    {
        await using var scene = await InterviewScene.Create();
        await scene.Test.Change<Expert>(expert => expert.Consents[0].Withdraw(InterviewScene.Day));

        var outcome = await Bring(scene, Captions);

        Assert.Equal("ConsentWithdrawn", Assert.Single(outcome.Refusals).Key);
        Assert.Empty(scene.Test.Get<FileStore>().Hashes());
    }

    private static Task<Outcome<Guid>> Bring(InterviewScene scene, string content, string name = "entretien.vtt") =>
        scene.Test.Get<BringTranscript>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01", name, Content(content)), TestStudy.Cancellation);

    private static ImportTranscriptRequest Import(string content, string name = "entretien.vtt") => new(Guid.NewGuid(), "E-01", name, Content(content));

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task Reschedule(InterviewScene scene, InterviewPlan plan) =>
        Assert.True((await scene.Test.Get<ChangeInterview>().Handle(scene.Researcher, new(Guid.NewGuid(), "E-01", 1, plan), TestStudy.Cancellation)).IsDone);
}
