using System.ComponentModel;
using System.Diagnostics;
using Xunit;

namespace FluxUs.Consult.Tests.Support;

/// <summary>
/// A program of the machine that looks at what we made. Where it is not installed the test is skipped and says so;
/// with <c>CI=true</c> that is a failure.
/// </summary>
internal static class ExternalTool
{
    /// <summary>Runs it; returns its exit code and all that it printed.</summary>
    public static (int ExitCode, string Output) Run(string name, params string[] arguments)
    {
        var start = new ProcessStartInfo(name, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            Missing(name);
            throw;
        }
    }

    /// <summary>Ends the test because something is not installed here.</summary>
    public static void Missing(string name)
    {
        if (Environment.GetEnvironmentVariable("CI") == "true") Assert.Fail($"{name} is not installed.");
        Assert.Skip($"{name} is not installed.");
    }
}

/// <summary>A file that is gone after the test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(ReadOnlySpan<byte> content, string extension)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), Guid.NewGuid().ToString("N") + extension);
        File.WriteAllBytes(Path, content);
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
