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
            await scope.GetRequiredService<ExportTables>().Run(access, stream, cancellation),
            path => Path.GetExtension(path).Equals(".zip", StringComparison.OrdinalIgnoreCase) ? null : session.Say("CsvIsZip", path)),
        Format("csl", "ExportCsl", session, async (scope, access, stream, cancellation) =>
        {
            var items = await scope.GetRequiredService<ExportCsl>().Run(access, cancellation);
            if (!items.IsDone) return items.Failure;
            CslJsonWriter.Write(stream, items.Value);
            return Nothing.Value;
        }),
    };

    /// <param name="remark">What to say of the name of the file that was written, if anything.</param>
    private static Command Format(
        string name, string description, CommandSession session, Func<IServiceProvider, StudyAccess, Stream, CancellationToken, Task<Outcome<Nothing>>> write, Func<string, string?>? remark = null)
    {
        var (study, output) = (session.StudyOption(), session.OutOption());
        var command = new Command(name, session.Say(description)) { study, output };
        command.SetAction((given, cancellation) => session.RunIn(
            given.GetRequiredValue(study),
            async (scope, access) =>
            {
                var path = given.GetRequiredValue(output);
                var code = await session.WriteFile(path, stream => write(scope, access, stream, cancellation), cancellation);
                if (code == CommandSession.Done && remark?.Invoke(path) is { } said) await session.Error.WriteLineAsync(said);
                return code;
            },
            cancellation));
        return command;
    }
}
