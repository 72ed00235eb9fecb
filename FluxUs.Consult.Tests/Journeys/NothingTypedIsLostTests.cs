using System.Diagnostics;
using FluxUs.Consult.Interviews;
using FluxUs.Consult.Tests.Support;
using Microsoft.Playwright;

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>A researcher types notes of an interview while the server, and then the browser, is killed.</summary>
public class NothingTypedIsLostTests(Browser browser)
{
    private const string Account = "researcher@demo.example";
    private const string Notes = "/studies/demo/interviews/E-36/notes/all";
    private const string Saved = "enregistré à";
    private const string KeptHere = "gardé ici à";

    private static LocatorAssertionsToContainTextOptions Patient => new() { Timeout = 15_000 };

    [Fact]
    public async Task A_server_that_is_killed_while_one_types_has_everything_soon_after_its_return()
    {
        await using var study = await TestStudy.Create(TimeProvider.System);
        await study.LoadDemonstration();
        await using var server = new ServerProcess(study.Root);
        await server.Start();
        await using var context = await browser.Open(server.Address);
        var area = await OpenNotes(await context.NewPageAsync());
        var before = await area.Field.InputValueAsync();

        await area.Type("Le dépôt ferme le mercredi. ");
        await Assertions.Expect(area.State).ToContainTextAsync(Saved, Patient);
        await area.Type("La moitié des portes part sans fiche, ");
        server.Kill();
        await area.Type("et personne ne sait d’où elles viennent. ");
        await Assertions.Expect(area.State).ToContainTextAsync(KeptHere, Patient);
        Assert.DoesNotContain(Saved, await area.State.InnerTextAsync(), StringComparison.Ordinal);
        await area.Type("Ils le notent au crayon : « É 12 » 🚪.");
        await Assertions.Expect(area.State).ToContainTextAsync(KeptHere, Patient);
        var typed = await area.Field.InputValueAsync();
        Assert.Equal(before + "Le dépôt ferme le mercredi. La moitié des portes part sans fiche, et personne ne sait d’où elles viennent. Ils le notent au crayon : « É 12 » 🚪.", typed);

        await server.Start();

        // The browser asks again after two and a half seconds at the most, from when the server answers.
        await Assertions.Expect(area.State).ToContainTextAsync(Saved, new() { Timeout = 5_000 });
        Assert.Contains(await study.All<InterviewNote>(), note => note.Text.Text == typed);
    }

    [Fact]
    public async Task A_browser_that_is_killed_without_a_network_offers_what_was_typed_with_its_date_and_time()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The browser's process is found by /proc.");
        await using var study = await TestStudy.Create(TimeProvider.System);
        await study.LoadDemonstration();
        await using var server = new ServerProcess(study.Root);
        await server.Start();
        var profile = Directory.CreateTempSubdirectory("consult-browser-").FullName;
        try
        {
            string kept;
            var doomed = await browser.OpenMortal(profile, server.Address);
            {
                var area = await OpenNotes(await doomed.NewPageAsync());
                await area.Type("Noté avec le réseau. ");
                await Assertions.Expect(area.State).ToContainTextAsync(Saved, Patient);
                await doomed.SetOfflineAsync(true);
                await area.Type("Noté dans la halle, sans réseau. ");
                await Assertions.Expect(area.State).ToContainTextAsync(KeptHere, Patient);
                kept = await area.Field.InputValueAsync();
                await area.Type("Une dernière lettre");
                KillBrowserOf(profile);
            }

            await using var returned = await browser.OpenMortal(profile, server.Address);
            var again = await OpenNotes(await returned.NewPageAsync());
            var offer = again.Field.Page.Locator("[data-part=restore]");
            var mine = await offer.Locator("[data-slot=mine]").TextContentAsync();
            Assert.StartsWith(kept, mine, StringComparison.Ordinal);
            Assert.Matches(@"\d{1,2} \p{L}+ \d{4}.*\d{2}:\d{2}", await offer.Locator("[data-slot=when]").InnerTextAsync());
            await Assertions.Expect(again.State).Not.ToContainTextAsync(Saved);

            await offer.Locator("[data-act=restore]").ClickAsync();

            await Assertions.Expect(again.State).ToContainTextAsync(Saved, Patient);
            Assert.Contains(await study.All<InterviewNote>(), note => note.Text.Text == mine);
        }
        finally
        {
            KillBrowserOf(profile);
            Directory.Delete(profile, recursive: true);
        }
    }

    private static async Task<NoteField> OpenNotes(IPage page)
    {
        await page.GotoAsync("/sign-in?back=" + Uri.EscapeDataString(Notes));
        await page.FillAsync("input[name=Email]", Account);
        await page.FillAsync("input[name=Password]", TestStudy.Password);
        await page.Locator("form:has(input[name=Password]) button").First.ClickAsync();
        await page.WaitForURLAsync("**" + Notes);
        var frame = page.Locator("[data-autosave-area]").First;
        return new NoteField(frame.Locator("textarea"), frame.Locator("[data-autosave-state]"));
    }

    // The first process of the browser with this profile, which this test started; the others end with it.
    private static void KillBrowserOf(string profile)
    {
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                if (!CommandOf(process).Contains("--user-data-dir=" + profile, StringComparison.Ordinal)) continue;
                process.Kill();
                process.WaitForExit(TimeSpan.FromSeconds(10));
            }
        }
    }

    private static string CommandOf(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
        catch (UnauthorizedAccessException)
        {
            return "";
        }
    }

    private sealed record NoteField(ILocator Field, ILocator State)
    {
        /// <summary>Key by key at the end of what stands there.</summary>
        public async Task Type(string text)
        {
            await Field.FocusAsync();
            await Field.PressAsync("Control+End");
            await Field.PressSequentiallyAsync(text, new LocatorPressSequentiallyOptions { Delay = 10 });
        }
    }
}
