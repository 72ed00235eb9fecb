using System.Net;
using FluxUs.Consult.Recommendations;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Recommendations;

public class FindingPagesTests
{
    [Fact]
    public async Task A_finding_is_made_of_chosen_excerpts_weighed_and_carried_on_by_its_pages_alone()
    {
        await using var site = await TestSite.Create();
        var study = await FindingsStudy.In(site.Study);
        var excerpt = await study.Said("Sans garantie, personne ne pose.", await study.AnExpert());
        var client = await site.SignIn(Roles.Researcher);
        var root = $"/studies/{site.Study.Study.Slug}";

        var made = await TestSite.Post(client, $"{root}/findings/new?excerpt={excerpt.Id}", "write-finding",
            ("Statement", "La garantie manque."), ("Language", "fr"), ("Offerings", study.Offering.Id.ToString()));
        Assert.Equal(HttpStatusCode.Found, made.StatusCode);
        Assert.EndsWith("/findings/K-01", made.Headers.Location!.ToString(), StringComparison.Ordinal);

        var page = await client.GetStringAsync($"{root}/findings/K-01", TestStudy.Cancellation);
        Assert.Contains("Sans garantie, personne ne pose.", page, StringComparison.Ordinal);
        Assert.Contains("une seule voix", page, StringComparison.Ordinal);

        var refused = await TestSite.Post(client, $"{root}/findings/K-01", "act-on-finding", ("act", "assess"), ("Methods", "Minor"), ("MethodsReason", ""));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("pourquoi cette réserve", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(TestStudy.Cancellation)), StringComparison.Ordinal);

        Assert.Contains("K-01", await client.GetStringAsync($"{root}/findings?lacks=SingleVoice", TestStudy.Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("K-01", await client.GetStringAsync($"{root}/findings?lacks=NoExcerpt", TestStudy.Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_that_a_fiche_asks_for_is_about_its_offering_and_leads_back_to_the_message()
    {
        await using var site = await TestSite.Create();
        var study = await FindingsStudy.In(site.Study);
        var client = await site.SignIn(Roles.Editor);
        var root = $"/studies/{site.Study.Study.Slug}";
        var message = Guid.CreateVersion7();
        var address = $"{root}/findings/new?offering=P01&fiche=nl&message={message}";

        var page = await client.GetStringAsync(address, TestStudy.Cancellation);
        Assert.Matches($"<input[^>]*value=\"{study.Offering.Id}\"[^>]*checked", page);
        Assert.Contains("la fiche P01 se rouvre", page, StringComparison.Ordinal);
        Assert.DoesNotContain("se rouvre", await client.GetStringAsync($"{root}/findings/new?offering=P99&fiche=nl", TestStudy.Cancellation), StringComparison.Ordinal);

        var made = await TestSite.Post(client, address, "write-finding", ("Statement", "La garantie manque."), ("Language", "fr"), ("Offerings", study.Offering.Id.ToString()));
        Assert.EndsWith($"{root}/fiches/P01/nl/edit?section=key-messages#message-{message}", made.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recommendation_is_written_by_an_editor_and_only_read_by_a_researcher()
    {
        await using var site = await TestSite.Create();
        var study = await FindingsStudy.In(site.Study);
        var finding = await study.AFinding("La garantie manque.");
        var root = $"/studies/{site.Study.Study.Slug}";

        var editor = await site.SignIn(Roles.Editor);
        var made = await TestSite.Post(editor, $"{root}/recommendations/new?finding={finding.Code}", "act-on-recommendation",
            ("Statement", "Créer une garantie."), ("Language", "fr"), ("Findings", finding.Id.ToString()), ("Instrument", nameof(Instrument.LoanOrGuarantee)), ("LegalFeasibility", "3"));
        Assert.EndsWith("/recommendations/R-01", made.Headers.Location!.ToString(), StringComparison.Ordinal);

        var page = WebUtility.HtmlDecode(await (await site.SignIn(Roles.Researcher)).GetStringAsync($"{root}/recommendations/R-01", TestStudy.Cancellation));
        Assert.Contains("prêt ou garantie", page, StringComparison.Ordinal);
        Assert.DoesNotContain("act-on-recommendation", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignIn(Roles.Committee)).GetAsync($"{root}/recommendations/R-01", TestStudy.Cancellation)).StatusCode);
    }
}
