using System.Globalization;
using System.Net;
using FluxUs.Consult.Exchange.Loading.Synthetic;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>How often a page asks the database must not grow with the rows that it shows.</summary>
public class QueryCountTests
{
    private static readonly string[] Pages =
    [
        "", "/offerings", "/offerings/P01", "/evidence", "/evidence/texts", "/evidence/E-01", "/quotes", "/codebook", "/findings", "/findings/K-01", "/recommendations",
        "/recommendations/R-01", "/interviews", "/interviews/E-01", "/literature", "/experts", "/organisations", "/programmes", "/overview", "/overview?table=offerings", "/overview?table=stages", "/overview?table=organisations", "/overview?table=programmes", "/flows/wood", "/fiches", "/fiches/P01/fr", "/fiches/P01/fr/edit", "/committee",
        "/settings", "/settings/members", "/search?q=bois",
    ];

    [Fact]
    public async Task A_study_four_times_the_size_asks_no_more_often()
    {
        await using var site = await TestSite.Create();
        foreach (var scale in new[] { 1, 4 })
        {
            var written = await site.Study.Get<WriteSyntheticStudy>().Handle(Actor.Operator, new WriteSyntheticStudyRequest(scale, TestStudy.Password), TestStudy.Cancellation);
            Assert.True(written.IsDone);
        }

        using var manager = site.Visitor();
        await TestSite.Post(manager, "/sign-in", "sign-in", ("Email", "manager@demo.example"), ("Password", TestStudy.Password));
        var wrong = new List<string>();
        foreach (var page in Pages)
        {
            var (small, large) = (await Count(site, manager, "demo-x1", page), await Count(site, manager, "demo-x4", page));
            if (large > small) wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{page}: {small} commands, on four times the rows {large}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task A_page_of_one_thing_asks_no_more_often_for_a_full_one_than_for_a_thin_one()
    {
        await using var site = await TestSite.Create();
        await site.Study.LoadDemonstration();
        using var manager = site.Visitor();
        await TestSite.Post(manager, "/sign-in", "sign-in", ("Email", "manager@demo.example"), ("Password", TestStudy.Password));

        foreach (var (full, thin) in new[] { ("/offerings/P01", "/offerings/P15"), ("/fiches/P01/fr", "/fiches/P15/fr"), ("/fiches/P01/fr/edit", "/fiches/P15/fr/edit") })
        {
            var (most, least) = (await Count(site, manager, Demonstration.Slug, full), await Count(site, manager, Demonstration.Slug, thin));
            Assert.True(most <= least, string.Create(CultureInfo.InvariantCulture, $"{full}: {most} commands, {thin}: {least}"));
        }
    }

    private static async Task<int> Count(TestSite site, HttpClient visitor, string slug, string page)
    {
        // What is only asked once, such as the codebook's colours, is asked now.
        for (var warming = 0; ; warming++)
        {
            site.Commands.Take();
            using var answer = await visitor.GetAsync($"/studies/{slug}{page}", TestStudy.Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{slug}{page}: {(int)answer.StatusCode}");
            await answer.Content.ReadAsByteArrayAsync(TestStudy.Cancellation);
            if (warming == 1) return site.Commands.Take();
        }
    }
}
