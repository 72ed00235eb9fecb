using System.CommandLine;
using FluxUs.Consult.Operations.Commands;

namespace FluxUs.Consult.Operations;

/// <summary>The commands of an operator. Results go to standard output, messages to standard error; the exit code is 0 when
/// done, 1 when refused, 2 when the command was not understood.</summary>
public static class CommandLine
{
    /// <summary>Whether the program was started for a command rather than to serve: the first word is no option.</summary>
    public static bool IsCommand(string[] args) => args is [var first, ..] && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    public static async Task<int> Run(IServiceProvider services, string[] args, TextWriter output, TextWriter error)
    {
        OperatorLanguage.Speak();
        var session = new CommandSession(services, output, error);
        var root = new RootCommand(session.Say("Program"))
        {
            DemoCommand.Create(session),
            ImportCommand.Create(session),
            ExportCommand.Create(session),
            FicheCommand.Create(session),
            FicheCommand.CreatePack(session),
            UserCommand.Create(session),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var mistake in parsed.Errors) await error.WriteLineAsync(mistake.Message);
            return CommandSession.WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            var reference = Guid.NewGuid().ToString("N")[..8];
            services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(CommandLine)).LogError(fault, "The command failed; reference {Reference}", reference);
            return await session.Refuse(session.Say("CommandFailed", reference, fault.Message));
        }
    }
}
