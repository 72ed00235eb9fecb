using System.Runtime.CompilerServices;

namespace FluxUs.Consult.Tests.Support;

/// <summary>The sources of the program, for tests that read what the compiler does not hold.</summary>
public static class SourceTree
{
    /// <summary>The folder of the web project.</summary>
    public static string App { get; } = Path.Combine(Root(), "FluxUs.Consult");

    /// <summary>Its files whose name ends so, without what a build leaves behind.</summary>
    public static IEnumerable<string> Files(string ending) =>
        Directory.EnumerateFiles(App, "*" + ending, SearchOption.AllDirectories)
            .Where(file => !Relative(file).Split('/').Any(part => part is "bin" or "obj" or "data"))
            .Order(StringComparer.Ordinal);

    /// <summary>The file as one names it: from the web project on, with slashes.</summary>
    public static string Relative(string file) => Path.GetRelativePath(App, file).Replace('\\', '/');

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
