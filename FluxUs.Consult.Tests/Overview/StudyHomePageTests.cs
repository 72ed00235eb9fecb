using System.Net;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Overview;

public class StudyHomePageTests
{
    [Fact]
    public async Task The_committee_is_led_from_the_study_to_its_own_page()
    {
        await using var site = await TestSite.Create();
        using var client = await site.SignIn(Roles.Committee);

        var answer = await client.GetAsync("/studies/wood", TestStudy.Cancellation);

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.EndsWith("/studies/wood/committee", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_committee_retained_comes_first_and_an_offering_says_where_it_stands()
    {
        await using var site = await TestSite.Create();
        await site.Study.LoadDemonstration();
        using var manager = site.Visitor();
        await TestSite.Post(manager, "/sign-in", "sign-in", ("Email", "manager@demo.example"), ("Password", TestStudy.Password));

        var home = await TestSite.Read(manager, "/studies/demo");
        Assert.Contains("26 produits et services étudiés, 15 retenus le ", home, StringComparison.Ordinal);
        Assert.Contains("Les 15 retenus", home, StringComparison.Ordinal);
        Assert.Contains("11 autres, non retenus", home, StringComparison.Ordinal);
        var tied = await TestSite.Read(manager, "/studies/demo/offerings/P09");
        Assert.Contains("retenu</span>", tied, StringComparison.Ordinal);
        Assert.Contains("ex æquo avec P14, P26", tied, StringComparison.Ordinal);
    }
}
