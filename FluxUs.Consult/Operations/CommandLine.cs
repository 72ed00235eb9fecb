using System.CommandLine;

namespace FluxUs.Consult.Operations;

/// <summary>The commands of an operator. Results go to standard output, messages to standard error; the exit code is 0 when
/// done, 1 when refused, 2 when the command was not understood.</summary>
public static class CommandLine
{
    /// <summary>Whether the program was started for a command rather than to serve: the first word is no option.</summary>
    public static bool IsCommand(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    public static async Task<int> Run(IServiceProvider services, string[] args)
    {
        var root = new RootCommand("Carries a policy study from expert interviews to recommendation fiches. Without a command it serves the application.");
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) await Console.Error.WriteLineAsync(error.Message);
            return 2;
        }

        return await parsed.InvokeAsync();
    }
}
