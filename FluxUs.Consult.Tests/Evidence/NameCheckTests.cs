using CsCheck;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Evidence;

public class NameCheckTests
{
    [Theory]
    [InlineData("selon Chloé Van den Berghe, la place manque", "Chloé Van den Berghe")]
    [InlineData("selon CHLOE VAN DEN BERGHE", "CHLOE VAN DEN BERGHE")]
    [InlineData("Van den Berghe Chloe", "Van den Berghe Chloe")]
    [InlineData("madame Berghe l’a dit", "Berghe")]
    [InlineData("l’atelier de Berghe's", "Berghe")]
    [InlineData("fiche_van-den-berghe.pdf", "van-den-berghe")]
    [InlineData("écrire à c.berghe@exemple.be", "berghe")]
    [InlineData("Ber\u00ADghe", "Ber\u00ADghe")]
    [InlineData("Be\u0301rghe", "Be\u0301rghe")]
    public void A_name_is_found_however_it_is_written(string text, string expected)
    {
        var found = Assert.Single(Names("Chloé Van den Berghe").In(text));

        Assert.Equal(expected, text.Substring(found.Start, found.Length));
    }

    [Theory]
    [InlineData("les berghes du canal")]
    [InlineData("van den heuvel")]
    [InlineData("Chloé")]
    [InlineData("")]
    public void Other_words_are_not(string text) => Assert.Empty(Names("Chloé Van den Berghe").In(text));

    [Theory]
    [InlineData("Petit, Luc")]
    [InlineData("PETIT Luc")]
    [InlineData("Luc Petit")]
    [InlineData("Luc PETIT")]
    public void The_surname_is_known_in_every_order(string name)
    {
        Assert.Single(Names(name).In("M. Petit"));
        Assert.Empty(Names(name).In("Luc a dit"));
    }

    [Fact]
    public void A_named_expert_of_the_same_surname_may_be_printed()
    {
        var names = new ExpertNames(["Luc Petit"], ["Anne Petit"]);

        Assert.Empty(names.In("Anne Petit, directrice"));
        Assert.Single(names.In("Anne Petit, et M. Petit"));
    }

    [Fact]
    public void A_surname_is_found_anywhere_between_other_words() =>
        Gen.Select(Gen.String[Gen.Char[" .,;:!?\n’'«»()0a"], 0, 20], Gen.String[Gen.Char[" .,;:!?\n’'«»()"], 1, 20]).Sample((before, after) =>
            Names("Chloé Berghe").In(before + " Berghe" + after).Count == 1);

    [Fact]
    public async Task The_place_is_told_to_a_researcher_and_only_that_there_is_one_to_an_editor()
    {
        await using var test = await TestStudy.Create();
        var seed = new EvidenceSeed(test);
        await seed.AnExpert(await seed.ARoleClass("fédération"), Attribution.RoleOnly, "Ada Peeters");
        CheckedText[] texts = [new("title", "Le point de vue de Mme Peeters")];

        var told = await test.Get<NameCheck>().Run(await test.As(Roles.Researcher), texts, TestStudy.Cancellation);
        var hidden = await test.Get<NameCheck>().Run(await test.As(Roles.Editor), texts, TestStudy.Cancellation);

        Assert.Equal(("title", 23), (Assert.Single(told.Value!.Hits).Place, told.Value.Hits[0].Start));
        Assert.True(hidden.Value!.FoundAny);
        Assert.Empty(hidden.Value.Hits);
    }

    [Fact]
    public async Task Whoever_agreed_to_be_named_is_no_find_until_the_consent_ends()
    {
        await using var test = await TestStudy.Create();
        var seed = new EvidenceSeed(test);
        await seed.AnExpert(await seed.ARoleClass("fédération"), Attribution.Named, "Ada Peeters", until: new DateOnly(2026, 12, 31));
        var editor = await test.As(Roles.Editor);

        Assert.False((await test.Get<NameCheck>().Run(editor, [new("", "Ada Peeters")], TestStudy.Cancellation)).Value!.FoundAny);
        test.Wait(TimeSpan.FromDays(60));
        Assert.True((await test.Get<NameCheck>().Run(editor, [new("", "Ada Peeters")], TestStudy.Cancellation)).Value!.FoundAny);
    }

    private static ExpertNames Names(string name) => new([name], []);
}
