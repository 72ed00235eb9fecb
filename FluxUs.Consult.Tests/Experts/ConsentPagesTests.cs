using System.Net;
using FluxUs.Consult.Experts;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Experts;

public class ConsentPagesTests
{
    [Theory]
    [InlineData("fr", "Un accord enregistré par erreur", "Dites en quoi cet accord")]
    [InlineData("nl", "Een toestemming die per vergissing", "Zeg wat er per vergissing")]
    [InlineData("en", "A consent recorded by mistake", "Say what was recorded by mistake")]
    public async Task A_mistake_is_marked_on_its_own_page_with_its_reason_and_shows_struck_through(string language, string title, string refusal)
    {
        await using var site = await TestSite.Create();
        var researcher = await site.Study.As(Roles.Researcher);
        var code = await site.Study.AddExpert(researcher);
        var consent = (await site.Study.Agree(researcher, code, "2026-11-20", attribution: Attribution.Named)).Value;
        var client = await site.SignIn(Roles.Researcher, language);
        var (expert, mistake) = ($"/studies/wood/experts/{code}", $"/studies/wood/experts/{code}/consents/{consent}/mistake");

        Assert.Contains(mistake, await TestSite.Read(client, expert), StringComparison.Ordinal);
        Assert.Contains(title, await TestSite.Read(client, mistake), StringComparison.Ordinal);
        Assert.Contains(refusal, await TestSite.Read(await TestSite.Post(client, mistake, "mistake", ("Reason", ""))), StringComparison.Ordinal);
        var done = await TestSite.Post(client, mistake, "mistake", ("Reason", "une autre personne"));

        Assert.Equal(HttpStatusCode.Found, done.StatusCode);
        var after = await TestSite.Read(client, expert);
        Assert.Contains("<del>", after, StringComparison.Ordinal);
        Assert.Contains("une autre personne", after, StringComparison.Ordinal);
        Assert.DoesNotContain(mistake, after, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(mistake, TestStudy.Cancellation)).StatusCode);
    }
}
