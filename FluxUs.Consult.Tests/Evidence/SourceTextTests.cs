using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Desk;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Evidence;

public class SourceTextTests
{
    private const string Words = "Le stockage, oui, mais surtout l’assurance.\nOn nous demande une garantie décennale sur une porte qui a déjà vécu trente ans.\nAucune banque ne finance un rayonnage.";

    [Fact]
    public async Task A_text_of_another_line_end_keeps_its_segments()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var text = await seed.AText(researcher, "un\r\ndeux\r\ntrois", [await seed.AnExpert(await seed.ARoleClass("fédération"))], [], [new SegmentDraft(4, 4, "Ada", null, null, null, null, null)]);

        var view = await test.Get<OpenDesk>().Run(researcher, new DeskAddress(text.Code, null, null), TestStudy.Cancellation);

        Assert.Equal("deux", Assert.Single(view.Value!.Segments).Text);
    }

    [Fact]
    public async Task An_editor_opens_a_text_once_it_is_free_of_names_and_not_after_a_correction()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher, editor) = (new EvidenceSeed(test), await test.As(Roles.Researcher), await test.As(Roles.Editor));
        var text = await seed.AText(researcher, Words, [await seed.AnExpert(await seed.ARoleClass("fédération"))], []);

        Assert.Equal(OutcomeKind.NotFound, await Open(test, editor, text));
        await Mark(test, researcher, text, 1);
        Assert.Equal(OutcomeKind.Done, await Open(test, editor, text));
        await Correct(test, researcher, text, Words + " Voilà.");
        Assert.Equal(OutcomeKind.NotFound, await Open(test, editor, text));
    }

    [Fact]
    public async Task A_text_that_may_name_someone_is_marked_only_after_a_second_look()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var text = await seed.AText(researcher, "Madame Peeters l’a dit.", [await seed.AnExpert(await seed.ARoleClass("fédération"), name: "Ada Peeters")], []);

        var refused = await test.Get<MarkFreeOfNames>().Handle(researcher, new(Guid.NewGuid(), text.Id, 1), TestStudy.Cancellation);
        var confirmed = await test.Get<MarkFreeOfNames>().Handle(researcher, new(Guid.NewGuid(), text.Id, 1, DespiteNames: true), TestStudy.Cancellation);

        Assert.Equal("NamesFound", Assert.Single(refused.Refusals).Key);
        Assert.True(confirmed.IsDone);
    }

    [Fact]
    public async Task An_excerpt_follows_its_words_into_the_corrected_text()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var text = await seed.AText(researcher, Words, [await seed.AnExpert(await seed.ARoleClass("fédération"))], []);
        await seed.AnExcerpt(researcher, text, Words.IndexOf("garantie", StringComparison.Ordinal), "garantie décennale".Length, await seed.ATag());

        var corrected = await Correct(test, researcher, text, "Bonjour.\n" + Words);

        Assert.Equal((2, 1, 0), (corrected.TextVersion, corrected.Placed, corrected.ToDecide));
        var excerpt = Assert.Single(await test.All<Excerpt>());
        Assert.Equal(("garantie décennale", 2), (excerpt.Quote, excerpt.TextVersion));
        Assert.Equal(("Bonjour.\n" + Words).IndexOf("garantie", StringComparison.Ordinal), excerpt.Start);
    }

    [Fact]
    public async Task An_excerpt_whose_words_changed_waits_for_a_person_and_goes_where_that_one_says()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var text = await seed.AText(researcher, Words, [await seed.AnExpert(await seed.ARoleClass("fédération"))], []);
        await seed.AnExcerpt(researcher, text, Words.IndexOf("garantie", StringComparison.Ordinal), "garantie décennale".Length, await seed.ATag());

        var corrected = await Correct(test, researcher, text, Words.Replace("garantie décennale", "garantie de dix ans", StringComparison.Ordinal));

        Assert.Equal(1, corrected.ToDecide);
        var moved = Assert.Single((await test.Get<ListMovedExcerpts>().Run(researcher, TestStudy.Cancellation)).Value!);
        Assert.Equal("garantie décennale", moved.Old.Words);
        var decided = await test.Get<MoveExcerpt>().Handle(researcher, new MoveExcerptRequest(Guid.NewGuid(), moved.Id, moved.Mark, 2, null, null, "garantie de dix ans"), TestStudy.Cancellation);
        Assert.True(decided.IsDone);
        var excerpt = Assert.Single(await test.All<Excerpt>());
        Assert.Equal(("garantie de dix ans", ExcerptPlace.Placed, 2), (excerpt.Quote, excerpt.Place, excerpt.TextVersion));
        Assert.Empty((await test.Get<ListMovedExcerpts>().Run(researcher, TestStudy.Cancellation)).Value!);
    }

    [Fact]
    public async Task A_long_text_opens_at_the_part_of_the_chosen_excerpt()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var long_ = string.Join('\n', Enumerable.Range(0, 3000).Select(line => $"Ligne {line} de l’entretien, avec assez de mots."));
        var text = await seed.AText(researcher, long_, [await seed.AnExpert(await seed.ARoleClass("fédération"))], []);
        var start = long_.IndexOf("Ligne 2500", StringComparison.Ordinal);
        var added = await seed.AnExcerpt(researcher, text, start, 10, await seed.ATag());

        var view = (await test.Get<OpenDesk>().Run(researcher, new DeskAddress(text.Code, null, added.Number), TestStudy.Cancellation)).Value!;

        Assert.Equal(start / OpenDesk.PartLength + 1, view.Part);
        Assert.Contains(view.Segments, segment => segment.Start == start);
        Assert.Equal(added.Id, Assert.Single(view.Excerpts).Id);
        Assert.InRange(view.Segments.Sum(segment => segment.Text.Length), 1, OpenDesk.PartLength + 100);
    }

    [Fact]
    public async Task A_speaker_of_the_file_becomes_one_of_the_experts()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var expert = await seed.AnExpert(await seed.ARoleClass("fédération"));
        var stranger = await seed.AnExpert(await seed.ARoleClass("banque"));
        var text = await seed.AText(researcher, "Bonjour.\nOui.", [expert], [], [new SegmentDraft(0, 8, "Chercheuse", null, null, null, null, null), new SegmentDraft(9, 4, "Speaker 1", null, null, null, null, null)]);

        var refused = await test.Get<AssignSpeaker>().Handle(researcher, new(Guid.NewGuid(), text.Id, "Speaker 1", stranger.Id), TestStudy.Cancellation);
        var done = await test.Get<AssignSpeaker>().Handle(researcher, new(Guid.NewGuid(), text.Id, "Speaker 1", expert.Id), TestStudy.Cancellation);

        Assert.Equal("SpeakerIsNoVoice", Assert.Single(refused.Refusals).Key);
        Assert.True(done.IsDone);
        var segments = (await test.Get<OpenDesk>().Run(researcher, new DeskAddress(text.Code, null, null), TestStudy.Cancellation)).Value!.Segments;
        Assert.Equal(["Chercheuse", text.Code], segments.Select(segment => segment.Speaker));
        await Mark(test, researcher, text, 1);
        var seen = (await test.Get<OpenDesk>().Run(await test.As(Roles.Editor), new DeskAddress(text.Code, null, null), TestStudy.Cancellation)).Value!;
        Assert.Equal(["", text.Code], seen.Segments.Select(segment => segment.Speaker));
        Assert.Empty(seen.Speakers);
    }

    [Fact]
    public async Task A_withdrawal_removes_texts_excerpts_quotes_and_what_could_put_them_back()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var role = await seed.ARoleClass("fédération");
        var (leaving, staying) = (await seed.AnExpert(role), await seed.AnExpert(role));
        var tag = await seed.ATag();
        var gone = await seed.AText(researcher, Words, [leaving], []);
        var kept = await seed.AText(researcher, Words, [staying], []);
        var excerpt = await seed.AnExcerpt(researcher, gone, 3, 8, tag);
        await seed.AnExcerpt(researcher, kept, 3, 8, tag);
        await test.Save(new Quote(test.Study.Id, "Q-01", excerpt.Id, "stockage", "fr", QuoteForm.Whole));

        var held = new List<HeldWords>();
        foreach (var room in test.Get<IEnumerable<IHoldsExpertWords>>()) held.AddRange(await room.Find(test.Study.Id, leaving.Id, TestStudy.Cancellation));
        var withdrawn = await test.Get<WithdrawConsent>().Handle(researcher, new(Guid.NewGuid(), leaving.Code, leaving.Code), TestStudy.Cancellation);

        Assert.Equal([gone.Code, $"{gone.Code}/1", "Q-01"], held.SelectMany(one => one.Codes));
        Assert.True(withdrawn.IsDone);
        Assert.Equal(kept.Id, Assert.Single(await test.All<SourceText>()).Id);
        Assert.Equal(kept.Id, Assert.Single(await test.All<Excerpt>()).SourceTextId);
        Assert.Equal(kept.Id, Assert.Single(await test.All<CodingAct>()).SourceTextId);
        Assert.Empty(await test.All<Quote>());
    }

    private static async Task<OutcomeKind> Open(TestStudy test, StudyAccess access, SourceText text) =>
        (await test.Get<OpenDesk>().Run(access, new DeskAddress(text.Code, null, null), TestStudy.Cancellation)).Kind;

    private static async Task Mark(TestStudy test, StudyAccess access, SourceText text, int version) =>
        Assert.True((await test.Get<MarkFreeOfNames>().Handle(access, new(Guid.NewGuid(), text.Id, version), TestStudy.Cancellation)).IsDone);

    private static async Task<CorrectedText> Correct(TestStudy test, StudyAccess access, SourceText text, string words)
    {
        var corrected = await test.Get<CorrectSourceText>().Handle(access, new CorrectSourceTextRequest(Guid.NewGuid(), text.Id, 1, words, [], "coquille"), TestStudy.Cancellation);
        Assert.Equal(OutcomeKind.Done, corrected.Kind);
        return corrected.Value!;
    }
}
