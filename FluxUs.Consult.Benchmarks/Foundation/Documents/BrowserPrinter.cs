using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FluxUs.Consult.Benchmarks.Foundation.Documents;

/// <summary>A headless Chromium that stays open and prints pages (Chrome DevTools Protocol, Page.printToPDF).</summary>
internal sealed class BrowserPrinter : IAsyncDisposable
{
    private readonly Process process;
    private readonly string profile;
    private readonly ClientWebSocket socket = new();
    private string session = "";
    private int last;

    private BrowserPrinter(Process process, string profile)
    {
        this.process = process;
        this.profile = profile;
    }

    /// <summary>Null where no Chromium is installed.</summary>
    public static async Task<BrowserPrinter?> Start()
    {
        var program = Environment.GetEnvironmentVariable("CONSULT_CHROMIUM") ?? new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);
        if (program is null) return null;
        var profile = Directory.CreateTempSubdirectory("consult-printer-").FullName;
        var process = Process.Start(new ProcessStartInfo(program, ["--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--user-data-dir=" + profile, "about:blank"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var printer = new BrowserPrinter(process, profile);
        var address = "";
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith("DevTools listening on ", StringComparison.Ordinal)) continue;
            address = line["DevTools listening on ".Length..];
            break;
        }
        _ = process.StandardError.ReadToEndAsync();
        await printer.socket.ConnectAsync(new Uri(address), CancellationToken.None);
        var target = await printer.Call("Target.createTarget", new JsonObject { ["url"] = "about:blank" });
        var attached = await printer.Call("Target.attachToTarget", new JsonObject { ["targetId"] = (string?)target["targetId"], ["flatten"] = true });
        printer.session = (string)attached["sessionId"]!;
        return printer;
    }

    /// <summary>Sets the page and prints it; returns the bytes of the PDF.</summary>
    public async Task<byte[]> Print(string html)
    {
        var frame = (string)(await Call("Page.getFrameTree", []))["frameTree"]!["frame"]!["id"]!;
        await Call("Page.setDocumentContent", new JsonObject { ["frameId"] = frame, ["html"] = html });
        var printed = await Call("Page.printToPDF", new JsonObject { ["preferCSSPageSize"] = true, ["generateTaggedPDF"] = true });
        return Convert.FromBase64String((string)printed["data"]!);
    }

    private async Task<JsonObject> Call(string method, JsonObject parameters)
    {
        var number = ++last;
        var message = new JsonObject { ["id"] = number, ["method"] = method, ["params"] = parameters };
        if (session.Length > 0) message["sessionId"] = session;
        await socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, true, CancellationToken.None);
        while (true)
        {
            var answer = await Receive();
            if ((int?)answer["id"] != number) continue;
            return answer["result"] as JsonObject ?? throw new InvalidOperationException($"{method}: {answer["error"]}");
        }
    }

    private async Task<JsonObject> Receive()
    {
        using var memory = new MemoryStream();
        var buffer = new byte[65_536];
        ValueWebSocketReceiveResult result;
        do
        {
            result = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            memory.Write(buffer, 0, result.Count);
        }
        while (!result.EndOfMessage);
        memory.Position = 0;
        return (JsonObject)JsonNode.Parse(memory)!;
    }

    public async ValueTask DisposeAsync()
    {
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(profile, recursive: true);
    }
}
