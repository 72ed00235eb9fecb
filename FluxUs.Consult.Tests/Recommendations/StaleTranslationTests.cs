using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches.Checks;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Fiches;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Recommendations;

public class StaleTranslationTests
{
    private static readonly LocalText Translated = new("", "Niemand verzekert.", "Nobody insures.");

    [Fact]
    public async Task A_translation_of_a_finding_is_stale_once_its_statement_changes_and_says_from_what()
    {
        await using var test = await TestStudy.Create();
        var editor = await test.As(Roles.Editor);
        await Write(test, editor, 0, "Personne n’assure.", Translated);
        Assert.Empty((await Row(test, editor)).Stale);

        await Write(test, editor, 1, "Presque personne n’assure.", Translated);
        var stale = (await Row(test, editor)).Stale;

        Assert.Equal(["nl", "en"], stale.Select(translation => translation.Language));
        Assert.Equal(new MovedText("Statement", "Personne n’assure.", "Presque personne n’assure.", "Niemand verzekert."), Assert.Single(stale[0].Texts));
        Assert.Single((await test.Get<ListFindings>().Run(editor, new FindingFilter(IsStale: true), TestStudy.Cancellation)).Value!);
    }

    [Fact]
    public async Task A_new_translation_follows_at_once_and_the_other_language_when_somebody_says_so()
    {
        await using var test = await TestStudy.Create();
        var editor = await test.As(Roles.Editor);
        await Write(test, editor, 0, "Personne n’assure.", Translated);

        await Write(test, editor, 1, "Presque personne n’assure.", new LocalText("", "Bijna niemand verzekert.", "Nobody insures."));
        Assert.Equal(["en"], (await Row(test, editor)).Stale.Select(translation => translation.Language));

        Assert.Equal(OutcomeKind.Changed, (await Confirm(test, editor, 1, "en")).Kind);
        Assert.Equal(OutcomeKind.NotFound, (await Confirm(test, editor, 2, "fr")).Kind);
        Assert.True((await Confirm(test, editor, 2, "en")).IsDone);
        Assert.Empty((await Row(test, editor)).Stale);
    }

    [Fact]
    public async Task A_change_that_is_taken_back_makes_nothing_stale()
    {
        await using var test = await TestStudy.Create();
        var editor = await test.As(Roles.Editor);
        await Write(test, editor, 0, "Personne n’assure.", Translated);
        await Write(test, editor, 1, "Personne.", null);
        await Write(test, editor, 2, "Personne n’assure.", null);

        Assert.Empty((await Row(test, editor)).Stale);
    }

    [Fact]
    public async Task Of_a_recommendation_only_the_texts_that_moved_are_stale()
    {
        await using var test = await TestStudy.Create();
        var editor = await test.As(Roles.Editor);
        var dutch = new Dictionary<string, MeasureWording> { ["nl"] = new() { Statement = "Een waarborg invoeren.", LeadActor = "Gewest", WhoPays = "Gewest" } };
        var measure = new Measure { LeadActor = "Région", WhoPays = "Région", Indicator = "nombre" };
        await test.Get<WriteRecommendation>().Handle(editor, new(Guid.NewGuid(), null, 0, "Créer une garantie.", "fr", measure, [], [], dutch), TestStudy.Cancellation);

        await test.Get<WriteRecommendation>().Handle(editor, new(Guid.NewGuid(), "R-01", 1, "Créer une garantie.", "fr", measure with { LeadActor = "Région et communes", Indicator = "part" }, [], [], dutch), TestStudy.Cancellation);
        var stale = (await Measure(test, editor)).Stale;
        Assert.Equal(new MovedText("LeadActor", "Région", "Région et communes", "Gewest"), Assert.Single(Assert.Single(stale).Texts));

        Assert.True((await test.Get<ConfirmRecommendationTranslation>().Handle(editor, new(Guid.NewGuid(), "R-01", 2, "nl"), TestStudy.Cancellation)).IsDone);
        Assert.Empty((await Measure(test, editor)).Stale);
    }

    [Fact]
    public async Task A_fiche_in_that_language_is_warned_and_leads_to_where_it_is_mended()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        await test.Get<CreateFiche>().Handle(study.Editor, new(Guid.NewGuid(), "P01", "nl", null, "fr"), TestStudy.Cancellation);
        var finding = (await test.All<Finding>()).Single(one => one.Code == "K-01");
        await Write(test, study.Editor, finding.Version, finding.Statement, Translated, study.Findings.Offering.Id);
        await Write(test, study.Editor, finding.Version + 1, "Autre chose.", Translated, study.Findings.Offering.Id);

        var composed = (await test.Get<ComposeFiche>().Run(study.Editor, "P01", "nl", null, TestStudy.Cancellation)).Value!;
        var check = Assert.Single(FicheRules.Judge(composed), check => check.Key == "FindingStale");

        Assert.Equal((CheckWeight.Warns, "findings/K-01#stale-nl"), (check.Weight, check.Address));
    }

    [Fact]
    public async Task The_page_of_a_finding_shows_both_texts_and_takes_the_word_that_it_is_still_right()
    {
        await using var site = await TestSite.Create();
        var editor = await site.Study.As(Roles.Editor);
        await Write(site.Study, editor, 0, "Personne n’assure.", Translated);
        await Write(site.Study, editor, 1, "Presque personne n’assure.", Translated);
        var client = await site.SignIn(Roles.Editor);
        const string Page = "/studies/wood/findings/K-01";

        var shown = await TestSite.Read(client, Page);
        Assert.Contains("id=\"stale-nl\"", shown, StringComparison.Ordinal);
        Assert.Contains("<del>Personne </del>", shown, StringComparison.Ordinal);
        Assert.Contains("Nederlands : à revoir", await TestSite.Read(client, "/studies/wood/findings?lacks=StaleTranslation"), StringComparison.Ordinal);
        await TestSite.Post(client, Page, "act-on-finding", ("act", "confirm"), ("version", "2"), ("in", "nl"));

        Assert.Equal(["en"], (await Row(site.Study, editor)).Stale.Select(translation => translation.Language));
    }

    private static Task<Outcome<string>> Write(TestStudy test, StudyAccess access, int version, string statement, LocalText? translations, params Guid[] offerings) =>
        test.Get<WriteFinding>().Handle(access, new(Guid.NewGuid(), version == 0 ? null : "K-01", version, statement, "fr", offerings, [], translations), TestStudy.Cancellation);

    private static Task<Outcome<Nothing>> Confirm(TestStudy test, StudyAccess access, int version, string language) =>
        test.Get<ConfirmFindingTranslation>().Handle(access, new(Guid.NewGuid(), "K-01", version, language), TestStudy.Cancellation);

    private static async Task<FindingRow> Row(TestStudy test, StudyAccess access) => Assert.Single((await test.Get<ListFindings>().Run(access, new(), TestStudy.Cancellation)).Value!);

    private static async Task<RecommendationRow> Measure(TestStudy test, StudyAccess access) => Assert.Single((await test.Get<ListRecommendations>().Run(access, new(), TestStudy.Cancellation)).Value!);
}
