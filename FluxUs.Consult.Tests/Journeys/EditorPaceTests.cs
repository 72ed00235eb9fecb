using System.Globalization;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Fiches;
using FluxUs.Consult.Tests.Support;
using Microsoft.Playwright;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>An editor writes prose of a fiche and sees the pages beside it follow; run it with <c>-showLiveOutput</c> to read how long that takes.</summary>
public class EditorPaceTests(Browser browser)
{
    private const string Editor = "/studies/wood/fiches/P01/fr/edit?section=implementation";
    private const int Rounds = 12;

    [Fact]
    public async Task The_preview_follows_what_is_typed_and_typing_never_waits_for_it()
    {
        await using var site = (await TestSite.Create()).Listen();
        await FicheStudy.In(site.Study);
        var person = await Person.SignIn(browser, site, (await site.Study.AddMember(Roles.Editor)).Email!, "editor");
        await person.GoTo(Editor);
        var area = person.Page.Locator("textarea[name='implementation']");
        await area.ClickAsync();
        await person.Page.Keyboard.PressAsync("Control+End");
        await person.Page.EvaluateAsync(
            """
            () => {
              window.keys = [];
              const area = document.querySelector("textarea[name='implementation']");
              area.addEventListener("keydown", () => { const from = performance.now(); requestAnimationFrame(() => keys.push(performance.now() - from)); });
            }
            """);

        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var word = string.Create(CultureInfo.InvariantCulture, $" essai{round}fin");
            await person.Page.Keyboard.TypeAsync(word, new() { Delay = 30 });
            var from = await person.Page.EvaluateAsync<double>("performance.now()");
            await person.Page.WaitForFunctionAsync("word => [...document.querySelectorAll('.preview .printed')].some(page => page.textContent.includes(word))", word.Trim(), new() { PollingInterval = 10 });
            times.Add(await person.Page.EvaluateAsync<double>("performance.now()") - from);
            Assert.EndsWith(word, await area.InputValueAsync(), StringComparison.Ordinal);
        }

        var keys = (await person.Page.EvaluateAsync<double[]>("() => keys")).Order().ToArray();
        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"From the last key to the right preview: median {times.Order().ElementAt(Rounds / 2):0} ms, longest {times.Max():0} ms"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"From a key to the next frame: median {keys[keys.Length / 2]:0} ms, longest {keys[^1]:0} ms, of {keys.Length}"));

        // While its answer is held back the preview cannot come, and words come into the field all the same.
        var held = new TaskCompletionSource();
        await person.Page.RouteAsync("**/live*", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await person.Page.RunAndWaitForRequestAsync(() => person.Page.Keyboard.TypeAsync(" avant"), "**/live*");
        await person.Page.Keyboard.TypeAsync(" pendant");
        Assert.EndsWith(" avant pendant", await area.InputValueAsync(), StringComparison.Ordinal);
        held.SetResult();
    }

    [Fact]
    public async Task The_preview_shows_the_open_section_stays_there_and_a_click_in_a_page_opens_another()
    {
        const string inSight =
            """
            section => {
              const box = document.querySelector(".preview").getBoundingClientRect();
              const part = document.querySelector(`.preview [data-section="${section}"] .rule`)?.getBoundingClientRect();
              return part !== undefined && part.top >= box.top && part.top < box.bottom && scrollY === 0;
            }
            """;
        await using var site = (await TestSite.Create()).Listen();
        await FicheStudy.In(site.Study);
        var person = await Person.SignIn(browser, site, (await site.Study.AddMember(Roles.Editor)).Email!, "editor");

        await person.GoTo(Editor);
        Assert.True(await person.Page.EvaluateAsync<bool>(inSight, "implementation"));
        Assert.True(await person.Page.EvaluateAsync<double>("document.querySelector('.preview').scrollTop") > 0);
        Assert.True(await person.Page.EvaluateAsync<bool>("document.activeElement === document.body"));

        // One looked elsewhere, and types again.
        await person.Page.EvaluateAsync("document.querySelector('.preview').scrollTop = 0");
        await person.Page.Locator("textarea[name='implementation']").PressSequentiallyAsync("Revenu ");
        await person.Page.WaitForFunctionAsync("() => [...document.querySelectorAll('.printed')].some(page => page.textContent.includes('Revenu'))");
        Assert.True(await person.Page.EvaluateAsync<bool>(inSight, "implementation"));
        Assert.Equal("implementation", await person.Page.EvaluateAsync<string>("document.activeElement.name"));

        await person.Page.Locator(".preview [data-section='options-rejected'] text", new() { HasText = "Ne rien faire" }).ClickAsync();
        await person.Page.WaitForURLAsync("**/edit?section=options-rejected");
        Assert.True(await person.Page.EvaluateAsync<bool>(inSight, "options-rejected"));
        await Browser.IsAccessible(person.Page, "editor");
    }

    [Fact]
    public async Task Facts_are_offered_at_the_caret_and_taken_by_keys()
    {
        await using var site = (await TestSite.Create()).Listen();
        await FicheStudy.In(site.Study);
        var person = await Person.SignIn(browser, site, (await site.Study.AddMember(Roles.Editor)).Email!, "editor");
        await person.GoTo(Editor);
        var area = person.Page.Locator("textarea[name='implementation']");
        var list = person.Page.GetByRole(AriaRole.Listbox);
        await area.FillAsync("Une ligne.\n\nUne autre, où ");
        await person.Page.Keyboard.PressAsync("Control+End");
        await person.Page.Keyboard.TypeAsync("[@find");

        await Assertions.Expect(list).ToBeVisibleAsync();
        var (field, offered) = ((await area.BoundingBoxAsync())!, (await list.BoundingBoxAsync())!);
        // Under the third of fourteen lines, within the field.
        Assert.InRange(offered.Y - field.Y, 50, 130);
        Assert.True(offered.X >= field.X - 1 && offered.X + offered.Width <= field.X + field.Width + 1);
        await Browser.IsAccessible(person.Page, "editor");

        await person.Page.Keyboard.PressAsync("ArrowDown");
        await person.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(list).ToBeHiddenAsync();
        Assert.Equal("Une ligne.\n\nUne autre, où [@finding:K-02]", await area.InputValueAsync());

        await person.Page.Keyboard.TypeAsync(" et [@");
        await Assertions.Expect(list).ToBeVisibleAsync();
        await person.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(list).ToBeHiddenAsync();
    }
}
