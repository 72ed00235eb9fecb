using System.Diagnostics;
using System.Globalization;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Html;
using FluxUs.Consult.Foundation.Documents.Pdf;

namespace FluxUs.Consult.Benchmarks.Foundation.Documents;

/// <summary>
/// Prints the same fiche with our engine, with a headless Chromium that is warm, and with WeasyPrint that is warm, in one
/// run, and tells how long each takes. The others print the HTML of the fiche, and need not tag, archive or attach.
/// </summary>
internal static class PrinterComparison
{
    private const int Rounds = 9;
    private const int OurRounds = 200;

    public static async Task Run(TextWriter output)
    {
        var engine = new PdfEngine();
        var fiche = BenchmarkFiche.Document;
        var html = Page(fiche);
        var load = await Load();
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} cores, load {load}, .NET {Environment.Version}"));

        var (pages, bytes) = Ours(engine, fiche);
        var ours = Median(OurRounds, () => Ours(engine, fiche));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ours(engine, fiche);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"our engine: {ours.TotalMilliseconds:0.00} ms, {(GC.GetAllocatedBytesForCurrentThread() - before) / 1e6:0.00} MB allocated, {pages} pages, {bytes / 1000.0:0.0} KB"));
        var pack = Median(11, () => Pack(engine, fiche, 15));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"our engine, pack of 15: {pack.TotalMilliseconds:0} ms"));
        await TellMemory(output, engine, fiche);

        await Tell(output, "Chromium, warm", await Chromium(html), ours);
        await Tell(output, "WeasyPrint, warm", await WeasyPrint(html), ours);
    }

    private static (int Pages, long Bytes) Ours(PdfEngine engine, FicheDocument fiche)
    {
        using var memory = new MemoryStream();
        var report = engine.Render(fiche, PageStyle.A4, memory);
        return (report.Pages, memory.Length);
    }

    private static void Pack(PdfEngine engine, FicheDocument fiche, int count)
    {
        var writer = engine.Begin(new PackFront(fiche.Details) { ContentsTitle = "Sommaire" }, PageStyle.A4, Stream.Null);
        for (var at = 0; at < count; at++) writer.Add(fiche);
        writer.Finish();
    }

    /// <summary>What is held while a long pack is written, at its tenth and at its last fiche.</summary>
    private static async Task TellMemory(TextWriter output, PdfEngine engine, FicheDocument fiche)
    {
        var writer = engine.Begin(new PackFront(fiche.Details) { ContentsTitle = "Sommaire" }, PageStyle.A4, Stream.Null);
        var early = 0L;
        for (var at = 1; at <= 200; at++)
        {
            writer.Add(fiche);
            if (at == 10) early = GC.GetTotalMemory(forceFullCollection: true);
        }
        var late = GC.GetTotalMemory(forceFullCollection: true);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"our engine, pack of 200: {early / 1e6:0.0} MB held after 10 fiches, {late / 1e6:0.0} MB after 200, {writer.Finish().Pages} pages"));
    }

    private static async Task<TimeSpan?> Chromium(string html)
    {
        await using var browser = await BrowserPrinter.Start();
        if (browser is null) return null;
        await browser.Print(html);
        var times = new List<TimeSpan>();
        for (var round = 0; round < Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            await browser.Print(html);
            times.Add(clock.Elapsed);
        }
        return times.Order().ElementAt(times.Count / 2);
    }

    // Prints once to warm up, then tells the seconds of the median.
    private const string Script = """
        import sys, time
        from weasyprint import HTML
        text = sys.stdin.read()
        times = []
        for _ in range(6):
            start = time.perf_counter()
            HTML(string=text).write_pdf()
            times.append(time.perf_counter() - start)
        print(sorted(times[1:])[2])
        """;

    private static async Task<TimeSpan?> WeasyPrint(string html)
    {
        try
        {
            // Debian's package is for Debian's own interpreter.
            var python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
            using var process = Process.Start(new ProcessStartInfo(python, ["-c", Script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            await process.StandardInput.WriteAsync(html);
            process.StandardInput.Close();
            var said = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            await errors;
            return process.ExitCode == 0 ? TimeSpan.FromSeconds(double.Parse(said, CultureInfo.InvariantCulture)) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static Task Tell(TextWriter output, string name, TimeSpan? time, TimeSpan ours) => output.WriteLineAsync(time is { } known
        ? string.Create(CultureInfo.InvariantCulture, $"{name}: {known.TotalMilliseconds:0} ms, {known / ours:0} times as long")
        : $"{name}: not installed");

    private static TimeSpan Median(int rounds, Action act)
    {
        // The runtime makes code faster as it is called.
        for (var round = 0; round < rounds * 2; round++) act();
        var times = new List<TimeSpan>(rounds);
        for (var round = 0; round < rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            act();
            times.Add(clock.Elapsed);
        }
        return times.Order().ElementAt(rounds / 2);
    }

    private static async Task<string> Load() => File.Exists("/proc/loadavg") ? (await File.ReadAllTextAsync("/proc/loadavg")).Split(' ')[0] : "unknown";

    private static string Page(FicheDocument fiche) =>
        "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>P01</title><style>@page{size:A4;margin:19mm 22mm}body{font:10.5pt/1.45 serif}svg{width:100mm}td,th{border-bottom:1px solid #ccc}</style></head><body>"
        + FicheHtml.Render(fiche) + "</body></html>";
}
