using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Evidence.Quotes;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Evidence;

public class QuoteTests
{
    private const string Words = "On nous demande une garantie décennale sur une porte qui a déjà vécu trente ans.";

    [Theory]
    [InlineData("On nous demande une garantie décennale sur une porte qui a déjà vécu trente ans.", "fr", QuoteForm.Whole, null)]
    [InlineData("« On nous demande une garantie décennale »", "fr", QuoteForm.Whole, null)]
    [InlineData("On nous demande une garantie [...] sur une porte [...].", "fr", QuoteForm.Shortened, null)]
    [InlineData("On nous demande [au dépôt] une garantie décennale.", "fr", QuoteForm.Shortened, null)]
    [InlineData("Ze vragen ons tien jaar garantie.", "nl", QuoteForm.Translated, null)]
    [InlineData("On nous demande une garantie [...]", "fr", QuoteForm.Whole, "WholeHasNoMark")]
    [InlineData("On nous demande une garantie", "fr", QuoteForm.Shortened, "ShorteningNeedsMark")]
    [InlineData("On nous impose une garantie décennale", "fr", QuoteForm.Whole, "QuoteDiffers")]
    [InlineData("sur une porte [...] une garantie", "fr", QuoteForm.Shortened, "QuoteDiffers")]
    [InlineData("On nous demande", "fr", QuoteForm.Translated, "TranslationNeedsLanguage")]
    [InlineData("They ask us", "en", QuoteForm.Whole, "OtherLanguageIsTranslation")]
    [InlineData("Man fragt uns", "de", QuoteForm.Translated, "LanguageIsUnknown")]
    [InlineData("  ", "fr", QuoteForm.Whole, "QuoteIsEmpty")]
    public void A_quote_says_no_other_words_than_its_expert(string text, string language, QuoteForm form, string? refusal) =>
        Assert.Equal(refusal, QuoteWords.Check(text, language, form, Words, "fr").Refusals is [var first] ? first.Key : null);

    [Fact]
    public void A_translation_says_so_once()
    {
        Assert.Equal("They ask us. [transl.]", QuoteWords.Printed("They ask us.", QuoteForm.Translated, "en"));
        Assert.Equal("On nous demande. [trad.]", QuoteWords.Printed("On nous demande. [trad.]", QuoteForm.Translated, "fr"));
        Assert.Equal("On nous demande.", QuoteWords.Printed("On nous demande.", QuoteForm.Whole, "fr"));
    }

    [Fact]
    public async Task An_approval_for_the_public_covers_the_committee_and_another_text_asks_again()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await AQuote(test, researcher);

        await Record(test, researcher, code, 1, Audience.Public, ApprovalState.Approved);
        Assert.Equal(ApprovalState.Approved, await State(test, researcher, code));
        var late = await Record(test, researcher, code, 1, Audience.Committee, ApprovalState.Refused);
        Assert.Equal(OutcomeKind.Changed, late.Kind);
        var reworded = await test.Get<RewordQuote>().Handle(researcher, new(Guid.NewGuid(), code, 2, "On nous demande une garantie [...]", "fr", QuoteForm.Shortened), TestStudy.Cancellation);
        Assert.True(reworded.IsDone);
        Assert.Equal(ApprovalState.NotAsked, await State(test, researcher, code));
    }

    [Fact]
    public async Task A_revised_text_is_what_is_printed()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await AQuote(test, researcher);

        var without = await Record(test, researcher, code, 1, Audience.Committee, ApprovalState.Edited);
        await test.Get<RecordApproval>().Handle(researcher, new(Guid.NewGuid(), code, 1, Audience.Committee, ApprovalState.Edited, "Une garantie nous est demandée.", null), TestStudy.Cancellation);

        Assert.Equal("EditedNeedsText", Assert.Single(without.Refusals).Key);
        var row = Assert.Single((await test.Get<ListQuotes>().Run(researcher, new QuoteFilter(State: ApprovalState.Edited), 1, TestStudy.Cancellation)).Value!.Rows);
        Assert.Equal("Une garantie nous est demandée.", row.Text);
    }

    [Fact]
    public void Words_revised_for_one_audience_are_not_released_for_another_that_was_given_other_words()
    {
        var quote = new Quote(Guid.NewGuid(), "Q-01", Guid.NewGuid(), Words, "fr", QuoteForm.Whole);
        var day = new DateOnly(2026, 11, 1);
        quote.Record(Audience.Public, ApprovalState.Approved, null, Guid.NewGuid(), day);

        quote.Record(Audience.Committee, ApprovalState.Edited, "Une garantie nous est demandée.", Guid.NewGuid(), day);

        Assert.True(quote.IsReleasedFor(Audience.Committee));
        Assert.Equal(ApprovalState.NotAsked, quote.StateFor(Audience.Public));
    }

    [Fact]
    public void What_is_refused_for_one_audience_stays_refused_though_a_wider_one_may_read_it()
    {
        var quote = new Quote(Guid.NewGuid(), "Q-01", Guid.NewGuid(), Words, "fr", QuoteForm.Whole);
        quote.Record(Audience.Public, ApprovalState.Approved, null, Guid.NewGuid(), new DateOnly(2026, 11, 1));
        quote.Record(Audience.Committee, ApprovalState.Refused, null, Guid.NewGuid(), new DateOnly(2026, 11, 2));

        Assert.Equal(ApprovalState.Refused, quote.StateFor(Audience.Committee));
        Assert.True(quote.IsReleasedFor(Audience.Team));
        Assert.True(quote.IsReleasedFor(Audience.Public));
    }

    [Theory]
    [InlineData(LabelBar.None, true)]
    [InlineData(LabelBar.NoConsent, false)]
    [InlineData(LabelBar.Expired, false)]
    [InlineData(LabelBar.Withdrawn, false)]
    public void A_released_quote_is_printed_only_under_a_consent_that_holds(LabelBar bar, bool expected)
    {
        var quote = new Quote(Guid.NewGuid(), "Q-01", Guid.NewGuid(), Words, "fr", QuoteForm.Whole);
        quote.Record(Audience.Public, ApprovalState.Approved, null, Guid.NewGuid(), new DateOnly(2026, 11, 1));

        Assert.Equal(expected, QuoteReading.MayBePrinted(quote, Audience.Public, new SourceLabel(Guid.Empty, "A-1", "", null, bar)));
        Assert.False(QuoteReading.MayBePrinted(quote, Audience.Public, null));
    }

    [Fact]
    public async Task Before_a_text_is_free_of_names_an_editor_sees_its_released_quotes_alone()
    {
        await using var test = await TestStudy.Create();
        var (researcher, editor) = (await test.As(Roles.Researcher), await test.As(Roles.Editor));
        var code = await AQuote(test, researcher);

        Assert.Empty((await test.Get<ListQuotes>().Run(editor, new QuoteFilter(), 1, TestStudy.Cancellation)).Value!.Rows);
        Assert.Equal(OutcomeKind.NotFound, (await test.Get<OpenQuote>().Run(editor, code, null, TestStudy.Cancellation)).Kind);
        await Record(test, researcher, code, 1, Audience.Committee, ApprovalState.Approved);
        var seen = await test.Get<OpenQuote>().Run(editor, code, null, TestStudy.Cancellation);
        Assert.Null(seen.Value!.Original);
        Assert.Single((await test.Get<ListQuotes>().Run(editor, new QuoteFilter(), 1, TestStudy.Cancellation)).Value!.Rows);
    }

    private static async Task<string> AQuote(TestStudy test, StudyAccess researcher)
    {
        var seed = new EvidenceSeed(test);
        var text = await seed.AText(researcher, Words, [await seed.AnExpert(await seed.ARoleClass("fédération"))], []);
        var excerpt = await seed.AnExcerpt(researcher, text, 0, Words.Length, await seed.ATag());
        return (await test.Get<MakeQuote>().Handle(researcher, new(Guid.NewGuid(), excerpt.Id, Words, "fr", QuoteForm.Whole), TestStudy.Cancellation)).Value!;
    }

    private static Task<Outcome<Nothing>> Record(TestStudy test, StudyAccess access, string code, int version, Audience audience, ApprovalState state) =>
        test.Get<RecordApproval>().Handle(access, new(Guid.NewGuid(), code, version, audience, state, null, null), TestStudy.Cancellation);

    private static async Task<ApprovalState> State(TestStudy test, StudyAccess access, string code) =>
        (await test.Get<ListQuotes>().Run(access, new QuoteFilter(), 1, TestStudy.Cancellation)).Value!.Rows.Single(quote => quote.Code == code).ForCommittee;
}
