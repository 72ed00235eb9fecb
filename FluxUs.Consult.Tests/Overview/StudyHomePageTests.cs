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
}
