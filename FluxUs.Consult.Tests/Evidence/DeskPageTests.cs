using System.Globalization;
using System.Net;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Evidence;

/// <summary>The pages of coding over HTTP, as a browser without script uses them.</summary>
public class DeskPageTests
{
    private const string Words = "Le stockage, oui.\nMais surtout l’assurance <b>.";

    [Fact]
    public async Task Without_script_a_paragraph_is_chosen_tagged_undone_and_tagged_again()
    {
        await using var site = await TestSite.Create();
        var (text, tag) = await Fill(site);
        using var client = await site.SignIn(Roles.Researcher);
        var desk = $"/studies/wood/evidence/{text.Code}";

        var coded = await TestSite.Post(client, desk, "code", ("paragraph", "1"), ("tag", tag.Id.ToString()));
        Assert.Equal(HttpStatusCode.Found, coded.StatusCode);
        var shown = await TestSite.Read(client, coded.Headers.Location!.OriginalString);
        Assert.Contains("<h2>Extrait 1</h2>", shown, StringComparison.Ordinal);
        Assert.Equal("Mais surtout l’assurance <b>.", Assert.Single(await site.Study.All<Excerpt>()).Quote);

        await TestSite.Post(client, desk, "undo");
        Assert.Empty(await site.Study.All<Excerpt>());
        await TestSite.Post(client, desk, "code", ("start", "3"), ("length", "8"), ("tag", tag.Id.ToString()));
        Assert.Equal("stockage", Assert.Single(await site.Study.All<Excerpt>()).Quote);
    }

    [Fact]
    public async Task Offsets_in_the_page_are_those_of_the_text()
    {
        await using var site = await TestSite.Create();
        var (text, _) = await Fill(site);
        using var client = await site.SignIn(Roles.Researcher);

        var html = await client.GetStringAsync($"/studies/wood/evidence/{text.Code}", TestStudy.Cancellation);

        foreach (System.Text.RegularExpressions.Match run in System.Text.RegularExpressions.Regex.Matches(html, "<span data-start=\"(\\d+)\"[^>]*>([^<]*)</span>"))
        {
            var words = WebUtility.HtmlDecode(run.Groups[2].Value);
            Assert.Equal(words, Words.Substring(int.Parse(run.Groups[1].Value, CultureInfo.InvariantCulture), words.Length));
        }

        Assert.DoesNotContain("<b>.", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_chosen_is_said_at_the_top_and_makes_nothing()
    {
        await using var site = await TestSite.Create();
        var (text, tag) = await Fill(site);
        using var client = await site.SignIn(Roles.Researcher);

        var answer = await TestSite.Post(client, $"/studies/wood/evidence/{text.Code}", "code", ("tag", tag.Id.ToString()));

        Assert.Contains("Aucun passage n’est choisi", await TestSite.Read(answer), StringComparison.Ordinal);
        Assert.Empty(await site.Study.All<Excerpt>());
    }

    [Fact]
    public async Task Each_role_finds_what_it_may_read_and_nothing_else()
    {
        await using var site = await TestSite.Create();
        var (text, _) = await Fill(site);
        using var researcher = await site.SignIn(Roles.Researcher);
        using var editor = await site.SignIn(Roles.Editor);
        using var committee = await site.SignIn(Roles.Committee);
        string[] pages = ["evidence", "evidence/texts", "codebook", "quotes", "evidence/moved", $"evidence/{text.Code}", "codebook/refusal"];

        async Task<HttpStatusCode[]> Ask(HttpClient client)
        {
            var answers = new List<HttpStatusCode>();
            foreach (var page in pages) answers.Add((await client.GetAsync($"/studies/wood/{page}", TestStudy.Cancellation)).StatusCode);
            return [.. answers];
        }

        var (open, closed) = (HttpStatusCode.OK, HttpStatusCode.NotFound);
        Assert.Equal([open, open, open, open, open, open, open], await Ask(researcher));
        Assert.Equal([open, open, open, open, closed, closed, closed], await Ask(editor));
        Assert.All(await Ask(committee), answer => Assert.Equal(closed, answer));
    }

    [Fact]
    public async Task The_colours_of_tags_come_as_a_stylesheet_to_members_alone()
    {
        await using var site = await TestSite.Create();
        await Fill(site);
        using var researcher = await site.SignIn(Roles.Researcher);
        using var committee = await site.SignIn(Roles.Committee);

        var answer = await researcher.GetAsync("/studies/wood/tags.css", TestStudy.Cancellation);

        Assert.Equal("text/css", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(".t-refusal.t-refusal { --c: #a3341f; }\n", await answer.Content.ReadAsStringAsync(TestStudy.Cancellation));
        Assert.Equal(HttpStatusCode.NotFound, (await committee.GetAsync("/studies/wood/tags.css", TestStudy.Cancellation)).StatusCode);
    }

    private static async Task<(SourceText Text, Tag Tag)> Fill(TestSite site)
    {
        var seed = new EvidenceSeed(site.Study);
        var researcher = await site.Study.As(Roles.Researcher);
        var text = await seed.AText(researcher, Words, [await seed.AnExpert(await seed.ARoleClass("fédération"))], [await seed.AnOffering()]);
        return (text, await seed.ATag("refusal"));
    }
}
