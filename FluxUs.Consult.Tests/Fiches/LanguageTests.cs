using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Checks;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Fiches;

public sealed class LanguageTests
{
    [Fact]
    public async Task A_dutch_fiche_prints_what_is_translated_and_marks_what_is_not()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await test.Get<CreateFiche>().Handle(study.Editor, new(Guid.NewGuid(), "P01", "nl", Consult.Evidence.Audience.Committee), TestStudy.Cancellation);
        var row = (await test.Get<ListRecommendations>().Run(study.Editor, new(), TestStudy.Cancellation)).Value!.First(row => row.Code == "R-01");
        await test.Get<WriteRecommendation>().Handle(study.Editor, new(Guid.NewGuid(), "R-01", row.Version, row.Statement, "fr", row.Measure, row.FindingIds, [study.Findings.Offering.Id],
            new Dictionary<string, MeasureWording> { ["nl"] = new() { Statement = "Een gewestelijke waarborg invoeren.", LeadActor = "Gewest" } }), TestStudy.Cancellation);

        var composed = (await test.Get<ComposeFiche>().Run(study.Editor, "P01", "nl", null, TestStudy.Cancellation)).Value!;

        var measures = composed.Document.Blocks.OfType<RecommendationBlock>().ToList();
        Assert.Equal("Een gewestelijke waarborg invoeren.", PlainText.Of(measures[0].Statement));
        Assert.Equal("fr", measures[1].Statement.OfType<LanguageSpan>().Single().Language);
        var lacks = FicheRules.Judge(composed).Where(check => check.Key == "RecommendationNotTranslated").ToList();
        Assert.Equal(["R-02", "R-03"], lacks.Select(check => check.Arguments[0]));
        Assert.All(lacks, check => Assert.Equal(CheckWeight.Warns, check.Weight));
    }

    [Theory]
    [InlineData("fr", "nl", "nl", "Niemand verzekert dat.")]
    [InlineData("nl", "fr", "nl", "Personne n’assure cela.")]
    [InlineData("en", "fr", "nl", "Niemand verzekert dat.")]
    public async Task A_quote_is_printed_in_the_language_of_the_fiche_where_it_is_released_and_else_in_its_own_and_says_so(string fiche, string chosen, string original, string printed)
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var excerpt = await study.Findings.Said("Niemand verzekert dat.", study.Speaker);
        var other = chosen == "fr" ? "nl" : "fr";
        string Words(string language) => language == "nl" ? "Niemand verzekert dat." : "Personne n’assure cela.";
        QuoteForm Form(string language) => language == original ? QuoteForm.Whole : QuoteForm.Translated;
        var quotes = new[] { new Quote(test.Study.Id, "Q-07", excerpt.Id, Words(chosen), chosen, Form(chosen)), new Quote(test.Study.Id, "Q-08", excerpt.Id, Words(other), other, Form(other)) };
        foreach (var quote in quotes) quote.Record(Audience.Public, ApprovalState.Approved, null, study.Editor.Actor.Id, new DateOnly(2026, 11, 1));
        await test.Save(quotes);
        if (fiche == "nl") await test.Change<Quote>(quote => quote.Record(Audience.Public, ApprovalState.Refused, null, study.Editor.Actor.Id, new DateOnly(2026, 11, 2)), quote => quote.Code == "Q-08");
        if (fiche == "fr") await test.Change<Quote>(quote => quote.Record(Audience.Public, ApprovalState.Refused, null, study.Editor.Actor.Id, new DateOnly(2026, 11, 2)), quote => quote.Language == "fr");
        if (fiche != "fr") await test.Get<CreateFiche>().Handle(study.Editor, new(Guid.NewGuid(), "P01", fiche, Audience.Committee), TestStudy.Cancellation);
        await test.Get<ChooseQuotes>().Handle(study.Editor, new(Guid.NewGuid(), new FicheName("P01", fiche), ["Q-07"]), TestStudy.Cancellation);

        var composed = (await test.Get<ComposeFiche>().Run(study.Editor, "P01", fiche, null, TestStudy.Cancellation)).Value!;

        var block = Assert.Single(composed.Document.Blocks.OfType<QuotationBlock>());
        var text = PlainText.Of([block]);
        Assert.Contains(printed, text, StringComparison.Ordinal);
        Assert.NotNull(block.Language);
        Assert.Contains(fiche switch { "fr" => "[en néerlandais]", "nl" => "[in het Frans]", _ => "[in Dutch]" }, text, StringComparison.Ordinal);
        Assert.Contains(FicheRules.Judge(composed), check => check.Key == "QuoteNotTranslated");
    }

    [Fact]
    public async Task A_dutch_fiche_prints_the_dutch_original_of_a_quote_chosen_in_french()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var quotes = new[] { new Quote(test.Study.Id, "Q-07", study.Quote.ExcerptId, "Personne n’assure cela.", "fr", QuoteForm.Translated), new Quote(test.Study.Id, "Q-08", study.Quote.ExcerptId, "Niemand verzekert dat.", "nl", QuoteForm.Whole) };
        foreach (var quote in quotes) quote.Record(Audience.Public, ApprovalState.Approved, null, study.Editor.Actor.Id, new DateOnly(2026, 11, 1));
        await test.Save(quotes);
        await test.Get<CreateFiche>().Handle(study.Editor, new(Guid.NewGuid(), "P01", "nl", Audience.Committee), TestStudy.Cancellation);
        await test.Get<ChooseQuotes>().Handle(study.Editor, new(Guid.NewGuid(), new FicheName("P01", "nl"), ["Q-07"]), TestStudy.Cancellation);

        var block = Assert.Single((await test.Get<ComposeFiche>().Run(study.Editor, "P01", "nl", null, TestStudy.Cancellation)).Value!.Document.Blocks.OfType<QuotationBlock>());

        Assert.Null(block.Language);
        Assert.Contains("Niemand verzekert dat.", PlainText.Of([block]), StringComparison.Ordinal);
        Assert.DoesNotContain("vert.", PlainText.Of([block]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_translation_into_its_own_language_is_none()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var code = await test.Get<WriteFinding>().Handle(researcher, new(Guid.NewGuid(), null, 0, "Een bewering.", "nl", [], [], new LocalText("Une affirmation.", "Iets anders.", "A claim.")), TestStudy.Cancellation);

        var finding = Assert.Single(await test.All<Finding>());

        Assert.Equal("K-01", code.Value);
        Assert.Equal(("Une affirmation.", "", "A claim."), (finding.Translations.French, finding.Translations.Dutch, finding.Translations.English));
    }

    [Fact]
    public async Task Words_of_a_recommendation_that_are_not_sent_stay_as_they_stand()
    {
        await using var test = await TestStudy.Create();
        var editor = await test.As(Roles.Editor);
        var english = new Dictionary<string, MeasureWording> { ["en"] = new() { Statement = "Create a guarantee." } };
        await test.Get<WriteRecommendation>().Handle(editor, new(Guid.NewGuid(), null, 0, "Créer une garantie.", "fr", new Measure(), [], [], english), TestStudy.Cancellation);
        await test.Get<WriteRecommendation>().Handle(editor, new(Guid.NewGuid(), "R-01", 1, "Créer deux garanties.", "fr", new Measure(), [], []), TestStudy.Cancellation);

        var row = (await test.Get<ListRecommendations>().Run(editor, new(), TestStudy.Cancellation)).Value!.Single();

        Assert.Equal(new Worded("Create a guarantee.", "en"), row.In("en", wording => wording.Statement));
        Assert.Equal(new Worded("Créer deux garanties.", "fr"), row.In("nl", wording => wording.Statement));
    }
}
