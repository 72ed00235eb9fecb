using FluxUs.Consult.Tests.Support;
using Microsoft.Playwright;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>Someone at a browser: goes to pages, fills what is asked by the names of the fields, presses what has a text. After
/// each page it is looked at for accessibility.</summary>
public sealed class Person(IPage page, string who)
{
    public IPage Page => page;

    public static async Task<Person> SignIn(Browser browser, TestSite site, string email, string who)
    {
        var context = await browser.Open(site.Address);
        var person = new Person(await context.NewPageAsync(), who);
        await person.Page.GotoAsync("/sign-in");
        await person.Fill("Email", email);
        await person.Fill("Password", TestSite.Password);
        await person.Press("Se connecter");
        await person.Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        return person;
    }

    public async Task GoTo(string address)
    {
        var answer = await page.GotoAsync(address);
        Assert.True(answer!.Ok, $"{who}: {address} answered {answer.Status}");
        await Browser.IsAccessible(page, who);
        await Browser.FitsItsWidth(page, who);
    }

    public Task Fill(string name, string value) => Main.Locator($"input[name='{name}']:visible, textarea[name='{name}']:visible").First.FillAsync(value);

    public Task Choose(string name, string value) => Main.Locator($"select[name='{name}']:visible").First.SelectOptionAsync(value);

    /// <summary>Ticks the box or radio whose label starts so.</summary>
    public Task Tick(string label) => Main.GetByLabel(label).First.CheckAsync();

    public Task Attach(string name, string file) => Main.Locator($"input[type=file][name='{name}']").SetInputFilesAsync(file);

    public Task Press(string text) => Main.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = text }).First.ClickAsync();

    public Task Follow(string text) => Main.GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = text }).First.ClickAsync();

    /// <summary>Opens the part that is folded under these words.</summary>
    public Task Unfold(string text) => Main.Locator("summary", new() { HasText = text }).First.ClickAsync();

    public Task Sees(string text) => Assertions.Expect(Main.GetByText(text).First).ToBeVisibleAsync();

    public Task IsAt(string ending) => page.WaitForURLAsync(url => new Uri(url).AbsolutePath.EndsWith(ending, StringComparison.Ordinal));

    /// <summary>Types into an empty text that is kept as one types, and waits until the page says that it is saved.</summary>
    public async Task Write(string name, string text)
    {
        var area = Main.Locator($"textarea[name='{name}']");
        await area.FillAsync(text);
        await Assertions.Expect(Main.Locator($".autosave:has(textarea[name='{name}']) [data-autosave-state]")).ToContainTextAsync("enregistré");
    }

    private ILocator Main => page.Locator("main");
}
