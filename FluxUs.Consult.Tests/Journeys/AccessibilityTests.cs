using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using Microsoft.Playwright;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>Every kind of page, judged by axe against WCAG 2.2 A and AA and by whether it fits its width.</summary>
public class AccessibilityTests
{
    [Fact]
    public void Every_page_of_the_program_is_in_the_list_or_has_a_reason_not_to_be()
    {
        var listed = DemonstrationPages.All.Select(page => page.Route).Concat(DemonstrationPages.Elsewhere.Keys).ToList();

        var forgotten = DemonstrationPages.Routes.Except(listed).ToList();
        var gone = listed.Except(DemonstrationPages.Routes).ToList();

        Assert.True(forgotten.Count == 0, "Not in DemonstrationPages: " + string.Join(", ", forgotten));
        Assert.True(gone.Count == 0, "In DemonstrationPages and no more in the program: " + string.Join(", ", gone));
    }
}

// A class a language, so that they run side by side. A manager sees all that there is, in each language. What an editor sees is a part of it
// with other acts, so that one language is enough.
public class AccessibilityInFrenchTests(Browser browser, DemonstrationSite demonstration) : AccessiblePages(browser, demonstration)
{
    [Theory]
    [InlineData("committee@demo.example", Roles.Committee)]
    [InlineData("editor@demo.example", Roles.Editor)]
    [InlineData("manager@demo.example", Roles.Manager)]
    public Task Every_page_can_be_used_by_everyone_and_fits_its_width(string account, Roles role) => Judge(account, role, "fr-BE", "fr");
}

public class AccessibilityInDutchTests(Browser browser, DemonstrationSite demonstration) : AccessiblePages(browser, demonstration)
{
    [Theory]
    [InlineData("committee@demo.example", Roles.Committee)]
    [InlineData("manager@demo.example", Roles.Manager)]
    public Task Every_page_can_be_used_by_everyone_and_fits_its_width(string account, Roles role) => Judge(account, role, "nl-BE", "nl");
}

public class AccessibilityInEnglishTests(Browser browser, DemonstrationSite demonstration) : AccessiblePages(browser, demonstration)
{
    [Theory]
    [InlineData("committee@demo.example", Roles.Committee)]
    [InlineData("manager@demo.example", Roles.Manager)]
    public Task Every_page_can_be_used_by_everyone_and_fits_its_width(string account, Roles role) => Judge(account, role, "en-GB", "en");
}

public abstract class AccessiblePages(Browser browser, DemonstrationSite demonstration)
{
    protected async Task Judge(string account, Roles role, string browserLanguage, string language)
    {
        var site = await demonstration.Site;
        using var manager = await demonstration.SignIn("manager@demo.example");
        var pages = (await DemonstrationPages.Resolve(site, manager)).Where(page => page.Readers.HasFlag(role)).ToList();
        var page = await demonstration.Open(browser, account, browserLanguage);
        var wrong = new List<string>();
        foreach (var kind in pages)
        {
            await page.GotoAsync(kind.Address);
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
            foreach (var width in Browser.Widths)
            {
                await page.SetViewportSizeAsync(width, 900);
                wrong.AddRange(await Browser.Barriers(page, $"{role}, {language}, {width}"));
            }
        }

        await page.Context.DisposeAsync();
        Assert.True(wrong.Count == 0, $"{wrong.Count} findings:\n" + string.Join('\n', wrong));
    }
}
