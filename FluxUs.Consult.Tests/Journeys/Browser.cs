using Deque.AxeCore.Commons;
using FluxUs.Consult.Tests.Journeys;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Browser))]

namespace FluxUs.Consult.Tests.Journeys;

/// <summary>The machine's Chromium, started once for all journeys. Where there is none they are skipped and say so; with
/// <c>CI=true</c> that is a failure.</summary>
public sealed class Browser : IAsyncLifetime
{
    /// <summary>Wide and narrow, as the interface is judged.</summary>
    public static readonly int[] Widths = [1280, 390];

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] UsualPlaces =
    [
        "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe", @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
    ];

    private static readonly Lazy<string> Axe = new(() => new BundledAxeScriptProvider().GetScript());

    private readonly SemaphoreSlim _once = new(1, 1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A browser of its own for one person: cookies, language, width.</summary>
    public async Task<IBrowserContext> Open(string address, string language = "fr-BE", int width = 1280)
    {
        var browser = await Started();
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address,
            Locale = language,
            TimezoneId = "Europe/Brussels",
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
        });
        // Long enough for a busy machine; nothing waits for it when all goes well.
        context.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        return context;
    }

    /// <summary>A whole browser process that a test may kill, with its profile in a folder that outlives it.</summary>
    public async Task<IBrowserContext> OpenMortal(string profile, string address)
    {
        await Started();
        return await _playwright!.Chromium.LaunchPersistentContextAsync(profile, new BrowserTypeLaunchPersistentContextOptions
        {
            ExecutablePath = Path(),
            Args = Arguments,
            BaseURL = address,
            Locale = "fr-BE",
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        });
    }

    /// <summary>Fails when axe finds anything against WCAG 2.2 A and AA on the page.</summary>
    public static async Task IsAccessible(IPage page, string what)
    {
        var found = await Violations(page);
        Assert.True(found.Count == 0, $"{what} ({page.Url}): {string.Join('\n', found)}");
    }

    /// <summary>Fails when the page can be scrolled sideways.</summary>
    public static async Task FitsItsWidth(IPage page, string what)
    {
        var spill = await Spill(page);
        Assert.True(spill <= 0, $"{what} ({page.Url}) is {spill} pixels too wide.");
    }

    /// <summary>What <see cref="IsAccessible"/> and <see cref="FitsItsWidth"/> find, for tests that walk many pages and tell all at once.</summary>
    public static async Task<IReadOnlyList<string>> Barriers(IPage page, string what)
    {
        var found = (await Violations(page)).ToList();
        if (await Spill(page) is > 0 and var spill) found.Add($"{spill} pixels too wide");
        return [.. found.Select(finding => $"{what} {new Uri(page.Url).PathAndQuery}: {finding}")];
    }

    // The package's own way to run it opens a page for each judgement, for frames that the program has not: several times as slow.
    private static async Task<IReadOnlyList<string>> Violations(IPage page)
    {
        await page.EvaluateAsync(Axe.Value);
        return await page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }))
                .violations.flatMap(found => found.nodes.map(node => `${found.id}: ${found.help}: ${node.html}`))
            """);
    }

    private static Task<int> Spill(IPage page) => page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        _once.Dispose();
    }

    private async Task<IBrowser> Started()
    {
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (_browser is not null) return _browser;
            var path = Path();
            _playwright = await Playwright.CreateAsync();
            return _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Arguments });
        }
        finally
        {
            _once.Release();
        }
    }

    private static string Path()
    {
        var named = Environment.GetEnvironmentVariable("CONSULT_CHROMIUM");
        var path = named is { Length: > 0 } ? named : UsualPlaces.FirstOrDefault(File.Exists);
        if (path is not null) return path;
        const string Missing = "No Chromium on this machine: install one, or name it in CONSULT_CHROMIUM.";
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail(Missing);
        Assert.Skip(Missing);
        return "";
    }
}
