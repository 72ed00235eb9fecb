using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Tests.Experts;
using FluxUs.Consult.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FluxUs.Consult.Tests.Fiches;

public class WithdrawalTests
{
    [Fact]
    public async Task A_withdrawn_consent_removes_the_quote_from_drafts_and_marks_the_editions_that_used_it()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await Printed(test, study);

        var held = await Room(test).Find(test.Study.Id, study.Speaker.Id, TestStudy.Cancellation);
        Assert.Equal([WordsFate.Removed, WordsFate.Flagged], held.Select(one => one.Fate));
        await test.Get<WithdrawConsent>().Handle(study.Findings.Researcher, new(Guid.NewGuid(), study.Speaker.Code, study.Speaker.Code), TestStudy.Cancellation);

        Assert.Empty(await test.All<FicheQuote>());
        Assert.NotNull(Assert.Single(await test.All<Edition>()).FlaggedAt);
    }

    [Fact]
    public async Task A_text_that_became_too_long_by_a_younger_limit_never_stands_in_the_way_of_a_withdrawal()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await test.Get<ConsultDbContext>().Database.ExecuteSqlAsync($"UPDATE Finding SET Confidence_MethodsReason = {new string('x', LongestAttribute.Paragraph + 1)}", TestStudy.Cancellation);

        var outcome = await test.Get<WithdrawConsent>().Handle(study.Findings.Researcher, new(Guid.NewGuid(), study.Speaker.Code, study.Speaker.Code), TestStudy.Cancellation);

        Assert.True(outcome.IsDone);
        Assert.Contains(await test.All<Finding>(), finding => finding.Confidence?.MethodsReason.Length > LongestAttribute.Paragraph);
    }

    [Theory]
    [InlineData(Attribution.RoleOnly, true)]
    [InlineData(Attribution.Named, false)]
    public async Task Who_agrees_to_less_than_before_is_told_at_the_editions_that_said_more(Attribution later, bool isFlagged)
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await test.Agree(study.Findings.Researcher, study.Speaker.Code, "2026-11-20", attribution: Attribution.Named);
        await Printed(test, study);

        await test.Agree(study.Findings.Researcher, study.Speaker.Code, "2026-11-21", attribution: later);

        Assert.Equal(isFlagged, Assert.Single(await test.All<Edition>()).FlaggedAt is not null);
    }

    [Fact]
    public async Task A_consent_recorded_by_mistake_marks_the_editions_that_said_more_and_says_so_before()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var (researcher, code) = (study.Findings.Researcher, study.Speaker.Code);
        var wrong = (await test.Agree(researcher, code, "2026-11-20", attribution: Attribution.Named)).Value;
        await Printed(test, study);

        Assert.Equal(["P01 fr 1"], (await test.Get<ReadMistake>().Run(researcher, code, wrong, TestStudy.Cancellation)).Value!.Flagged.SelectMany(kind => kind.Codes));
        await test.Get<MarkConsentMistaken>().Handle(researcher, new(Guid.NewGuid(), code, wrong, "une autre personne"), TestStudy.Cancellation);

        Assert.NotNull(Assert.Single(await test.All<Edition>()).FlaggedAt);
    }

    [Fact]
    public async Task Words_that_a_text_gives_to_an_expert_are_found_when_another_is_named_as_its_voice()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var text = (await test.All<SourceText>()).Single(text => text.Code == "E-02");
        var version = (await test.All<SourceTextVersion>()).Single(version => version.SourceTextId == text.Id).Id;
        await test.Change<Segment>(segment => segment.SpokenBy(study.Speaker.Id), segment => segment.SourceTextVersionId == version);

        await test.Get<WithdrawConsent>().Handle(study.Findings.Researcher, new(Guid.NewGuid(), study.Speaker.Code, study.Speaker.Code), TestStudy.Cancellation);

        Assert.DoesNotContain(await test.All<SourceText>(), left => left.Code is "E-01" or "E-02");
        Assert.False(DatabaseBytes.Hold(test.Root, "Personne n’assure."));
    }

    [Fact]
    public async Task What_leans_on_an_excerpt_and_on_a_finding_is_told_up_to_the_fiche()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);

        var uses = await test.Get<FicheFindings>().UsesOf(study.Editor, [(await study.Compose()).Material.Finding("K-01")!.Row.Id], TestStudy.Cancellation);
        Assert.Equal(3, uses.Count);
        Assert.All(uses, use => Assert.Equal("fiches/P01/fr", use.Address));
        var resting = await test.Get<IEnumerable<IRestsOnEvidence>>().OfType<FicheEvidence>().Single().WhatRestsOn(study.Editor, [study.Quote.ExcerptId], TestStudy.Cancellation);
        Assert.Equal("P01", Assert.Single(resting).Code);
        var refused = await test.Get<RemoveFinding>().Handle(study.Findings.Researcher, new(Guid.NewGuid(), "K-01", 2), TestStudy.Cancellation);
        Assert.Equal("FindingCarries", Assert.Single(refused.Refusals).Key);
    }

    private static async Task Printed(TestStudy test, FicheStudy study)
    {
        var text = (await study.Compose()).Material.Quotes.Single().SourceTextId;
        var edition = new Edition(Guid.CreateVersion7(), test.Study.Id, study.FicheId, 1, Audience.Committee, "{}", "{}", [], "", 1, "", Guid.Empty, test.Time.GetUtcNow().UtcDateTime);
        await test.Save(edition, new EditionSource { EditionId = edition.Id, SourceTextId = text });
    }

    private static IHoldsExpertWords Room(TestStudy test) => test.Get<IEnumerable<IHoldsExpertWords>>().Single(room => room.Floor == 9);
}
