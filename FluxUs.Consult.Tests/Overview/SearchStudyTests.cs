using System.Net;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Literature.Importing;
using FluxUs.Consult.Overview;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Evidence;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Overview;

public class SearchStudyTests
{
    private const string Words = "Le stockage, oui.\n\nMais surtout l’assurance décennale.";

    [Theory]
    [InlineData("elements demontes", "Offering:P01")]
    [InlineData("DECENN", "Finding:K-07,Excerpt:E-03,Text:E-03")]
    [InlineData("assur decenn", "Finding:K-07,Excerpt:E-03,Text:E-03")]
    [InlineData("stockage decenn", "")]
    [InlineData("k-07", "Finding:K-07")]
    [InlineData("lefevre", "Reference:D-07")]
    [InlineData("écennale", "")]
    [InlineData("a", "")]
    [InlineData(" * ", "")]
    public async Task Words_are_found_without_their_accents_at_the_start_of_words(string query, string expected)
    {
        await using var test = await TestStudy.Create();
        await Fill(test);

        Assert.Equal(expected, await Search(test, await test.As(Roles.Researcher), query));
    }

    [Fact]
    public async Task Words_in_a_text_lead_to_their_paragraph_and_its_second()
    {
        await using var test = await TestStudy.Create();
        var text = await Fill(test);

        var groups = (await test.Get<SearchStudy>().Run(await test.As(Roles.Manager), "surtout", TestStudy.Cancellation)).Value!;

        var line = Assert.Single(groups.Single(group => group.Kind == FoundKind.Text).Lines);
        Assert.Equal(($"evidence/{text.Id}?part=1#segment-1", TimeSpan.FromSeconds(8)), (line.Address, line.Place!.From!.Value));
    }

    [Fact]
    public async Task An_editor_finds_what_is_said_only_once_the_text_is_free_of_names()
    {
        await using var test = await TestStudy.Create();
        var text = await Fill(test);
        var editor = await test.As(Roles.Editor);

        Assert.Equal("", await Search(test, editor, "surtout"));
        Assert.Equal("Finding:K-07", await Search(test, editor, "assurance"));
        Assert.True((await test.Get<MarkFreeOfNames>().Handle(await test.As(Roles.Researcher), new(Guid.NewGuid(), text.Id, 1), TestStudy.Cancellation)).IsDone);
        Assert.Equal("Excerpt:E-03,Text:E-03", await Search(test, editor, "surtout"));
    }

    [Fact]
    public async Task The_committee_a_stranger_and_another_study_find_nothing()
    {
        await using var test = await TestStudy.Create();
        await Fill(test);
        var other = new Study("steel", new LocalText("Acier"));
        await test.Save(other);

        var committee = await test.Get<SearchStudy>().Run(await test.As(Roles.Committee), "assurance", TestStudy.Cancellation);

        Assert.Equal(OutcomeKind.Forbidden, committee.Kind);
        Assert.Equal("", await Search(test, await test.As(Roles.Manager, other), "assurance"));
    }

    [Fact]
    public async Task The_name_of_an_expert_is_nowhere_to_be_found()
    {
        await using var test = await TestStudy.Create();
        await Fill(test);

        Assert.Equal("", await Search(test, await test.As(Roles.Manager), "Peeters"));
        Assert.Equal("", await Search(test, await test.As(Roles.Manager), "Ada"));
    }

    [Theory]
    [InlineData("oeuvre", "la main-d’œuvre manque", 10)]
    [InlineData("eleve", "un e\u0301le\u0300ve", 3)]
    [InlineData("strasse", "die Straße", 4)]
    [InlineData("merci", "👩🏽‍🔧 merci", 8)]
    public void A_place_in_a_text_counts_as_the_text_does(string word, string text, int place) => Assert.Equal([place], new SearchWords(word).PlacesIn(text));

    [Fact]
    public async Task The_page_marks_what_was_found_and_is_closed_to_the_committee()
    {
        await using var site = await TestSite.Create();
        await Fill(site.Study);
        using var researcher = await site.SignIn(Roles.Researcher);
        using var committee = await site.SignIn(Roles.Committee);

        var page = await researcher.GetStringAsync("/studies/wood/search?q=assur", TestStudy.Cancellation);
        using var closed = await committee.GetAsync("/studies/wood/search?q=assur", TestStudy.Cancellation);
        var home = await committee.GetStringAsync("/studies/wood/committee", TestStudy.Cancellation);

        Assert.Matches("<mark[^>]*>assurance</mark>", page);
        Assert.Contains("action=\"/studies/wood/search\"", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
        Assert.DoesNotContain("/search", home, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("waarborg", "nl", "Een waarborg invoeren.")]
    [InlineData("garantie", "fr", "Créer une garantie.")]
    [InlineData("gewest", "nl", "Een waarborg invoeren. Gewest")]
    public async Task A_measure_is_found_in_each_of_its_languages_and_shown_in_that_one(string query, string language, string text)
    {
        await using var test = await TestStudy.Create();
        var editor = await test.As(Roles.Editor);
        await test.Get<WriteRecommendation>().Handle(editor, new(Guid.NewGuid(), null, 0, "Créer une garantie.", "fr", new Measure { LeadActor = "Région" }, [], [],
            new Dictionary<string, MeasureWording> { ["nl"] = new() { Statement = "Een waarborg invoeren.", LeadActor = "Gewest" } }), TestStudy.Cancellation);

        var line = Assert.Single((await test.Get<SearchStudy>().Run(editor, query, TestStudy.Cancellation)).Value!.SelectMany(group => group.Lines));

        Assert.Equal((language, text), (line.Language, line.Text));
    }

    private static async Task<string> Search(TestStudy test, StudyAccess access, string query)
    {
        var found = await test.Get<SearchStudy>().Run(access, query, TestStudy.Cancellation);
        Assert.True(found.IsDone);
        return string.Join(',', found.Value.SelectMany(group => group.Lines.Select(line => $"{group.Kind}:{line.Code}")));
    }

    private static async Task<SourceText> Fill(TestStudy test)
    {
        var (seed, researcher) = (new EvidenceSeed(test), await test.As(Roles.Researcher));
        var role = await seed.ARoleClass("fédération");
        var expert = await seed.AnExpert(role);
        await seed.AnOffering();
        var second = Words.IndexOf("Mais", StringComparison.Ordinal);
        var text = await seed.AText(researcher, Words, [expert], [],
        [
            new SegmentDraft(0, second - 2, null, expert.Id, TimeSpan.FromSeconds(5), null, null, null),
            new SegmentDraft(second, Words.Length - second, null, expert.Id, TimeSpan.FromSeconds(8), null, null, null),
        ]);
        await seed.AnExcerpt(researcher, text, second, Words.Length - second, await seed.ATag());
        var reference = new Reference(test.Study.Id, "D-07", "lefevre2021");
        reference.Describe(new CslItem { Title = "Bâtir", Author = [new CslName { Family = "Lefèvre", Given = "A." }] });
        await test.Save(new Finding(test.Study.Id, "K-07", "L’assurance décennale freine.", "fr"), reference);
        return text;
    }

    [Fact]
    public async Task Prose_of_a_fiche_is_shown_without_its_marks()
    {
        await using var test = await TestStudy.Create();
        var study = await Fiches.FicheStudy.In(test);
        await study.Write("options-rejected", "## Ailleurs\n\n- **Ne rien faire** : la [filière](https://example.org) reste un *essai* [@finding:K-01].");

        var groups = (await test.Get<SearchStudy>().Run(study.Editor, "filiere essai", TestStudy.Cancellation)).Value!;

        Assert.Equal("Ailleurs Ne rien faire : la filière reste un essai.", Assert.Single(Assert.Single(groups, group => group.Kind == FoundKind.Fiche).Lines).Text);
    }
}
