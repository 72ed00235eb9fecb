using System.CommandLine;
using FluxUs.Consult.Exchange.Loading;
using FluxUs.Consult.Exchange.Loading.Synthetic;
using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Operations.Commands;

/// <summary><c>demo</c>: loads the demonstration study, or one many times its size.</summary>
internal static class DemoCommand
{
    public static Command Create(CommandSession session)
    {
        var scale = new Option<int?>("--scale") { Description = session.Say("DemoScale"), HelpName = "N" };
        var command = new Command("demo", session.Say("Demo")) { scale };
        command.SetAction((given, cancellation) => session.Run(scope => given.GetValue(scale) is { } times
            ? Enlarge(session, scope, times, cancellation)
            : Load(session, scope, cancellation)));
        return command;
    }

    private static async Task<int> Load(CommandSession session, IServiceProvider scope, CancellationToken cancellation)
    {
        var loaded = await scope.GetRequiredService<LoadDemonstration>().Handle(Actor.Operator, new LoadDemonstrationRequest(Password(scope)), cancellation);
        if (!loaded.IsDone) return await session.Refuse(loaded.Failure);
        await session.Output.WriteLineAsync($"/studies/{loaded.Value.Slug}");
        return CommandSession.Done;
    }

    private static async Task<int> Enlarge(CommandSession session, IServiceProvider scope, int times, CancellationToken cancellation)
    {
        var progress = new Told(done => session.Error.WriteLine(session.Say("DemoProgress", done, times)));
        var written = await scope.GetRequiredService<WriteSyntheticStudy>().Handle(Actor.Operator, new WriteSyntheticStudyRequest(times, Password(scope), progress), cancellation);
        if (!written.IsDone) return await session.Refuse(written.Failure);
        await session.Output.WriteLineAsync($"/studies/{written.Value}");
        return CommandSession.Done;
    }

    // A password that everyone knows is for Development only.
    private static string? Password(IServiceProvider scope) =>
        scope.GetService<IHostEnvironment>()?.IsDevelopment() == true ? FirstStart.DemonstrationPassword : null;

    // At once and in order, where the usual progress would post to another thread.
    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
