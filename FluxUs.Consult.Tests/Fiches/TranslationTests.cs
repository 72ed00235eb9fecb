using FluxUs.Consult.Evidence;
using FluxUs.Consult.Fiches;
using FluxUs.Consult.Fiches.Checks;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Editor;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Fiches.Writing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Marks;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Fiches;

public sealed class TranslationTests
{
    private static readonly FicheName Dutch = new("P01", "nl");

    [Fact]
    public async Task A_translation_begins_with_the_messages_of_its_source_and_tells_what_has_changed_since()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var id = (await test.Get<CreateFiche>().Handle(study.Editor, new(Guid.NewGuid(), "P01", "nl", Audience.Committee, "fr"), TestStudy.Cancellation)).Value;
        await Write(study, id, "De kringloop lekt bij de plaatsing.");

        Assert.Equal(3, (await Judged(study)).Fiche.Material.Messages.Count);
        Assert.Empty(Stale(await Judged(study)));

        await study.Write(SectionKeys.FlowToday, "La boucle fuit à la pose et à la vente.");
        Assert.Equal([SectionKeys.FlowToday], Stale(await Judged(study)));
        var line = EditFiche.States(await Judged(study)).Single(one => one.Section.Key == SectionKeys.FlowToday);
        Assert.Equal(SectionState.Stale, line.State);

        Assert.True((await test.Get<FollowSource>().Handle(study.Editor, new(Guid.NewGuid(), Dutch, SectionKeys.FlowToday, null), TestStudy.Cancellation)).IsDone);
        Assert.Empty(Stale(await Judged(study)));
    }

    [Fact]
    public async Task A_word_of_the_glossary_that_the_translation_lacks_is_told_and_stops_nothing()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var id = (await test.Get<CreateFiche>().Handle(study.Editor, new(Guid.NewGuid(), "P01", "nl", Audience.Committee, "fr"), TestStudy.Cancellation)).Value;
        await test.Save(
            new GlossaryTerm(test.Study.Id, new GlossaryContents(new LocalText("boucle", "kringloop"), "", "")), new GlossaryTerm(test.Study.Id, new GlossaryContents(new LocalText("pose", "plaatsing"), "", "jamais « montage »")),
            new GlossaryTerm(test.Study.Id, new GlossaryContents(new LocalText("fuite"), "", "")));

        Assert.DoesNotContain((await Judged(study)).Checks, check => check.Key == "TermMissing");

        await Write(study, id, "De kringloop lekt bij de montage.");
        var judged = await Judged(study);
        var missing = Assert.Single(judged.Checks, check => check.Key == "TermMissing");
        Assert.Equal((CheckWeight.Warns, SectionKeys.FlowToday, "pose", "plaatsing"), (missing.Weight, missing.Section, missing.Arguments[1], missing.Arguments[2]));
        Assert.EndsWith("section=flow-today", missing.Address, StringComparison.Ordinal);
        Assert.Equal([("boucle", false), ("pose", true)], judged.Fiche.Material.TermsOf(SectionKeys.FlowToday).Select(use => (use.Word, use.IsMissing)));
        Assert.Equal("jamais « montage »", Assert.Single(judged.Fiche.Material.TermsOf(SectionKeys.FlowToday)[1].Notes));
    }

    [Fact]
    public async Task Any_form_of_a_term_will_do_and_the_title_is_looked_at_too()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);
        var id = (await test.Get<CreateFiche>().Handle(study.Editor, new(Guid.NewGuid(), "P01", "nl", Audience.Committee, "fr"), TestStudy.Cancellation)).Value;
        await test.Change<Offering>(offering => offering.Describe(new LocalText("La pose", "De montage"), offering.ShortName, offering.Kind, offering.Circularity, offering.Description), offering => offering.Code == "P01");
        await test.Save(new GlossaryTerm(test.Study.Id, new GlossaryContents(new LocalText("pose", "plaatsing; plaatsen"), "", "")));
        await Write(study, id, "De kringloop lekt bij het plaatsen.");

        var missing = Assert.Single((await Judged(study)).Checks, check => check.Key.StartsWith("TermMissing", StringComparison.Ordinal));

        Assert.Equal(("TermMissingInTitle", CheckWeight.Warns, "offerings/P01", "pose", "plaatsing / plaatsen"), (missing.Key, missing.Weight, missing.Address, missing.Arguments[0], missing.Arguments[1]));
    }

    [Theory]
    [InlineData(null, Audience.Public)]
    [InlineData(Audience.Team, Audience.Team)]
    public async Task A_translation_is_meant_for_whom_its_source_is_unless_somebody_says_otherwise(Audience? asked, Audience expected)
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test, Audience.Public);

        await test.Get<CreateFiche>().Handle(study.Editor, new(Guid.NewGuid(), "P01", "nl", asked, "fr"), TestStudy.Cancellation);
        await test.Get<CreateFiche>().Handle(study.Editor, new(Guid.NewGuid(), "P01", "en", null), TestStudy.Cancellation);

        var fiches = (await test.All<Fiche>()).ToDictionary(fiche => fiche.Language, fiche => fiche.Audience);
        Assert.Equal((expected, Audience.Committee), (fiches["nl"], fiches["en"]));
    }

    [Fact]
    public async Task There_is_nothing_to_translate_where_the_offering_has_no_such_fiche()
    {
        await using var test = await TestStudy.Create();
        var study = await FicheStudy.In(test);

        var outcome = await test.Get<CreateFiche>().Handle(study.Editor, new(Guid.NewGuid(), "P01", "nl", Audience.Committee, "en"), TestStudy.Cancellation);

        Assert.Equal("SourceFicheUnknown", Assert.Single(outcome.Refusals).Key);
    }

    [Theory]
    [InlineData("La boucle fuit à la pose.", "La boucle fuit aussi à la pose.", "La boucle fuit |+aussi |à la pose.")]
    [InlineData("Un deux trois", "Un trois", "Un |-deux |trois")]
    [InlineData("", "Neuf", "+Neuf")]
    [InlineData("Pareil", "Pareil", "Pareil")]
    public void What_changed_is_told_word_by_word(string from, string to, string expected)
    {
        var changes = WordDiff.Between(from, to).Select(change => change.Kind switch { ChangeKind.Added => "+", ChangeKind.Removed => "-", _ => "" } + change.Text);

        Assert.Equal(expected, string.Join('|', changes));
    }

    private static async Task Write(FicheStudy study, Guid id, string text) =>
        Assert.Equal(AutosaveResult.Saved, (await study.Test.Get<WriteSection>().Handle(study.Editor, new(Guid.NewGuid(), id, SectionKeys.FlowToday, 0, text), TestStudy.Cancellation)).Value!.Result);

    private static async Task<CheckedFiche> Judged(FicheStudy study) => (await study.Test.Get<CheckFiche>().Run(study.Editor, "P01", "nl", TestStudy.Cancellation)).Value!;

    private static IEnumerable<string> Stale(CheckedFiche fiche) => fiche.Checks.Where(check => check.Key == "TranslationStale").Select(check => check.Section);
}
