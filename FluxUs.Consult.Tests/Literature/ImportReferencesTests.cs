using System.Text;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Files;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Literature;

public class ImportReferencesTests
{
    private const string BibTex = """
        @techreport{guide2021, author = {{Service du réemploi}}, title = {Guide du réemploi}, year = {2021}, langid = {french}}
        @article{dupont2020, author = {Dupont, Anne and van Dam, Piet}, title = {Hout en stad}, year = {2020}, doi = {10.1000/182}}
        @article{dupont2020bis, author = {Dupont, Anne}, title = {Hout en stad (preprint)}, year = {2020}, doi = {10.1000/182}}
        """;

    [Fact]
    public async Task The_preview_explains_which_entry_is_known_and_why()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        await Add(test, researcher, "Guide du réemploi", "Service du réemploi", "2021");

        var file = await Bring(test, researcher, BibTex);
        var preview = (await test.Get<PreviewLiterature>().Run(researcher, file.Value, TestStudy.Cancellation)).Value!;

        Assert.Equal("D-01", preview.Entries[0].Known!.Code);
        Assert.Null(preview.Entries[1].Known);
        Assert.Equal(2, preview.Entries[2].Known!.Entry);
        Assert.Contains("10.1000/182", preview.Entries[2].Known!.Why, StringComparison.Ordinal);
        Assert.Equal(1, preview.New);
        Assert.Single(await test.All<Reference>());
    }

    [Fact]
    public async Task A_file_that_was_only_previewed_waits_until_it_is_taken_or_discarded()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var (first, second) = (await Bring(test, researcher, BibTex), await Bring(test, researcher, BibTex + "@misc{more, title = {Autre}, year = {2021}}"));

        Assert.Equal(2, (await test.Get<ListWaitingLiterature>().Run(researcher, TestStudy.Cancellation)).Value!.Count);
        await test.Get<TakeReferences>().Handle(researcher, new(Guid.NewGuid(), first.Value, [1], [], []), TestStudy.Cancellation);
        Assert.Equal(second.Value, Assert.Single((await test.Get<ListWaitingLiterature>().Run(researcher, TestStudy.Cancellation)).Value!).Id);
        await test.Get<DiscardLiterature>().Handle(researcher, new(Guid.NewGuid(), second.Value), TestStudy.Cancellation);
        Assert.Empty((await test.Get<ListWaitingLiterature>().Run(researcher, TestStudy.Cancellation)).Value!);
    }

    [Fact]
    public async Task A_repeated_entry_without_a_key_is_known_by_the_key_that_the_first_would_get()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        const string Twice = "@misc{, author = {Dupont, Anne}, title = {Hout}, year = {2020}}\n@misc{, author = {Dupont, Anne}, title = {Hout}, year = {2020}}";

        var preview = (await test.Get<PreviewLiterature>().Run(researcher, (await Bring(test, researcher, Twice)).Value, TestStudy.Cancellation)).Value!;

        Assert.Equal((1, preview.Entries[0].CitationKey), (preview.Entries[1].Known!.Entry, preview.Entries[1].Known!.CitationKey));
        Assert.NotEmpty(preview.Entries[0].CitationKey);
    }

    [Fact]
    public async Task The_chosen_come_in_with_codes_keys_and_offerings()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var offering = new Offering(test.Study.Id, "P01", new LocalText("Éléments"), "R3");
        await test.Save(offering);
        var file = await Bring(test, researcher, BibTex);

        var taken = await test.Get<TakeReferences>().Handle(researcher, new(Guid.NewGuid(), file.Value, [1, 2], [], [offering.Id]), TestStudy.Cancellation);

        Assert.Equal([("D-01", "guide2021"), ("D-02", "dupont2020")], taken.Value!.Taken.Select(reference => (reference.Code, reference.CitationKey)));
        var kept = (await test.All<Reference>()).OrderBy(reference => reference.Code).ToList();
        Assert.Equal(("Service du réemploi", 2021, "fr"), (kept[0].Authors, kept[0].Year!.Value, kept[0].Language));
        Assert.Equal("Dupont, Anne; van Dam, Piet", kept[1].Authors);
        Assert.Equal(2, (await test.All<ReferenceOffering>()).Count);
    }

    [Fact]
    public async Task An_entry_that_became_known_meanwhile_stays_out()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);
        var file = await Bring(test, researcher, BibTex);
        await Add(test, researcher, "Guide du réemploi", "Service du réemploi", "2021");

        var taken = await test.Get<TakeReferences>().Handle(researcher, new(Guid.NewGuid(), file.Value, [1], [], []), TestStudy.Cancellation);

        Assert.Empty(taken.Value!.Taken);
        Assert.Equal(1, Assert.Single(taken.Value.Known).Number);
    }

    [Fact]
    public async Task The_second_import_of_a_file_brings_nothing_new()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);

        var first = await test.Get<ImportReferences>().Handle(researcher, new(Guid.NewGuid(), "a.bib", Content(BibTex)), TestStudy.Cancellation);
        var second = await test.Get<ImportReferences>().Handle(researcher, new(Guid.NewGuid(), "a.bib", Content(BibTex)), TestStudy.Cancellation);

        Assert.Equal((2, 1), (first.Value!.Taken.Count, first.Value.Known.Count));
        Assert.Equal((0, 3), (second.Value!.Taken.Count, second.Value.Known.Count));
        Assert.Equal(2, (await test.All<Reference>()).Count);
    }

    [Fact]
    public async Task A_dry_run_tells_the_keys_and_leaves_nothing()
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);

        var outcome = await test.Get<ImportReferences>().Handle(researcher, new(Guid.NewGuid(), "a.bib", Content(BibTex), DryRun: true), TestStudy.Cancellation);

        Assert.Equal(["guide2021", "dupont2020"], outcome.Value!.Taken.Select(reference => reference.CitationKey));
        Assert.Empty(await test.All<Reference>());
        Assert.Empty(await test.All<LiteratureFile>());
        Assert.Empty(test.Get<FileStore>().Hashes());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Une liste de courses.")]
    [InlineData("%PDF-1.7")]
    public async Task What_holds_no_reference_is_refused_with_its_name_and_nothing_stays(string content)
    {
        await using var test = await TestStudy.Create();
        var researcher = await test.As(Roles.Researcher);

        var outcome = await Bring(test, researcher, content);

        Assert.Contains("liste.bib", (string)Assert.Single(outcome.Refusals).Arguments[0], StringComparison.Ordinal);
        Assert.Empty(await test.All<LiteratureFile>());
        Assert.Empty(test.Get<FileStore>().Hashes());
    }

    [Fact]
    public async Task A_file_of_another_study_is_not_found()
    {
        await using var test = await TestStudy.Create();
        var file = await Bring(test, await test.As(Roles.Researcher), BibTex);
        var other = new Study("steel", new LocalText("Acier"));
        await test.Save(other);

        var preview = await test.Get<PreviewLiterature>().Run(await test.As(Roles.Researcher, other), file.Value, TestStudy.Cancellation);

        Assert.Equal(OutcomeKind.NotFound, preview.Kind);
    }

    private static Task<Outcome<Guid>> Bring(TestStudy test, StudyAccess access, string content) =>
        test.Get<BringLiterature>().Handle(access, new(Guid.NewGuid(), "liste.bib", Content(content)), TestStudy.Cancellation);

    private static async Task Add(TestStudy test, StudyAccess access, string title, string authors, string year)
    {
        var fields = ReferenceFields.Empty with { Title = title, Authors = authors, Year = year };
        Assert.True((await test.Get<AddReference>().Handle(access, new(Guid.NewGuid(), fields), TestStudy.Cancellation)).IsDone);
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));
}
