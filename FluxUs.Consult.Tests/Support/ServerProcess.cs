using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace FluxUs.Consult.Tests.Support;

/// <summary>The program as its own process on a free port of this machine, so that a test can kill it and start it again at the same
/// address. It serves the installation of a <see cref="TestStudy"/>.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);
    private readonly HttpClient _client = new();
    private readonly string _root;
    private readonly int _port = FreePort();
    private Process? _process;

    public ServerProcess(string root) => _root = root;

    public string Address => $"http://127.0.0.1:{_port.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Starts it; returns once it says that it is ready.</summary>
    public async Task Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "FluxUs.Consult.dll"), "--urls", Address, "--Storage:Root", _root, "--environment", "Development"])
        {
            WorkingDirectory = AppContext.BaseDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        _process = Process.Start(start)!;
        // Nobody reads what it tells; a full pipe would stop it.
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        var clock = Stopwatch.StartNew();
        while (!await IsReady())
        {
            Assert.False(_process.HasExited, "The server ended by itself.");
            Assert.True(clock.Elapsed < LongestStart, "The server did not become ready.");
            await Task.Delay(50, TestStudy.Cancellation);
        }
    }

    /// <summary>Ends it at once, in the middle of whatever it does.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _process = null;
    }

    public ValueTask DisposeAsync()
    {
        if (_process is not null) Kill();
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<bool> IsReady()
    {
        try
        {
            using var answer = await _client.GetAsync(Address + "/health/ready", TestStudy.Cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
