using BenchmarkDotNet.Running;
using FluxUs.Consult.Benchmarks.Foundation.Documents;
using FluxUs.Consult.Benchmarks.Journeys;

namespace FluxUs.Consult.Benchmarks;

internal static class EntryPoint
{
    /// <summary><c>pages</c> walks the pages of a running server; <c>printers</c> compares what prints a fiche; anything else is for BenchmarkDotNet.</summary>
    private static async Task Main(string[] args)
    {
        if (args is ["pages"]) await PageWalk.Run(Console.Out);
        else if (args is ["printers"]) await PrinterComparison.Run(Console.Out);
        else BenchmarkSwitcher.FromAssembly(typeof(EntryPoint).Assembly).Run(args);
    }
}
