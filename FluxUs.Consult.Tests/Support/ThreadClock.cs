using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FluxUs.Consult.Tests.Support;

/// <summary>The processor time that the current thread has used: a busy machine does not disturb it. Where the system does not tell
/// it, the time of the clock on the wall.</summary>
internal static class ThreadClock
{
    // CLOCK_THREAD_CPUTIME_ID, <time.h> of Linux and of macOS.
    private static readonly int ThreadTime = OperatingSystem.IsMacOS() ? 16 : 3;

    public static TimeSpan Now => !OperatingSystem.IsWindows() && Environment.Is64BitProcess && GetTime(ThreadTime, out var time) == 0
        ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromTicks(time.Nanoseconds / TimeSpan.NanosecondsPerTick)
        : Stopwatch.GetElapsedTime(0);

    /// <summary>What an act took of this thread; it must not leave it.</summary>
    public static TimeSpan Measure(Action act)
    {
        var start = Now;
        act();
        return Now - start;
    }

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
