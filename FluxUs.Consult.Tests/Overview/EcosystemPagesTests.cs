using System.Net;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Overview;

public class EcosystemPagesTests
{
    [Theory]
    [InlineData("fr", "L’écosystème en une image")]
    [InlineData("nl", "Het ecosysteem in één beeld")]
    [InlineData("en", "The ecosystem in one picture")]
    public async Task The_picture_places_each_offering_and_says_which_figures_disagree(string language, string title)
    {
        await using var site = await TestSite.Create();
        await Fill(site.Study);

        var page = await TestSite.Read(await site.SignIn(Roles.Editor, language), "/studies/wood/overview");

        Assert.Contains(title, page, StringComparison.Ordinal);
        Assert.Contains("<a class=\"chip\" href=\"/studies/wood/offerings/P01\"><b>P01</b> Mobilier", page, StringComparison.Ordinal);
        Assert.Contains("180\u202F000", page, StringComparison.Ordinal);
        Assert.Contains("<span>" + (language switch { "fr" => "chiffres en désaccord", "nl" => "cijfers spreken elkaar tegen", _ => "figures disagree" }), page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_table_opens_on_the_page_of_all_and_on_that_of_a_flow_and_comes_out_as_a_file()
    {
        await using var site = await TestSite.Create();
        await Fill(site.Study);
        var client = await site.SignIn(Roles.Researcher);

        foreach (var table in new[] { "quantities", "offerings", "stages", "organisations", "programmes" })
        {
            var query = $"table={table}&rung=R4ToR6&retained=false&sort=-name&page=1";
            foreach (var page in new[] { "overview", "flows/wood" })
                Assert.Contains("Exporter ce tableau", await TestSite.Read(client, $"/studies/wood/{page}?{query}"), StringComparison.Ordinal);
            using var file = await client.GetAsync($"/studies/wood/overview/{table}.csv?{query}", TestStudy.Cancellation);
            Assert.Equal((HttpStatusCode.OK, "text/csv"), (file.StatusCode, file.Content.Headers.ContentType!.MediaType));
        }
    }

    [Fact]
    public async Task Filters_that_take_nothing_lead_back_to_all()
    {
        await using var site = await TestSite.Create();
        await Fill(site.Study);
        var client = await site.SignIn(Roles.Researcher);

        Assert.Contains("Aucune ligne ne correspond", await TestSite.Read(client, "/studies/wood/overview?table=offerings&retained=true"), StringComparison.Ordinal);
        // What cannot be read in an address is as if it were not there.
        Assert.Contains("1 à 1 sur 1", await TestSite.Read(client, "/studies/wood/overview?table=offerings&retained=oui&rung=99&flow=gone"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_study_says_what_will_be_here_and_where_to_begin()
    {
        await using var site = await TestSite.Create();

        Assert.Contains("href=\"/studies/wood/flows/new\"", await TestSite.Read(await site.SignIn(Roles.Manager), "/studies/wood/overview"), StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/studies/wood/flows/new\"", await TestSite.Read(await site.SignIn(Roles.Editor), "/studies/wood/overview"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_committee_and_strangers_find_neither_the_pages_nor_the_files()
    {
        await using var site = await TestSite.Create();
        await Fill(site.Study);
        var committee = await site.SignIn(Roles.Committee);

        foreach (var page in new[] { "overview", "flows/wood", "overview/quantities.csv", "overview/organisations.csv" })
            Assert.Equal(HttpStatusCode.NotFound, (await committee.GetAsync("/studies/wood/" + page, TestStudy.Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignIn(Roles.Editor)).GetAsync("/studies/wood/flows/gone", TestStudy.Cancellation)).StatusCode);
    }

    [Fact]
    public async Task The_list_of_flows_is_the_picture()
    {
        await using var site = await TestSite.Create();
        var answer = await (await site.SignIn(Roles.Editor)).GetAsync("/studies/wood/flows", TestStudy.Cancellation);

        Assert.Equal("/studies/wood/overview", answer.Headers.Location!.OriginalString);
    }

    private static async Task Fill(TestStudy test)
    {
        var access = await test.As(Roles.Manager);
        var flow = (await test.Get<AddFlow>().Handle(access, new(Guid.NewGuid(), "wood", new LocalText("Bois", "Hout", "Wood"), new("")), TestStudy.Cancellation)).Value;
        var contents = new OfferingContents(new LocalText("Mobilier"), new LocalText(""), OfferingKind.Product, "R4-R5", new(""), [flow]);
        await test.Get<AddOffering>().Handle(access, new(Guid.NewGuid(), "P01", contents, [new("dépose"), new("vente")]), TestStudy.Cancellation);
        foreach (var value in new[] { 200_000m, 180_000m })
            await test.Get<AddQuantity>().Handle(access, new(Guid.NewGuid(), new("waste", new LocalText("chutes"), value, new("t/an"), 2019, null, "rapport", "", flow, null)), TestStudy.Cancellation);
        var organisation = (await test.Get<AddOrganisation>().Handle(access, new(Guid.NewGuid(), "Palettes SA", new("entreprise"), ""), TestStudy.Cancellation)).Value;
        await test.Get<GiveOrganisationRole>().Handle(access, new(Guid.NewGuid(), organisation, flow, null, new("opérateur")), TestStudy.Cancellation);
        await test.Get<AddProgramme>().Handle(access, new(Guid.NewGuid(), "timber", new(
            new LocalText("Bois d’ici"), ProgrammeKind.Programme, new LocalText("Agence"), new LocalText(""), null, 2025, null, "", null, "", "", [flow], [])), TestStudy.Cancellation);
    }
}
