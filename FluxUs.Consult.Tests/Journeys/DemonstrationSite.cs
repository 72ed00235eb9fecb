using System.Net;
using FluxUs.Consult.Tests.Journeys;
using FluxUs.Consult.Tests.Support;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(DemonstrationSite))]

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>The demonstration, served on a real port, loaded once for all tests that only read it.</summary>
public sealed class DemonstrationSite : IAsyncLifetime
{
    private readonly Lazy<Task<TestSite>> _site = new(Serve, LazyThreadSafetyMode.ExecutionAndPublication);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public Task<TestSite> Site => _site.Value;

    /// <summary>Signs one of <see cref="Demonstration.Accounts"/> in.</summary>
    public async Task<HttpClient> SignIn(string account, string language = "fr")
    {
        var visitor = (await Site).Visitor(language);
        var answer = await TestSite.Post(visitor, "/sign-in", "sign-in", ("Email", account), ("Password", TestStudy.Password));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return visitor;
    }

    /// <summary>A page in a browser of its own in which this account has signed in.</summary>
    public async Task<IPage> Open(Browser browser, string account, string browserLanguage = "fr-BE")
    {
        var context = await browser.Open((await Site).Address, browserLanguage);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.FillAsync("input[name=Email]", account);
        await page.FillAsync("input[name=Password]", TestStudy.Password);
        await page.Locator("form:has(input[name=Password]) button").First.ClickAsync();
        await page.WaitForURLAsync("**/studies**");
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_site.IsValueCreated) await (await _site.Value).DisposeAsync();
    }

    private static async Task<TestSite> Serve()
    {
        var site = await TestSite.Create();
        await site.Study.LoadDemonstration();
        return site.Listen();
    }
}
