using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.Listing;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Evidence;

public class ListExcerptsTests
{
    private const string Words = "Notre assureur refuse. La place manque. L’assurance coûte cher.";

    [Fact]
    public async Task Two_excerpts_of_one_person_count_one_person()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var text = await seed.AText(researcher, Words, [await seed.AnExpert(await seed.ARoleClass("fédération"))], []);
        var tag = await seed.ATag();
        await seed.AnExcerpt(researcher, text, 0, 22, tag);
        await seed.AnExcerpt(researcher, text, 23, 16, tag);
        var document = (await test.Get<MakeSourceText>().Handle(researcher, new(Guid.NewGuid(), SourceKind.ReadingNote, Guid.NewGuid(), "D-07", "fr", "Les assureurs demandent une fiche.", [], [], [], null), TestStudy.Cancellation)).Value;
        await test.Get<AddExcerpt>().Handle(researcher, new AddExcerptRequest(Guid.NewGuid(), document, 1, 0, 13, new Coding([tag.Id], null, [])), TestStudy.Cancellation);

        var all = await List(test, researcher, new ExcerptFilter());
        var found = await List(test, researcher, new ExcerptFilter(Words: "ASSUR*"));

        Assert.Equal((3, 3, 1, 1), (all.Found, all.Total, all.People, all.Documents));
        Assert.Equal((2, 3, 1, 1), (found.Found, found.Total, found.People, found.Documents));
    }

    [Fact]
    public async Task What_an_excerpt_lacks_finds_it()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var offering = await seed.AnOffering();
        var text = await seed.AText(researcher, Words, [await seed.AnExpert(await seed.ARoleClass("fédération"))], []);
        var tag = await seed.ATag();
        await test.Get<AddExcerpt>().Handle(researcher, new AddExcerptRequest(Guid.NewGuid(), text.Id, 1, 0, 22, new Coding([tag.Id], null, [offering.Id])), TestStudy.Cancellation);
        await seed.AnExcerpt(researcher, text, 23, 16, tag);

        Assert.Equal("La place manque.", Assert.Single((await List(test, researcher, new ExcerptFilter(Lack: ExcerptLack.Offering))).Rows).Quote);
        Assert.Empty((await List(test, researcher, new ExcerptFilter(Lack: ExcerptLack.Place))).Rows);
        Assert.Equal(2, (await List(test, researcher, new ExcerptFilter(Lack: ExcerptLack.Finding))).Found);
    }

    [Fact]
    public async Task A_tag_finds_what_stands_below_it()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var text = await seed.AText(researcher, Words, [await seed.AnExpert(await seed.ARoleClass("fédération"))], []);
        var axis = await seed.ATag("insurance", TagKind.Axis);
        var below = new Tag(test.Study.Id, "refusal", new LocalText("refus"), TagKind.Obstacle, "#a3341f", axis.Id, 1);
        await test.Save(below);
        await seed.AnExcerpt(researcher, text, 0, 22, below);
        await seed.AnExcerpt(researcher, text, 23, 16, await seed.ATag("space"));

        var row = Assert.Single((await List(test, researcher, new ExcerptFilter(Tag: "insurance"))).Rows);

        Assert.Equal(("Notre assureur refuse.", "insurance"), (row.Quote, row.Tags[0].Axis!.French));
    }

    [Fact]
    public async Task Excerpts_are_found_by_offering_stage_role_language_and_coder()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher, other) = (new EvidenceSeed(test), await test.As(Roles.Researcher), await test.As(Roles.Researcher));
        var (offering, tag) = (await seed.AnOffering(), await seed.ATag());
        var (federation, bank) = (await seed.ARoleClass("fédération"), await seed.ARoleClass("banque"));
        var first = await seed.AText(researcher, Words, [await seed.AnExpert(federation)], [offering]);
        var second = await seed.AText(researcher, Words, [await seed.AnExpert(bank)], [offering]);
        await test.Get<AddExcerpt>().Handle(researcher, new AddExcerptRequest(Guid.NewGuid(), first.Id, 1, 0, 22, new Coding([tag.Id], offering.Stages[0].Id, [])), TestStudy.Cancellation);
        await seed.AnExcerpt(other, second, 0, 22, tag);

        Assert.Equal(first.Code, Assert.Single((await List(test, researcher, new ExcerptFilter(Offering: "P01"))).Rows).SourceCode);
        Assert.Equal(first.Code, Assert.Single((await List(test, researcher, new ExcerptFilter(Stage: offering.Stages[0].Id))).Rows).SourceCode);
        Assert.Equal(second.Code, Assert.Single((await List(test, researcher, new ExcerptFilter(Role: bank.Code))).Rows).SourceCode);
        Assert.Equal(second.Code, Assert.Single((await List(test, researcher, new ExcerptFilter(Coder: other.Actor.Id))).Rows).SourceCode);
        Assert.Equal(2, (await List(test, researcher, new ExcerptFilter(Language: "fr", Kind: TagKind.Obstacle))).Found);
        Assert.Equal(0, (await List(test, researcher, new ExcerptFilter(Language: "nl"))).Found);
    }

    [Fact]
    public async Task An_editor_sees_the_excerpts_of_texts_free_of_names()
    {
        await using var test = await TestStudy.Create();
        var (seed, researcher, editor) = (new EvidenceSeed(test), await test.As(Roles.Researcher), await test.As(Roles.Editor));
        var text = await seed.AText(researcher, Words, [await seed.AnExpert(await seed.ARoleClass("fédération"))], []);
        await seed.AnExcerpt(researcher, text, 0, 22, await seed.ATag());

        Assert.Equal(0, (await List(test, editor, new ExcerptFilter())).Total);
        await test.Get<MarkFreeOfNames>().Handle(researcher, new(Guid.NewGuid(), text.Id, 1), TestStudy.Cancellation);
        Assert.Equal(1, (await List(test, editor, new ExcerptFilter())).Total);
    }

    [Theory]
    [InlineData("assur*", true)]
    [InlineData("assur", false)]
    [InlineData("ASSURÉ* refuse", true)]
    [InlineData("assureur banque", false)]
    [InlineData("", true)]
    [InlineData("l'assureur*", false)]
    public void Words_are_found_whole_or_by_their_start(string words, bool expected) =>
        Assert.Equal(expected, new WordSearch(words).Matches("Notre assureur refuse."));

    [Fact]
    public void What_is_found_is_marked_and_the_text_stays_whole()
    {
        var runs = new WordSearch("assur*").Cut("Notre assureur s’assure.");

        Assert.Equal("Notre assureur s’assure.", string.Concat(runs.Select(run => run.Text)));
        Assert.Equal(["assureur", "assure"], runs.Where(run => run.IsFound).Select(run => run.Text));
    }

    private static async Task<ExcerptList> List(TestStudy test, StudyAccess access, ExcerptFilter filter) =>
        (await test.Get<ListExcerpts>().Run(access, filter, 1, TestStudy.Cancellation)).Value!;
}
