using FluxUs.Consult.Evidence;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FluxUs.Consult.Tests.Fiches;

public class WithdrawalTests
{
    [Fact]
    public async Task A_withdrawn_consent_removes_the_quote_from_drafts_and_marks_the_editions_that_used_it()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var text = (await study.Compose()).Material.Quotes.Single().SourceTextId;
        var edition = new Edition(Guid.CreateVersion7(), test.Study.Id, study.FicheId, 1, Audience.Committee, "{}", "{}", [], "", 1, "", Guid.Empty, test.Time.GetUtcNow().UtcDateTime);
        await test.Save(edition, new EditionSource { EditionId = edition.Id, SourceTextId = text });

        var held = await Room(test).Find(test.Study.Id, study.Speaker.Id, TestStudy.Cancellation);
        Assert.Equal([WordsFate.Removed, WordsFate.Flagged], held.Select(one => one.Fate));
        await test.Get<WithdrawConsent>().Handle(study.Findings.Researcher, new(Guid.NewGuid(), study.Speaker.Code, study.Speaker.Code), TestStudy.Cancellation);

        Assert.Empty(await test.All<FicheQuote>());
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

    private static IHoldsExpertWords Room(TestStudy test) => test.Get<IEnumerable<IHoldsExpertWords>>().Single(room => room.Floor == 9);
}
