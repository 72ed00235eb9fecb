using System.Text.RegularExpressions;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Evidence;
using FluxUs.Consult.Tests.Support;
using Microsoft.Playwright;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>Coding in a real browser: by keyboard alone, by mouse, and with the server out of reach.</summary>
public class CodingDeskTests(Browser browser)
{
    // Emoji of several code points, a combining mark and two paragraphs before what is chosen: offsets have to hold.
    private const string Words = "Bonjour 👩🏽‍🔧 et merci e\u0301galement.\nLa place manque. Notre assureur refuse.\nVoilà.";

    [Fact]
    public async Task A_sentence_is_chosen_by_keyboard_tagged_changed_and_undone()
    {
        await using var site = (await TestSite.Create()).Listen();
        var (page, text) = await OpenDesk(site);
        // The keys work at once. The second sentence of the second paragraph is the third of the text.
        for (var step = 0; step < 3; step++) await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.TypeAsync("refus");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator("aside.chosen h2")).ToHaveTextAsync("Extrait 1");
        await Assertions.Expect(page.Locator("aside.chosen blockquote")).ToHaveTextAsync("Notre assureur refuse.");
        Assert.Equal("Notre assureur refuse.", Assert.Single(await site.Study.All<Excerpt>()).Quote);

        // A key typed into the memo is a letter, and it is kept although the page around it changes.
        await page.Locator("#memo").FillAsync("à rapprocher");
        await page.Locator("#memo").PressAsync("z");
        await page.Locator("#turns").FocusAsync();
        await page.Keyboard.PressAsync("2");
        await Assertions.Expect(page.Locator("aside.chosen .tag")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#memo")).ToHaveValueAsync("à rapprocherz");

        await page.Keyboard.PressAsync("z");
        await Assertions.Expect(page.Locator("aside.chosen .tag")).ToHaveCountAsync(1);
        await Browser.IsAccessible(page, "coding desk");
        await page.SetViewportSizeAsync(390, 800);
        await Browser.IsAccessible(page, "coding desk, narrow");
        await Browser.FitsItsWidth(page, "coding desk, narrow");
        Assert.Equal(text.Id, Assert.Single(await site.Study.All<Excerpt>()).SourceTextId);
    }

    [Fact]
    public async Task The_arrows_go_on_from_where_one_clicked_and_then_from_what_was_coded()
    {
        await using var site = (await TestSite.Create()).Listen();
        var (page, _) = await OpenDesk(site);
        // The last words of the second paragraph are in its second sentence.
        var box = (await page.Locator("#turns p").Nth(1).BoundingBoxAsync())!;
        await page.Mouse.ClickAsync(box.X + 260, box.Y + 12);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator("aside.chosen blockquote")).ToHaveTextAsync("Notre assureur refuse.");

        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("2");
        await Assertions.Expect(page.Locator("aside.chosen blockquote")).ToHaveTextAsync("Voilà.");
    }

    [Fact]
    public async Task The_keys_work_wherever_the_focus_is_and_the_tags_open_beside_the_words()
    {
        await using var site = (await TestSite.Create()).Listen();
        var (page, _) = await OpenDesk(site);
        // A favourite without words asks for them and leaves the keys where they were.
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator("#desk-state")).ToContainTextAsync("Sélectionnez");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("1");
        await Assertions.Expect(page.Locator("aside.chosen h2")).ToHaveTextAsync("Extrait 1");

        // Going to an excerpt puts the focus on its bar; the arrows go on from it.
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.Locator(".bars a[data-excerpt='1']")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(page.Locator("#quick-filter")).ToBeFocusedAsync();
        Assert.Equal("La place manque.", await page.EvaluateAsync<string>("() => [...CSS.highlights.get('passage')][0].toString().trim()"));
        var gap = await page.EvaluateAsync<double>("""
            () => {
              const [words, box] = [[...CSS.highlights.get('passage')][0].getBoundingClientRect(), document.querySelector('form.quick').getBoundingClientRect()];
              return Math.max(box.top - words.bottom, words.top - box.bottom);
            }
            """);
        Assert.InRange(gap, 0, 20);
        await page.Keyboard.PressAsync("Escape");
        Assert.False(await page.EvaluateAsync<bool>("() => CSS.highlights.has('passage')"));
    }

    [Fact]
    public async Task Tags_that_begin_as_typed_come_first()
    {
        await using var site = (await TestSite.Create()).Listen();
        var study = site.Study.Study.Id;
        await site.Study.Save(
            new Tag(study, "reassure", new("rassurer"), TagKind.Need, "#6b5310", null, 3), new Tag(study, "public", new("mesures d’assurance"), TagKind.Lever, "#1d6b3f", null, 4),
            new Tag(study, "cover", new("Assurance"), TagKind.Axis, "#6b5310", null, 5), new Tag(study, "insured", new("assuré d’office"), TagKind.Lever, "#1d6b3f", null, 6));
        var axis = (await site.Study.All<Tag>()).Single(tag => tag.Code == "cover");
        await site.Study.Save(new Tag(study, "pool", new("mutualisation"), TagKind.Lever, "#1d6b3f", axis.Id, 7));
        var (page, _) = await OpenDesk(site);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("c");
        await page.Keyboard.TypeAsync("assur");

        await Assertions.Expect(page.Locator("#quick-list li")).ToHaveTextAsync([
            new Regex("mutualisation"), new Regex("assuré d’office"), new Regex("mesures"), new Regex("rassurer"), new Regex("refus, exigence")]);
    }

    [Fact]
    public async Task What_the_server_did_not_take_is_not_shown_as_done_and_can_be_sent_again()
    {
        await using var site = (await TestSite.Create()).Listen();
        var (page, _) = await OpenDesk(site);
        await page.Locator("#turns").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Context.SetOfflineAsync(true);
        await page.Keyboard.PressAsync("1");

        await Assertions.Expect(page.Locator("#desk-state")).ToContainTextAsync("non enregistré");
        await Assertions.Expect(page.Locator("#turns .hl")).ToHaveCountAsync(0);
        await page.Context.SetOfflineAsync(false);
        await page.Keyboard.PressAsync("1");

        await Assertions.Expect(page.Locator("aside.chosen h2")).ToHaveTextAsync("Extrait 1");
        Assert.Equal("Bonjour 👩🏽‍🔧 et merci e\u0301galement.", Assert.Single(await site.Study.All<Excerpt>()).Quote);
    }

    private async Task<(IPage Page, SourceText Text)> OpenDesk(TestSite site)
    {
        var seed = new EvidenceSeed(site.Study);
        var account = await site.Study.AddMember(Roles.Researcher);
        var researcher = await site.Study.As(Roles.Researcher);
        var text = await seed.AText(researcher, Words, [await seed.AnExpert(await seed.ARoleClass("fédération"))], [await seed.AnOffering()]);
        var (refusal, actors) = (new Tag(site.Study.Study.Id, "refusal", new("refus, exigence"), TagKind.Obstacle, "#a3341f", null, 1), new Tag(site.Study.Study.Id, "actors", new("acteurs"), TagKind.Actor, "#6b5310", null, 2));
        refusal.Describe(refusal.Name, new("Un assureur refuse."), refusal.Kind, refusal.Colour, null, 1);
        actors.Describe(actors.Name, new(""), actors.Kind, actors.Colour, null, 2);
        await site.Study.Save(refusal, actors);

        var context = await browser.Open(site.Address);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/sign-in");
        await page.FillAsync("[name=Email]", account.Email!);
        await page.FillAsync("[name=Password]", TestSite.Password);
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(address => !address.Contains("sign-in", StringComparison.Ordinal));
        await page.GotoAsync($"/studies/wood/evidence/{text.Code}");
        return (page, text);
    }
}
