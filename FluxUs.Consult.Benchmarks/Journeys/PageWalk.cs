using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace FluxUs.Consult.Benchmarks.Journeys;

/// <summary>Starts the built program on an empty folder, reads every page of the demonstration as its manager until all are warm, then the
/// pages that grow on a study twenty times the size. What it tells is what a browser on this machine waits for.</summary>
internal static partial class PageWalk
{
    private const int Rounds = 7;
    private const int MostPages = 200;
    private const string Large = "/studies/demo-x20";
    private static readonly string[] LargePages = ["", "/overview", "/overview?table=offerings", "/flows/construction", "/offerings", "/offerings/P01", "/evidence", "/findings", "/recommendations", "/interviews", "/literature", "/fiches", "/fiches/P01/fr", "/quotes"];

    private static readonly string Address = FreeAddress();

    public static async Task Run(TextWriter output)
    {
        var root = Directory.CreateTempSubdirectory("consult-pages-").FullName;
        try
        {
            var clock = Stopwatch.StartNew();
            using (await Start(root)) await Tell(output, "Start to first page, empty folder, demonstration loaded", clock.Elapsed);
            await Command(root, "demo", "--scale", "20");
            clock.Restart();
            using var server = await Start(root);
            await Tell(output, "Start to first page, demonstration there", clock.Elapsed);

            using var client = new HttpClient(new HttpClientHandler()) { BaseAddress = new Uri(Address) };
            await SignIn(client);
            var pages = await Crawl(client);
            server.Process.Refresh();
            var before = server.Process.TotalProcessorTime;
            await Tell(output, "Pages of the demonstration", await Measure(client, pages));
            server.Process.Refresh();
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Processor time for each, on average: {(server.Process.TotalProcessorTime - before).TotalMilliseconds / (pages.Count * Rounds):0.0} ms"));
            await output.WriteLineAsync($"Resident after all pages: {Resident(server.Process)} MB");
            await Tell(output, "Pages of a study twenty times the size", await Measure(client, [.. LargePages.Select(page => Large + page)]));
            await output.WriteLineAsync($"Resident after those too: {Resident(server.Process)} MB");
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static async Task<Server> Start(string root)
    {
        var server = new Server(Process.Start(Program(root, ["--urls", Address]))!);
        using var client = new HttpClient();
        var clock = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(Address + "/sign-in");
                if (answer.IsSuccessStatusCode) return server;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            if (server.Process.HasExited || clock.Elapsed > TimeSpan.FromMinutes(2)) throw new InvalidOperationException("The server did not start.");
            await Task.Delay(10);
        }
    }

    private static async Task Command(string root, params string[] words)
    {
        using var process = Process.Start(Program(root, words))!;
        await process.WaitForExitAsync();
    }

    private static ProcessStartInfo Program(string root, string[] words)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "FluxUs.Consult.sln"))) folder = folder.Parent ?? throw new InvalidOperationException("Run it from the source tree.");
        var project = Path.Combine(folder.FullName, "FluxUs.Consult");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(project, "bin", "Release", "net10.0", "FluxUs.Consult.dll"), .. words]) { WorkingDirectory = project, RedirectStandardOutput = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Storage__Root"] = root;
        return start;
    }

    private static async Task SignIn(HttpClient client)
    {
        var html = await client.GetStringAsync("/sign-in");
        var form = Forms().Matches(html).Select(match => match.Value).First(markup => markup.Contains("value=\"sign-in\"", StringComparison.Ordinal));
        var fields = Hidden().Matches(form).Select(match => KeyValuePair.Create(match.Groups["name"].Value, WebUtility.HtmlDecode(match.Groups["value"].Value)))
            .Concat([KeyValuePair.Create("Email", "manager@demo.example"), KeyValuePair.Create("Password", FluxUs.Consult.Operations.FirstStart.DemonstrationPassword)]);
        using var answer = await client.PostAsync("/sign-in", new FormUrlEncodedContent(fields));
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Every page that links lead to, of lists with filters a few each.</summary>
    private static async Task<IReadOnlyList<string>> Crawl(HttpClient client)
    {
        var (seen, waiting, pages, shapes) = (new HashSet<string> { "/studies/demo" }, new Queue<string>(["/studies/demo"]), new List<string>(), new Dictionary<string, int>());
        while (waiting.TryDequeue(out var address) && pages.Count < MostPages)
        {
            using var answer = await client.GetAsync(address);
            if (!answer.IsSuccessStatusCode || answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            pages.Add(address);
            foreach (Match link in Links().Matches(await answer.Content.ReadAsStringAsync()))
            {
                var target = new Uri(new Uri(Address + address), WebUtility.HtmlDecode(link.Groups["address"].Value));
                if (!target.AbsolutePath.StartsWith("/studies/demo", StringComparison.Ordinal) || target.AbsolutePath.StartsWith(Large, StringComparison.Ordinal)) continue;
                var shape = target.AbsolutePath + string.Join('&', target.Query.Split('&').Select(part => part.Split('=')[0]));
                if (target.Query.Length > 0 && (shapes[shape] = shapes.GetValueOrDefault(shape) + 1) > 2) continue;
                if (seen.Add(target.PathAndQuery)) waiting.Enqueue(target.PathAndQuery);
            }
        }

        return pages;
    }

    private static async Task<IReadOnlyList<(string Page, double Milliseconds)>> Measure(HttpClient client, IReadOnlyList<string> pages)
    {
        var times = pages.ToDictionary(page => page, _ => new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var page in pages)
            {
                var clock = Stopwatch.StartNew();
                await client.GetByteArrayAsync(page);
                if (round > 1) times[page].Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        return [.. times.Select(page => (page.Key, page.Value.Order().ElementAt(page.Value.Count / 2))).OrderByDescending(page => page.Item2)];
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }

    private static Task Tell(TextWriter output, string what, TimeSpan time) => output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what}: {time.TotalSeconds:0.00} s"));

    private static async Task Tell(TextWriter output, string what, IReadOnlyList<(string Page, double Milliseconds)> pages)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what}: {pages.Count}, median {pages[pages.Count / 2].Milliseconds:0.0} ms, over 100 ms: {pages.Count(page => page.Milliseconds > 100)}; the slowest:"));
        foreach (var (page, time) in pages.Take(8)) await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {time,7:0.0} ms  {page}"));
    }

    private static long Resident(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / (1024 * 1024);
    }

    [GeneratedRegex("<form[^>]*>.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<a [^>]*href=\"(?<address>[^\"#]+)")]
    private static partial Regex Links();

    private sealed record Server(Process Process) : IDisposable
    {
        public void Dispose()
        {
            Process.Kill();
            Process.WaitForExit();
            Process.Dispose();
        }
    }
}
