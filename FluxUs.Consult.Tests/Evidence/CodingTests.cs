using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Desk;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.Quotes;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Tests.Evidence;

public class CodingTests
{
    private const string Words = "Le stockage, oui, mais surtout l’assurance.\nOn nous demande une garantie 👩🏽‍🔧 décennale.";

    [Fact]
    public async Task A_passage_is_kept_with_its_words_tags_stage_and_the_offering_of_the_stage()
    {
        await using var test = await TestStudy.Create();
        var desk = await Desk(test);
        var stage = desk.Offering.Stages[0];

        var added = await test.Get<AddExcerpt>().Handle(desk.Researcher, new AddExcerptRequest(Guid.NewGuid(), desk.Text.Id, 1, 3, 8, new Coding([desk.Tag.Id], stage.Id, [])), TestStudy.Cancellation);

        var excerpt = Assert.Single(await Excerpts(test));
        Assert.Equal((added.Value!.Id, 1, "stockage", stage.Id), (excerpt.Id, excerpt.Number, excerpt.Quote, excerpt.StageId!.Value));
        Assert.Equal(desk.Offering.Id, Assert.Single(excerpt.Offerings).OfferingId);
        Assert.Equal(desk.Tag.Id, Assert.Single(excerpt.Tags).TagId);
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_excerpt()
    {
        await using var test = await TestStudy.Create();
        var desk = await Desk(test);
        var request = new AddExcerptRequest(Guid.NewGuid(), desk.Text.Id, 1, 3, 8, new Coding([desk.Tag.Id], null, []));

        var first = await test.Get<AddExcerpt>().Handle(desk.Researcher, request, TestStudy.Cancellation);
        var second = await test.Get<AddExcerpt>().Handle(desk.Researcher, request, TestStudy.Cancellation);

        Assert.Equal(first.Value, second.Value);
        Assert.Single(await Excerpts(test));
    }

    [Fact]
    public async Task A_second_tag_on_the_same_passage_joins_the_first()
    {
        await using var test = await TestStudy.Create();
        var desk = await Desk(test);
        var other = await desk.Seed.ATag("actors", TagKind.Actor);

        await desk.Seed.AnExcerpt(desk.Researcher, desk.Text, 3, 8, desk.Tag);
        await desk.Seed.AnExcerpt(desk.Researcher, desk.Text, 2, 9, other);

        Assert.Equal(2, Assert.Single(await Excerpts(test)).Tags.Count);
    }

    [Fact]
    public async Task Two_coders_of_one_passage_have_an_excerpt_each()
    {
        await using var test = await TestStudy.Create();
        var desk = await Desk(test);

        await desk.Seed.AnExcerpt(desk.Researcher, desk.Text, 3, 8, desk.Tag);
        await desk.Seed.AnExcerpt(await test.As(Roles.Researcher), desk.Text, 3, 8, desk.Tag);

        Assert.Equal([1, 2], (await Excerpts(test)).Select(excerpt => excerpt.Number).Order());
    }

    [Theory]
    [InlineData(TagKind.Axis, false, "AxisIsNoTag")]
    [InlineData(TagKind.Lever, true, "TagIsProposed")]
    public async Task An_axis_or_a_proposal_tags_nothing(TagKind kind, bool isProposed, string expected)
    {
        await using var test = await TestStudy.Create();
        var desk = await Desk(test);
        var tag = new Tag(test.Study.Id, "other", new LocalText("Autre"), kind, "#a3341f", null, 9);
        if (isProposed) tag.Propose();
        await test.Save(tag);

        var refused = await test.Get<AddExcerpt>().Handle(desk.Researcher, new AddExcerptRequest(Guid.NewGuid(), desk.Text.Id, 1, 3, 8, new Coding([tag.Id], null, [])), TestStudy.Cancellation);

        Assert.Equal(expected, Assert.Single(refused.Refusals).Key);
    }

    [Fact]
    public async Task The_second_to_change_an_excerpt_is_told_and_writes_nothing()
    {
        await using var test = await TestStudy.Create();
        var desk = await Desk(test);
        var other = await desk.Seed.ATag("actors", TagKind.Actor);
        var added = await desk.Seed.AnExcerpt(desk.Researcher, desk.Text, 3, 8, desk.Tag);
        var seen = ExcerptState.Of((await Excerpts(test))[0]).Mark;

        var first = await Change(test, desk.Researcher, added.Id, seen, other);
        var second = await Change(test, await test.As(Roles.Researcher), added.Id, seen, desk.Tag);

        Assert.True(first.IsDone);
        Assert.Equal(OutcomeKind.Changed, second.Kind);
        Assert.Equal(other.Id, Assert.Single((await Excerpts(test))[0].Tags).TagId);
    }

    [Fact]
    public async Task An_act_on_a_corrected_text_is_told_so()
    {
        await using var test = await TestStudy.Create();
        var desk = await Desk(test);

        var late = await test.Get<AddExcerpt>().Handle(desk.Researcher, new AddExcerptRequest(Guid.NewGuid(), desk.Text.Id, 0, 3, 8, new Coding([desk.Tag.Id], null, [])), TestStudy.Cancellation);

        Assert.Equal(OutcomeKind.Changed, late.Kind);
    }

    [Fact]
    public async Task Making_changing_and_removing_are_undone_one_after_the_other()
    {
        await using var test = await TestStudy.Create();
        var desk = await Desk(test);
        var other = await desk.Seed.ATag("actors", TagKind.Actor);
        var added = await desk.Seed.AnExcerpt(desk.Researcher, desk.Text, 3, 8, desk.Tag);
        await Change(test, desk.Researcher, added.Id, Mark(await Excerpts(test)), other);
        await test.Get<RemoveExcerpt>().Handle(desk.Researcher, new RemoveExcerptRequest(Guid.NewGuid(), added.Id, Mark(await Excerpts(test))), TestStudy.Cancellation);
        Assert.Empty(await Excerpts(test));

        Assert.Equal(new Undone(UndoneAct.Removing, 1), (await Undo(test, desk)).Value);
        Assert.Equal((added.Id, other.Id), ((await Excerpts(test))[0].Id, (await Excerpts(test))[0].Tags[0].TagId));
        Assert.Equal(new Undone(UndoneAct.Changing, 1), (await Undo(test, desk)).Value);
        Assert.Equal(desk.Tag.Id, Assert.Single((await Excerpts(test))[0].Tags).TagId);
        Assert.Equal(new Undone(UndoneAct.Making, 1), (await Undo(test, desk)).Value);
        Assert.Empty(await Excerpts(test));
        Assert.Equal("NothingToUndo", Assert.Single((await Undo(test, desk)).Refusals).Key);
    }

    [Fact]
    public async Task What_another_changed_since_is_not_undone()
    {
        await using var test = await TestStudy.Create();
        var desk = await Desk(test);
        var other = await desk.Seed.ATag("actors", TagKind.Actor);
        var added = await desk.Seed.AnExcerpt(desk.Researcher, desk.Text, 3, 8, desk.Tag);
        await Change(test, await test.As(Roles.Researcher), added.Id, Mark(await Excerpts(test)), other);

        var undone = await Undo(test, desk);

        Assert.Equal("ExcerptChangedSince", Assert.Single(undone.Refusals).Key);
        Assert.Single(await Excerpts(test));
    }

    [Fact]
    public async Task An_excerpt_with_a_quote_stays()
    {
        await using var test = await TestStudy.Create();
        var desk = await Desk(test);
        var added = await desk.Seed.AnExcerpt(desk.Researcher, desk.Text, 3, 8, desk.Tag);
        await test.Get<MakeQuote>().Handle(desk.Researcher, new MakeQuoteRequest(Guid.NewGuid(), added.Id, "stockage", "fr", QuoteForm.Whole), TestStudy.Cancellation);

        var removal = await test.Get<RemoveExcerpt>().Handle(desk.Researcher, new RemoveExcerptRequest(Guid.NewGuid(), added.Id, Mark(await Excerpts(test))), TestStudy.Cancellation);

        Assert.Contains("Q-01", Assert.Single(removal.Refusals).Arguments);
        Assert.Equal("ExcerptIsLeanedOn", (await Undo(test, desk)).Refusals[0].Key);
    }

    [Fact]
    public async Task A_withdrawal_takes_the_acts_of_coding_too_for_words_could_come_back_from_them()
    {
        await using var test = await TestStudy.Create();
        var desk = await Desk(test);
        await desk.Seed.AnExcerpt(desk.Researcher, desk.Text, 3, 8, desk.Tag);
        var expert = Assert.Single(await test.All<Expert>());
        Assert.NotEmpty(await test.All<CodingAct>());

        await test.Get<WithdrawConsent>().Handle(desk.Researcher, new(Guid.NewGuid(), expert.Code, expert.Code), TestStudy.Cancellation);

        Assert.Empty(await test.All<CodingAct>());
        Assert.Empty(await test.All<Excerpt>());
    }

    [Fact]
    public async Task A_number_is_not_given_twice()
    {
        await using var test = await TestStudy.Create();
        var desk = await Desk(test);
        var first = await desk.Seed.AnExcerpt(desk.Researcher, desk.Text, 3, 8, desk.Tag);
        await test.Get<RemoveExcerpt>().Handle(desk.Researcher, new RemoveExcerptRequest(Guid.NewGuid(), first.Id, Mark(await Excerpts(test))), TestStudy.Cancellation);

        Assert.Equal(2, (await desk.Seed.AnExcerpt(desk.Researcher, desk.Text, 14, 3, desk.Tag)).Number);
    }

    private sealed record DeskSeed(EvidenceSeed Seed, StudyAccess Researcher, Offering Offering, SourceText Text, Tag Tag);

    private static async Task<DeskSeed> Desk(TestStudy test)
    {
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var offering = await seed.AnOffering();
        var expert = await seed.AnExpert(await seed.ARoleClass("opérateur de réemploi"));
        return new DeskSeed(seed, researcher, offering, await seed.AText(researcher, Words, [expert], [offering]), await seed.ATag());
    }

    private static Task<List<Excerpt>> Excerpts(TestStudy test) => test.Get<ConsultDbContext>().Set<Excerpt>().AsNoTracking()
        .Include(excerpt => excerpt.Tags).Include(excerpt => excerpt.Offerings).ToListAsync(TestStudy.Cancellation);

    private static string Mark(List<Excerpt> excerpts) => ExcerptState.Of(excerpts[0]).Mark;

    private static Task<Outcome<AddedExcerpt>> Change(TestStudy test, StudyAccess access, Guid id, string mark, Tag tag) =>
        test.Get<ChangeExcerpt>().Handle(access, new ChangeExcerptRequest(Guid.NewGuid(), id, mark, new Coding([tag.Id], null, [])), TestStudy.Cancellation);

    private static Task<Outcome<Undone>> Undo(TestStudy test, DeskSeed desk)
    {
        test.Wait(TimeSpan.FromSeconds(1));
        return test.Get<UndoLastAct>().Handle(desk.Researcher, new UndoLastActRequest(Guid.NewGuid(), desk.Text.Id), TestStudy.Cancellation);
    }

    [Fact]
    public async Task A_memo_is_for_those_who_may_read_names_also_beside_a_text_that_is_free_of_them()
    {
        await using var test = await TestStudy.Create();
        var seed = new EvidenceSeed(test);
        var researcher = await test.As(Roles.Researcher);
        var text = await seed.AText(researcher, "Il faut un lieu stable.", [], []);
        var excerpt = await seed.AnExcerpt(researcher, text, 0, 6, await seed.ATag());
        await test.Get<KeepMemo>().Handle(researcher, new(excerpt.Id, Guid.NewGuid(), 0, "Ada Peeters en doute."), TestStudy.Cancellation);
        await test.Get<MarkFreeOfNames>().Handle(researcher, new(Guid.NewGuid(), text.Id, 1), TestStudy.Cancellation);

        Assert.Equal("Ada Peeters en doute.", (await test.Get<OpenExcerpt>().Run(researcher, text.Id, 1, TestStudy.Cancellation)).Value!.Memo.Text);
        Assert.Empty((await test.Get<OpenExcerpt>().Run(await test.As(Roles.Editor), text.Id, 1, TestStudy.Cancellation)).Value!.Memo.Text);
    }
}
