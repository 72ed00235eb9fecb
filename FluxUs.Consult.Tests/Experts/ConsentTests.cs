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
    public void The_form_in_use_is_read_from_the_templates_in_the_readers_language()
    {
        var forms = new ConsentForms(Path.Combine(AppContext.BaseDirectory, "templates", "consent"));

        Assert.All(new[] { "fr", "nl", "en" }, language => Assert.Equal(language, forms.InUse(language)!.Language));
        Assert.Equal("2026-1", forms.InUse("fr")!.Version);
        Assert.Equal("fr", forms.InUse("de")!.Language);
    }
}
