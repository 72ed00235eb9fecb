using System.CommandLine;
using FluxUs.Consult.Exchange.Tables;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Literature;
using FluxUs.Consult.Literature.Importing;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Operations.Commands;

/// <summary><c>export csv|csl</c>: the study for other tools.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandSession session) => new("export", session.Say("Export"))
    {
        Format("csv", "ExportCsv", session, async (scope, access, stream, cancellation) =>
            await scope.GetRequiredService<ExportTables>().Run(access, stream, cancellation)),
        Format("csl", "ExportCsl", session, async (scope, access, stream, cancellation) =>
        {
            var items = await scope.GetRequiredService<ExportCsl>().Run(access, cancellation);
            if (!items.IsDone) return items.Failure;
            CslJsonWriter.Write(stream, items.Value);
            return Nothing.Value;
        }),
    };

    private static Command Format(string name, string description, CommandSession session, Func<IServiceProvider, StudyAccess, Stream, CancellationToken, Task<Outcome<Nothing>>> write)
    {
        var (study, output) = (session.StudyOption(), session.OutOption());
        var command = new Command(name, session.Say(description)) { study, output };
        command.SetAction((given, cancellation) => session.RunIn(
            given.GetRequiredValue(study),
            (scope, access) => session.WriteFile(given.GetRequiredValue(output), stream => write(scope, access, stream, cancellation), cancellation),
            cancellation));
        return command;
    }
}
