using System.Net;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Studies;

public sealed class StudyShellTests
{
    [Fact]
    public async Task The_team_sees_its_rail_the_committee_one_page_and_strangers_neither()
    {
        await using var site = await TestSite.Create();

        var editor = await (await site.SignIn(Roles.Editor)).GetStringAsync("/studies/wood", TestStudy.Cancellation);
        var committee = await (await site.SignIn(Roles.Committee)).GetStringAsync("/studies/wood/committee", TestStudy.Cancellation);
        var stranger = await (await site.SignIn(await site.Study.AddAccount())).GetAsync("/studies/wood", TestStudy.Cancellation);

        Assert.Contains("class=\"rail\"", editor, StringComparison.Ordinal);
        Assert.Contains("href=\"/studies/wood/findings\"", editor, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"rail\"", committee, StringComparison.Ordinal);
        Assert.Contains("href=\"/studies/wood/committee\"", committee, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        Assert.DoesNotContain("class=\"where\"", await stranger.Content.ReadAsStringAsync(TestStudy.Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr", "Filière bois")]
    [InlineData("nl", "Houtketen")]
    public async Task The_top_bar_names_the_study_in_the_reader_s_language(string language, string name)
    {
        await using var site = await TestSite.Create();

        var page = await (await site.SignIn(Roles.Researcher, language)).GetStringAsync("/studies/wood", TestStudy.Cancellation);

        Assert.Contains($"<a class=\"where\" href=\"/studies/wood\">{name}</a>", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }
}
