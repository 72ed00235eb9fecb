using System.Net;
using System.Text;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Interviews;

public class InterviewPagesTests
{
    private const string Captions = "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n<v Camille>Et la place ?\n\n00:00:05.000 --> 00:00:09.000\n<v Olivier>Trois déménagements.\n";

    [Fact]
    public async Task A_transcript_goes_from_the_form_through_its_preview_to_a_text()
    {
        await using var site = await TestSite.Create();
        var scene = await InterviewScene.Create(on: site.Study);
        var client = await site.SignIn(Roles.Researcher);

        var brought = await TestSite.Upload(client, "/studies/wood/interviews/E-01/transcript", "bring-transcript", "entretien.vtt", Encoding.UTF8.GetBytes(Captions));
        var preview = Address(brought);
        var seen = await TestSite.Read(client, preview);
        var seenAgain = await TestSite.Read(client, preview);
        var taken = await TestSite.Post(client, preview, "take-transcript", ("speaker-0", "interviewer"), ("speaker-1", "X01"), ("Language", "fr"));

        Assert.Contains("Trois déménagements.", seen, StringComparison.Ordinal);
        Assert.Contains("Olivier", seenAgain, StringComparison.Ordinal);
        Assert.Equal("/studies/wood/interviews/E-01", Address(taken));
        Assert.Equal([null, scene.Expert.Id], (await site.Study.All<Segment>()).OrderBy(segment => segment.Order).Select(segment => segment.ExpertId));
        Assert.Contains("Transcription", await TestSite.Read(client, "/studies/wood/interviews/E-01"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Le fichier est vide")]
    [InlineData("nl", "Het bestand is leeg")]
    [InlineData("en", "The file is empty")]
    public async Task An_empty_file_is_refused_with_one_sentence_in_the_reader_s_language(string language, string sentence)
    {
        await using var site = await TestSite.Create();
        await InterviewScene.Create(on: site.Study);
        var client = await site.SignIn(Roles.Researcher, language);

        var answer = await TestSite.Upload(client, "/studies/wood/interviews/E-01/transcript", "bring-transcript", "vide.vtt", []);

        var html = await TestSite.Read(answer);
        Assert.Contains("vide.vtt", html, StringComparison.Ordinal);
        Assert.Contains(sentence, html, StringComparison.Ordinal);
        Assert.Empty(await site.Study.All<TranscriptFile>());
        Assert.Empty(site.Study.Get<FileStore>().Hashes());
    }

    [Fact]
    public async Task A_file_over_the_limit_comes_back_to_its_form_with_the_limit()
    {
        await using var site = await TestSite.Create(settings: ("Files:LimitMegabytes", "1"));
        await InterviewScene.Create(on: site.Study);
        var client = await site.SignIn(Roles.Researcher);

        var answer = await TestSite.Upload(client, "/studies/wood/interviews/E-01/transcript", "bring-transcript", "gros.vtt", new byte[3 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Contains("dépasse la limite de 1 Mo", await TestSite.Read(client, Address(answer)), StringComparison.Ordinal);
        Assert.Empty(await site.Study.All<TranscriptFile>());
    }

    [Fact]
    public async Task Notes_can_be_kept_without_script()
    {
        await using var site = await TestSite.Create();
        await InterviewScene.Create(on: site.Study);
        var client = await site.SignIn(Roles.Researcher);

        var answer = await TestSite.Post(client, "/studies/wood/interviews/E-01/notes?question=2", "note-activity-source", ("note", "Du bois de chantier."));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("Du bois de chantier.", await TestSite.Read(client, "/studies/wood/interviews/E-01/notes/all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_lacks_something_keeps_what_was_typed()
    {
        await using var site = await TestSite.Create();
        await InterviewScene.Create(on: site.Study);
        var client = await site.SignIn(Roles.Researcher);

        var answer = await TestSite.Post(client, "/studies/wood/interviews/new", "schedule-interview", ("Place", "au dépôt"), ("Date", "2026-11-30"), ("Language", "nl"));

        var html = await TestSite.Read(answer);
        Assert.Contains("Choisissez au moins une personne", html, StringComparison.Ordinal);
        Assert.Contains("value=\"au dépôt\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_interview_of_someone_who_withdrew_offers_no_notes_and_no_transcript_and_says_why()
    {
        await using var site = await TestSite.Create();
        var scene = await InterviewScene.Create(on: site.Study);
        await scene.Note("activity-today", "Du bois de chantier.");
        var client = await site.SignIn(Roles.Researcher);

        var before = await TestSite.Read(client, "/studies/wood/interviews/E-01");
        await site.Study.Get<WithdrawConsent>().Handle(scene.Researcher, new(Guid.NewGuid(), "X01", "X01"), TestStudy.Cancellation);
        var after = await TestSite.Read(client, "/studies/wood/interviews/E-01");

        Assert.All(new[] { "interviews/E-01/notes", "interviews/E-01/transcript", "hand-over" }, place => Assert.Contains(place, before, StringComparison.Ordinal));
        Assert.All(new[] { "interviews/E-01/notes", "interviews/E-01/transcript", "hand-over" }, place => Assert.DoesNotContain(place, after, StringComparison.Ordinal));
        Assert.Contains("X01 a retiré son accord", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_reads_interviews_and_neither_notes_nor_forms()
    {
        await using var site = await TestSite.Create();
        await InterviewScene.Create(on: site.Study);
        var editor = await site.SignIn(Roles.Editor);

        async Task<HttpStatusCode> Open(string path) => (await editor.GetAsync("/studies/wood/" + path, TestStudy.Cancellation)).StatusCode;

        Assert.Equal(HttpStatusCode.OK, await Open("interviews"));
        Assert.Equal(HttpStatusCode.OK, await Open("interviews/E-01"));
        foreach (var closed in new[] { "interviews/new", "interviews/E-01/change", "interviews/E-01/notes", "interviews/E-01/notes/all", "interviews/E-01/transcript" })
            Assert.Equal((closed, HttpStatusCode.NotFound), (closed, await Open(closed)));
    }

    [Fact]
    public async Task The_committee_finds_no_interview()
    {
        await using var site = await TestSite.Create();
        await InterviewScene.Create(on: site.Study);
        var member = await site.SignIn(Roles.Committee);

        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync("/studies/wood/interviews", TestStudy.Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await member.GetAsync("/studies/wood/interviews/E-01", TestStudy.Cancellation)).StatusCode);
    }

    private static string Address(HttpResponseMessage answer)
    {
        var location = answer.Headers.Location;
        Assert.True(location is not null, $"{(int)answer.StatusCode} leads nowhere: {answer.Content.ReadAsStringAsync(TestStudy.Cancellation).Result}");
        return location.IsAbsoluteUri ? location.PathAndQuery : location.OriginalString;
    }
}
