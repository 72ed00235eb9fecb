using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Experts;

public class ConsentTests
{
    [Theory]
    [InlineData("2026-11-23", "2026-11-24", ConsentState.Given)]
    [InlineData("2026-11-23", "2026-11-23", ConsentState.Expired)]
    [InlineData("2026-11-23", null, ConsentState.Given)]
    public async Task A_consent_holds_to_the_end_of_its_last_day(string givenOn, string? validUntil, ConsentState expected)
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await test.AddExpert(researcher);
        await test.Agree(researcher, code, givenOn, validUntil);

        var row = Assert.Single((await test.Get<ListExperts>().Run(researcher, TestStudy.Cancellation)).Value!);

        Assert.Equal(expected, row.Consent);
        Assert.Equal(expected == ConsentState.Given ? Attribution.RoleOnly : null, row.Attribution);
    }

    [Fact]
    public async Task Of_two_consents_of_one_day_the_strictest_attribution_wins()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await test.AddExpert(researcher);
        await test.Agree(researcher, code, "2026-11-20", attribution: Attribution.Anonymous);
        await test.Agree(researcher, code, "2026-11-23", attribution: Attribution.Named);
        await test.Agree(researcher, code, "2026-11-23", attribution: Attribution.RoleOnly);
        await test.Agree(researcher, code, "2026-11-23", attribution: Attribution.Named);

        var row = Assert.Single((await test.Get<ListExperts>().Run(researcher, TestStudy.Cancellation)).Value!);

        Assert.Equal(Attribution.RoleOnly, row.Attribution);
    }

    [Fact]
    public void Of_consents_of_one_day_a_withdrawal_weighs_more_than_an_end_and_that_more_than_a_yes()
    {
        var (given, ended, withdrawn) = (AConsent(null), AConsent(ExpertsOf.Day("2026-11-21")), AConsent(null));
        withdrawn.Withdraw(ExpertsOf.Day("2026-11-22"));
        var day = ExpertsOf.Day("2026-11-24");

        Assert.Equal(ConsentState.Given, ConsentStanding.On(day, [given]).State);
        Assert.Equal(ConsentState.Expired, ConsentStanding.On(day, [given, ended]).State);
        Assert.Equal(ConsentState.Withdrawn, ConsentStanding.On(day, [ended, given, withdrawn]).State);

        static Consent AConsent(DateOnly? until) => new(Guid.Empty, "2026-1", ExpertsOf.Day("2026-11-20"), until, Attribution.Named, true, true, ConsentReuse.ThisStudy);
    }

    [Fact]
    public void Less_is_agreed_to_when_nothing_holds_any_more_or_a_stricter_attribution_does()
    {
        var (named, byRole, withdrawn) = (new ConsentStanding(ConsentState.Given, Attribution.Named), new ConsentStanding(ConsentState.Given, Attribution.RoleOnly), new ConsentStanding(ConsentState.Withdrawn));

        Assert.True(byRole.AllowsLessThan(named));
        Assert.True(withdrawn.AllowsLessThan(byRole));
        Assert.False(named.AllowsLessThan(byRole));
        Assert.False(byRole.AllowsLessThan(byRole));
        Assert.False(named.AllowsLessThan(withdrawn));
    }

    [Fact]
    public async Task Without_an_answer_the_strictest_attribution_is_recorded()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await test.AddExpert(researcher);

        await test.Get<RecordConsent>().Handle(researcher, new(Guid.NewGuid(), code, "2026-1", ExpertsOf.Day("2026-11-23"), null, null, false, false, default), TestStudy.Cancellation);

        var consent = Assert.Single(await test.All<Consent>());
        Assert.Equal((Attribution.Anonymous, ConsentReuse.ThisStudy, false), (consent.Attribution, consent.Reuse, consent.Recording));
    }

    [Fact]
    public async Task A_consent_that_ends_before_it_begins_is_refused_at_its_end()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await test.AddExpert(researcher);

        var outcome = await test.Agree(researcher, code, "2026-11-20", "2026-11-19");

        Assert.Equal("ValidUntil", Assert.Single(outcome.Refusals).Field);
    }

    [Fact]
    public async Task A_consent_recorded_by_mistake_counts_no_more_and_stays_on_record_with_who_said_so_and_why()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await test.AddExpert(researcher);
        await test.Agree(researcher, code, "2026-11-20", attribution: Attribution.RoleOnly);
        var wrong = (await test.Agree(researcher, code, "2026-11-23", attribution: Attribution.Named)).Value;

        var screen = (await test.Get<ReadMistake>().Run(researcher, code, wrong, TestStudy.Cancellation)).Value!;
        var outcome = await test.Get<MarkConsentMistaken>().Handle(researcher, new(Guid.NewGuid(), code, wrong, " coché pour une autre personne "), TestStudy.Cancellation);

        Assert.True(outcome.IsDone);
        Assert.Equal((Attribution.Named, Attribution.RoleOnly), (screen.Now.Attribution, screen.Then.Attribution));
        Assert.Equal(Attribution.RoleOnly, Assert.Single((await test.Get<ListExperts>().Run(researcher, TestStudy.Cancellation)).Value!).Attribution);
        var rows = (await test.Get<ReadExpert>().Run(researcher, code, TestStudy.Cancellation)).Value!.Consents;
        Assert.Equal(new ConsentMistake("Camille Test", test.Time.GetUtcNow().UtcDateTime, "coché pour une autre personne"), rows.Single(row => row.Id == wrong).Mistake);
        Assert.Null(rows.Single(row => row.Id != wrong).Mistake);
        var again = await test.Get<MarkConsentMistaken>().Handle(researcher, new(Guid.NewGuid(), code, wrong, "encore"), TestStudy.Cancellation);
        Assert.Equal("AlreadyMistaken", Assert.Single(again.Refusals).Key);
    }

    [Fact]
    public async Task Without_any_other_consent_a_mistake_leaves_none_and_nothing_may_leave()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await test.AddExpert(researcher);
        var wrong = (await test.Agree(researcher, code, "2026-11-23")).Value;

        var bare = await test.Get<MarkConsentMistaken>().Handle(researcher, new(Guid.NewGuid(), code, wrong, " "), TestStudy.Cancellation);
        await test.Get<MarkConsentMistaken>().Handle(researcher, new(Guid.NewGuid(), code, wrong, "double saisie"), TestStudy.Cancellation);

        Assert.Equal("Reason", Assert.Single(bare.Refusals).Field);
        Assert.Equal(ConsentState.None, Assert.Single((await test.Get<ListExperts>().Run(researcher, TestStudy.Cancellation)).Value!).Consent);
    }

    [Fact]
    public async Task A_mistake_is_no_way_back_from_a_withdrawal_and_no_way_around_one()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await test.AddExpert(researcher);
        var wrong = (await test.Agree(researcher, code, "2026-11-20", "2028-11-20")).Value;
        var given = (await test.Agree(researcher, code, "2026-11-21", "2028-11-21")).Value;
        await test.Get<MarkConsentMistaken>().Handle(researcher, new(Guid.NewGuid(), code, wrong, "dit par Untel"), TestStudy.Cancellation);
        await test.Get<WithdrawConsent>().Handle(researcher, new(Guid.NewGuid(), code, code), TestStudy.Cancellation);

        var outcome = await test.Get<MarkConsentMistaken>().Handle(researcher, new(Guid.NewGuid(), code, given, "erreur"), TestStudy.Cancellation);

        Assert.Equal("WithdrawnIsNoMistake", Assert.Single(outcome.Refusals).Key);
        Assert.Equal(OutcomeKind.NotFound, (await test.Get<ReadMistake>().Run(researcher, code, given, TestStudy.Cancellation)).Kind);
        // Who withdrew has no day until which a consent holds, and nothing that was said of them is left.
        var row = Assert.Single((await test.Get<ListExperts>().Run(researcher, TestStudy.Cancellation)).Value!);
        Assert.Equal((ConsentState.Withdrawn, null), (row.Consent, row.ValidUntil));
        Assert.DoesNotContain(await test.All<Consent>(), consent => consent.MistakenReason?.Length > 0);
    }

    [Fact]
    public void A_withdrawal_counts_even_where_the_only_consent_was_a_mistake()
    {
        var consent = new Consent(Guid.NewGuid(), "2026-1", ExpertsOf.Day("2026-11-01"), null, Attribution.Named, true, true, ConsentReuse.ThisStudy);
        consent.MarkMistaken(Guid.NewGuid(), DateTime.UnixEpoch, "double saisie");
        consent.Withdraw(ExpertsOf.Day("2026-11-20"));

        Assert.Equal(ConsentState.None, ConsentStanding.On(ExpertsOf.Day("2026-11-19"), [consent]).State);
        Assert.Equal(ConsentState.Withdrawn, ConsentStanding.On(ExpertsOf.Day("2026-11-20"), [consent]).State);
    }

    [Fact]
    public void The_form_in_use_is_read_from_the_templates_in_the_readers_language()
    {
        var forms = new ConsentForms(Path.Combine(AppContext.BaseDirectory, "templates", "consent"));

        Assert.All(new[] { "fr", "nl", "en" }, language => Assert.Equal(language, forms.InUse(language)!.Language));
        Assert.Equal("2026-1", forms.InUse("fr")!.Version);
        Assert.Equal("fr", forms.InUse("de")!.Language);
    }
}
