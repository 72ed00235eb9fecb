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
