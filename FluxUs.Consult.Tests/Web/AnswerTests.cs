using System.Net;
using FluxUs.Consult.Tests.Support;
using FluxUs.Consult.Web;

namespace FluxUs.Consult.Tests.Web;

public sealed class AnswerTests
{
    [Fact]
    public async Task Every_answer_tells_the_browser_to_trust_this_site_only()
    {
        await using var site = await TestSite.Create();
        var visitor = site.Visitor();

        foreach (var path in new[] { "/", "/sign-in", "/no-such-page", "/css/theme.css", "/autosave/key", "/no-such-file.png" })
        {
            var answer = await visitor.GetAsync(path, TestStudy.Cancellation);

            Assert.Equal([SecurityHeaders.ContentSecurityPolicy], answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["DENY"], answer.Headers.GetValues("X-Frame-Options"));
            Assert.Equal(["same-origin"], answer.Headers.GetValues("Referrer-Policy"));
        }
    }

    [Fact]
    public async Task A_page_stays_in_no_cache()
    {
        await using var site = await TestSite.Create();

        var page = await site.Visitor().GetAsync("/no-such-page", TestStudy.Cancellation);

        Assert.True(page.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("fr", "Cette page n’existe pas")]
    [InlineData("nl-BE, en;q=0.5", "Deze pagina bestaat niet")]
    [InlineData("en-GB", "This page does not exist")]
    [InlineData("de", "Cette page n’existe pas")]
    public async Task An_unknown_address_is_a_page_in_the_language_of_the_browser_with_a_way_home(string language, string title)
    {
        await using var site = await TestSite.Create();

        var answer = await site.Visitor(language).GetAsync("/no-such-page?q=1", TestStudy.Cancellation);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestStudy.Cancellation));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(title, html, StringComparison.Ordinal);
        Assert.Contains("href=\"/\"", html, StringComparison.Ordinal);
        Assert.Contains("name=\"back\" value=\"/no-such-page?q=1\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chosen_language_stays()
    {
        await using var site = await TestSite.Create();
        var visitor = site.Visitor();

        var answer = await TestSite.Post(visitor, "/status/404", "/language", ("language", "nl"));
        var page = await visitor.GetStringAsync("/status/404", TestStudy.Cancellation);

        Assert.Equal("/status/404", answer.Headers.Location!.OriginalString);
        Assert.Contains("<html lang=\"nl\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circuit_opens_from_this_site_only()
    {
        await using var site = await TestSite.Create();
        var visitor = site.Visitor();

        Assert.Equal(HttpStatusCode.Forbidden, await Negotiate("https://evil.example"));
        Assert.Equal(HttpStatusCode.Forbidden, await Negotiate("null"));
        Assert.Equal(HttpStatusCode.OK, await Negotiate("http://localhost"));

        async Task<HttpStatusCode> Negotiate(string origin)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1");
            request.Headers.Add("Origin", origin);
            return (await visitor.SendAsync(request, TestStudy.Cancellation)).StatusCode;
        }
    }

    [Fact]
    public async Task A_post_to_an_unknown_address_is_answered_by_a_page()
    {
        await using var site = await TestSite.Create();

        var answer = await site.Visitor().PostAsync("/no-such-page", new FormUrlEncodedContent([]), TestStudy.Cancellation);

        Assert.True((int)answer.StatusCode is 404 or 405);
        Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Behind_a_proxy_the_configured_address_is_the_one_of_the_site()
    {
        await using var site = await TestSite.Create("Production", ("Site:Address", "https://consult.example"));

        var answer = await site.Visitor().GetAsync("http://localhost/sign-in", TestStudy.Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie =>
            cookie.StartsWith("__Host-antiforgery=", StringComparison.Ordinal) && cookie.Contains("secure", StringComparison.Ordinal));
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }
}
