using FluxUs.Consult.Tests.Support;
using Microsoft.Playwright;

namespace FluxUs.Consult.Tests.Journeys;

public class FirstVisitTests(Browser browser)
{
    [Theory]
    [InlineData("fr-BE", "fr")]
    [InlineData("nl-BE", "nl")]
    [InlineData("en-GB", "en")]
    [InlineData("de-DE", "fr")]
    public async Task The_browsers_language_is_spoken_and_french_where_it_is_none_of_ours(string browserLanguage, string spoken)
    {
        await using var site = (await TestSite.Create()).Listen();
        foreach (var width in Browser.Widths)
        {
            await using var context = await browser.Open(site.Address, browserLanguage, width);
            var page = await context.NewPageAsync();
            await page.GotoAsync("/");

            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", spoken);
            await Assertions.Expect(page.Locator("input[type=password]")).ToBeVisibleAsync();
            await Browser.IsAccessible(page, $"sign-in, {spoken}, {width}");
            await Browser.FitsItsWidth(page, $"sign-in, {spoken}, {width}");
        }
    }
}
