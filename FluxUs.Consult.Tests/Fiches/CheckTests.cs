using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches.Checks;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Recommendations;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Fiches;

public class CheckTests
{
    [Fact]
    public async Task A_whole_fiche_may_be_published()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);

        var judged = await Judge(study);

        Assert.Empty(judged.Checks.Where(check => check.StopsEdition).Select(check => check.Key));
        Assert.InRange(judged.Pages, 1, 4);
        Assert.InRange(judged.Words, 60, 400);
    }

    [Theory]
    [InlineData(SectionKeys.OneSentence, "un deux trois quatre cinq six sept huit neuf dix un deux trois quatre cinq six sept huit neuf dix un deux trois quatre cinq six sept huit neuf dix un", "SentenceTooLong", CheckWeight.Blocks)]
    [InlineData(SectionKeys.OneSentence, "", "SectionEmpty", CheckWeight.Blocks)]
    [InlineData(SectionKeys.FlowToday, "On compte [@number:unknown].", "TokenUnknown", CheckWeight.Blocks)]
    [InlineData(SectionKeys.FlowToday, "On compte 200 000 tonnes.", "DigitsTyped", CheckWeight.Warns)]
    [InlineData(SectionKeys.FlowToday, "On en compte, depuis 2028, 12 par an.", "DigitsTyped", CheckWeight.Warns)]
    [InlineData(SectionKeys.Divergence, "Ambroise Vandenhaute n’est pas d’accord.", "NameFound", CheckWeight.Blocks)]
    public async Task Prose_is_judged_where_it_stands(string section, string text, string key, CheckWeight weight)
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await study.Write(section, text);

        var check = (await Judge(study)).Checks.First(check => check.Key == key);

        Assert.Equal(weight, check.Weight);
        Assert.StartsWith("fiches/P01/fr/edit", check.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_page_that_goes_over_names_the_text_that_takes_most_of_it()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await study.Write(SectionKeys.OneSentence, string.Join(' ', Enumerable.Repeat("mot", 1200)));

        var over = Assert.Single((await Judge(study)).Checks, check => check.Key.StartsWith("FirstPageOver", StringComparison.Ordinal));

        Assert.Equal(("FirstPageOver", CheckWeight.Blocks, SectionKeys.OneSentence), (over.Key, over.Weight, over.Section));
        Assert.True((int)over.Arguments[0] > 0);
    }

    [Fact]
    public async Task A_first_page_that_fewer_recommendations_would_mend_says_how_many_fit()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        for (var more = 0; more < 9; more++) await study.Measure($"Créer un registre public numéro {more}, tenu par la Région, que chaque chantier consulte avant de déposer.", study.Claims[0]);

        var over = Assert.Single((await Judge(study)).Checks, check => check.Key.StartsWith("FirstPageOver", StringComparison.Ordinal));

        Assert.Equal(("FirstPageOverMeasures", SectionKeys.Recommendations, "recommendations?offering=P01"), (over.Key, over.Section, over.Address));
        Assert.Equal(12, over.Arguments[1]);
        Assert.InRange((int)over.Arguments[2], 3, 11);
    }

    [Fact]
    public async Task A_sentence_longer_than_it_may_be_gives_way_before_a_recommendation()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        for (var more = 0; more < 9; more++) await study.Measure($"Créer un registre public numéro {more}, tenu par la Région, que chaque chantier consulte avant de déposer.", study.Claims[0]);
        await study.Write(SectionKeys.OneSentence, string.Join(' ', Enumerable.Repeat("mot", 200)));

        var over = Assert.Single((await Judge(study)).Checks, check => check.Key.StartsWith("FirstPageOver", StringComparison.Ordinal));

        Assert.Equal(("FirstPageOver", SectionKeys.OneSentence), (over.Key, over.Section));
    }

    [Fact]
    public async Task Where_a_name_stands_is_told_to_a_researcher_only()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await study.Write(SectionKeys.Divergence, "VANDENHAUTE n’est pas d’accord.");

        Assert.Equal("", Assert.Single((await Judge(study)).Checks, check => check.Key.StartsWith("Name", StringComparison.Ordinal)).Section);
        Assert.Equal(SectionKeys.Divergence, Assert.Single((await Judge(study, study.Findings.Researcher)).Checks, check => check.Key.StartsWith("Name", StringComparison.Ordinal)).Section);
    }

    [Fact]
    public async Task A_recommendation_without_instrument_actor_horizon_or_finding_blocks()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await test.Get<WriteRecommendation>().Handle(study.Editor, new(Guid.NewGuid(), null, 0, "Étudier.", "fr", new Measure(), [], [study.Findings.Offering.Id]), TestStudy.Cancellation);

        var checks = (await Judge(study)).Checks.Where(check => check.Key.StartsWith("Recommendation.", StringComparison.Ordinal)).ToList();

        Assert.Equal(["Recommendation.NoActor", "Recommendation.NoFinding", "Recommendation.NoHorizon", "Recommendation.NoInstrument"], checks.Select(check => check.Key).Order());
        Assert.All(checks, check => Assert.Equal("recommendations/R-04#write", check.Address));
    }

    [Fact]
    public async Task A_cited_finding_needs_its_confidence_explained_and_something_to_rest_on()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await study.Findings.AFinding("Rien ne l’appuie.");
        await study.Write(SectionKeys.Divergence, "Peut-être. [@finding:K-04]");

        var checks = (await Judge(study)).Checks;

        Assert.Contains(checks, check => check is { Key: "FindingNotWeighed", Address: "findings/K-04" });
        Assert.Contains(checks, check => check is { Key: "FindingUnsupported", Address: "findings/K-04" });
    }

    [Fact]
    public async Task A_quantity_without_year_or_source_blocks()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await test.Save(new Quantity(test.Study.Id, "stock", new LocalText("Gisement"), 12, new LocalText("kt"), null));
        await study.Write(SectionKeys.FlowToday, "Il y en a [@number:stock].");

        var keys = (await Judge(study)).Checks.Select(check => check.Key).ToList();

        Assert.Contains("QuantityWithoutYear", keys);
        Assert.Contains("QuantityWithoutSource", keys);
    }

    [Fact]
    public async Task A_quote_that_awaits_its_author_holds_the_edition_back()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test, Audience.Public);
        await test.Change<Quote>(quote => quote.Record(Audience.Public, ApprovalState.Asked, null, Guid.NewGuid(), new DateOnly(2026, 11, 2)));

        var check = Assert.Single((await Judge(study)).Checks, check => check.Key == "Quote.Asked");

        Assert.Equal((CheckWeight.Waits, true, "quotes/Q-01"), (check.Weight, check.StopsEdition, check.Address));
    }

    [Fact]
    public async Task Fewer_than_three_messages_or_one_without_a_finding_blocks()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var messages = (await test.All<Consult.Fiches.KeyMessage>()).OrderBy(message => message.Order).ToList();
        await test.Get<ArrangeMessages>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, MessageAct.Remove, messages[0].Id, []), TestStudy.Cancellation);
        await test.Get<ArrangeMessages>().Handle(study.Editor, new(Guid.NewGuid(), FicheStudy.Name, MessageAct.Bind, messages[1].Id, []), TestStudy.Cancellation);

        var keys = (await Judge(study)).Checks.Select(check => check.Key).ToList();

        Assert.Contains("MessageCount", keys);
        Assert.Contains("MessageUnbound", keys);
    }

    [Fact]
    public void Words_are_counted_as_a_reader_reads_them() =>
        Assert.Equal(8, FicheRules.Words("L’architecte n’assure pas : 15 à 40 %, aujourd’hui, peut-être."));

    private static async Task<CheckedFiche> Judge(FicheStudy study, StudyAccess? access = null) =>
        (await study.Test.Get<CheckFiche>().Run(access ?? study.Editor, "P01", "fr", TestStudy.Cancellation)).Value!;
}
