using System.CommandLine;
using FluxUs.Consult.Exchange.Loading;
using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Operations.Commands;

/// <summary><c>demo</c>: loads the demonstration study.</summary>
internal static class DemoCommand
{
    public static Command Create(CommandSession session)
    {
        var command = new Command("demo", session.Say("Demo"));
        command.SetAction((_, cancellation) => session.Run(scope => Load(session, scope, cancellation)));
        return command;
    }

    private static async Task<int> Load(CommandSession session, IServiceProvider scope, CancellationToken cancellation)
    {
        var password = scope.GetService<IHostEnvironment>()?.IsDevelopment() == true ? FirstStart.DemonstrationPassword : null;
        var loaded = await scope.GetRequiredService<LoadDemonstration>().Handle(Actor.Operator, new LoadDemonstrationRequest(password), cancellation);
        if (!loaded.IsDone) return await session.Refuse(loaded.Failure);
        await session.Output.WriteLineAsync($"/studies/{loaded.Value.Slug}");
        foreach (var (kind, count) in loaded.Value.Counts) await session.Error.WriteLineAsync($"{kind}: {count}");
        return CommandSession.Done;
    }
}
