using System.Net;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Experts;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Studies;

public class StudyPagesTests
{
    private static readonly string[] Pages =
    [
        "settings", "settings/members", "settings/role-classes", "organisations", "flows/new", "flows/wood-flow/edit", "programmes", "programmes/new", "offerings", "offerings/new", "offerings/P01/edit",
        "experts", "experts/new", "experts/X01", "experts/X01/edit", "experts/X01/consent", "experts/X01/withdrawal",
    ];

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Every_page_of_the_set_up_opens_for_a_manager_in_every_language(string language)
    {
        await using var site = await TestSite.Create();
        await Fill(site.Study);
        var client = await site.SignIn(Roles.Manager, language);

        foreach (var page in Pages)
        {
            var answer = await client.GetAsync("/studies/wood/" + page, TestStudy.Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page}: {answer.StatusCode}");
            Assert.Contains($"<html lang=\"{language}\"", await TestSite.Read(answer), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_page_of_a_study_is_unknown_to_whoever_is_no_member_and_leads_a_visitor_to_the_door()
    {
        await using var site = await TestSite.Create();
        await Fill(site.Study);
        var other = new Study("steel", new LocalText("Acier"));
        await site.Study.Save(other);
        var stranger = await site.SignIn(await site.Study.AddMember(Roles.Everyone, other));
        var visitor = site.Visitor();

        foreach (var page in Pages)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/studies/wood/" + page, TestStudy.Cancellation)).StatusCode);
            Assert.Equal(HttpStatusCode.Found, (await visitor.GetAsync("/studies/wood/" + page, TestStudy.Cancellation)).StatusCode);
        }
    }

    [Fact]
    public async Task Experts_are_unknown_to_editors_and_the_committee_and_settings_to_the_committee()
    {
        await using var site = await TestSite.Create();
        await Fill(site.Study);
        var editor = await site.SignIn(Roles.Editor);
        var committee = await site.SignIn(Roles.Committee);

        foreach (var page in Pages.Where(page => page.StartsWith("experts", StringComparison.Ordinal)))
            Assert.Equal(HttpStatusCode.NotFound, (await editor.GetAsync("/studies/wood/" + page, TestStudy.Cancellation)).StatusCode);
        foreach (var page in Pages)
            Assert.Equal(HttpStatusCode.NotFound, (await committee.GetAsync("/studies/wood/" + page, TestStudy.Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/studies/wood/offerings", TestStudy.Cancellation)).StatusCode);
        Assert.Equal("/studies/wood/committee", (await committee.GetAsync("/", TestStudy.Cancellation)).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_study_is_set_up_through_its_pages()
    {
        await using var site = await TestSite.Create();
        var client = await site.SignIn(Roles.Manager);

        await Done(client, "settings/role-classes", "add", ("Code", "operator"), ("Name.fr", "opérateur"));
        await Done(client, "flows/new", "add", ("Code", "wood-flow"), ("Name.fr", "Bois"), ("Description.fr", "grumes"), ("Description.nl", "boomstammen"));
        var flow = Assert.Single(await site.Study.All<Flow>());
        await Done(client, "flows/wood-flow/edit", "add-figure", ("Key", "bois-2020"), ("Label.fr", "bois"), ("Value", "20 000,5"), ("Unit.fr", "m³/an"), ("Year", "2020"), ("SourceNote", "rapport"));
        await Done(client, "offerings/new", "add", ("Code", "p01"), ("Name.fr", "Palettes"), ("Kind", "Product"), ("MainFlow", flow.Id.ToString()), ("Circularity", "R3"), ("Stages", "tri\nvente"));
        await Done(client, "organisations", "add", ("Name", "Palettes SA"), ("Kind.fr", "entreprise"), ("Kind.nl", "onderneming"), ("WebAddress", "https://palettes.example"));

        Assert.Equal("boomstammen", flow.Description.Dutch);
        Assert.Equal("onderneming", Assert.Single(await site.Study.All<Organisation>()).Kind.Dutch);
        Assert.Equal(20000.5m, Assert.Single(await site.Study.All<Quantity>()).Value);
        Assert.Equal("P01", Assert.Single(await site.Study.All<Offering>()).Code);
        Assert.Equal(2, (await site.Study.All<Stage>()).Count);
        Assert.Contains("Palettes SA", await TestSite.Read(client, "/studies/wood/organisations"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_shows_its_link_once_and_the_link_opens_the_account()
    {
        await using var site = await TestSite.Create();
        var client = await site.SignIn(Roles.Manager);

        var answer = await TestSite.Read(await TestSite.Post(client, "/studies/wood/settings/members", "invite", ("Email", "lea@test.example"), ("DisplayName", "Léa"), ("Roles", "Editor")));
        var link = System.Text.RegularExpressions.Regex.Match(answer, "/links/[A-Za-z0-9_-]+").Value;
        var guest = site.Visitor();
        var opened = await TestSite.Post(guest, link, "link", ("DisplayName", "Léa"), ("Password", TestSite.Password), ("RepeatedPassword", TestSite.Password));

        Assert.Equal(HttpStatusCode.Found, opened.StatusCode);
        Assert.Contains("Filière bois", await TestSite.Read(guest, "/studies"), StringComparison.Ordinal);
        Assert.DoesNotContain("/links/", await TestSite.Read(client, "/studies/wood/settings/members"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_stays_beside_what_is_wrong_with_it()
    {
        await using var site = await TestSite.Create();
        await Fill(site.Study);
        var client = await site.SignIn(Roles.Researcher);

        var answer = await TestSite.Read(await TestSite.Post(client, "/studies/wood/flows/wood-flow/edit", "add-figure", ("Key", "bois"), ("Label.fr", "grumes"), ("Value", "2O 000"), ("Unit.fr", "m³")));

        Assert.Contains("2O 000", answer, StringComparison.Ordinal);
        Assert.Contains("La valeur n’est pas un nombre lisible", answer, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_shows_only_after_the_person_asked_and_was_confirmed()
    {
        await using var site = await TestSite.Create();
        await Fill(site.Study);
        var client = await site.SignIn(Roles.Researcher);

        Assert.DoesNotContain("Zwartbroek", await TestSite.Read(client, "/studies/wood/experts/X01"), StringComparison.Ordinal);
        Assert.DoesNotContain("Zwartbroek", await TestSite.Read(client, "/studies/wood/experts"), StringComparison.Ordinal);
        var shown = await TestSite.Read(await TestSite.Post(client, "/studies/wood/experts/X01", "open"));

        Assert.Contains("Zwartbroek", shown, StringComparison.Ordinal);
        Assert.Contains("Camille Test", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rail_shows_what_a_role_may_open_with_counts()
    {
        await using var site = await TestSite.Create();
        await Fill(site.Study);

        var researcher = Rail(await TestSite.Read(await site.SignIn(Roles.Researcher), "/studies/wood/offerings"));
        var editor = Rail(await TestSite.Read(await site.SignIn(Roles.Editor), "/studies/wood/offerings"));

        Assert.Contains("/studies/wood/experts", researcher, StringComparison.Ordinal);
        Assert.DoesNotContain("/studies/wood/experts", editor, StringComparison.Ordinal);
        Assert.Contains("aria-current=\"page\">Produits et services<span class=\"n num\">1</span>", researcher, StringComparison.Ordinal);
    }

    private static string Rail(string page) => page[page.IndexOf("class=\"rail\"", StringComparison.Ordinal)..page.IndexOf("<main", StringComparison.Ordinal)];

    private static async Task Done(HttpClient client, string page, string form, params (string, string)[] values)
    {
        var answer = await TestSite.Post(client, "/studies/wood/" + page, form, values);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{page}: {await TestSite.Read(answer)}");
    }

    private static async Task Fill(TestStudy test)
    {
        var manager = await test.As(Roles.Manager | Roles.Researcher);
        var flow = (await test.Get<AddFlow>().Handle(manager, new(Guid.NewGuid(), "wood-flow", new LocalText("Bois", "Hout", "Wood"), new("")), TestStudy.Cancellation)).Value;
        var contents = new OfferingContents(new LocalText("Palettes"), new LocalText(""), OfferingKind.Product, "R3", new(""), [flow]);
        await test.Get<AddOffering>().Handle(manager, new(Guid.NewGuid(), "P01", contents, [new LocalText("tri")]), TestStudy.Cancellation);
        await test.AddExpert(manager);
    }
}
