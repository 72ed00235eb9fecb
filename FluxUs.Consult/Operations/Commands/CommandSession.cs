using System.CommandLine;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Studies;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Operations.Commands;

/// <summary>What every command has at hand: the rooms, and where results and messages go.</summary>
internal sealed class CommandSession(IServiceProvider services, TextWriter output, TextWriter error)
{
    public const int Done = 0, Refused = 1, WrongUsage = 2;

    private readonly IStringLocalizer _texts = services.GetRequiredService<IStringLocalizerFactory>().Create(typeof(OperationsTexts));

    public TextWriter Output => output;
    public TextWriter Error => error;

    public string Say(string key, params object[] arguments) => _texts[key, arguments];

    /// <summary>Runs a command in a scope of its own, as each request has one.</summary>
    public async Task<int> Run(Func<IServiceProvider, Task<int>> command)
    {
        await using var scope = services.CreateAsyncScope();
        return await command(scope.ServiceProvider);
    }

    /// <summary>Runs a command in a study, which must exist.</summary>
    public Task<int> RunIn(string slug, Func<IServiceProvider, StudyAccess, Task<int>> command, CancellationToken cancellation) => Run(async scope =>
    {
        var access = await scope.GetRequiredService<StudyDoor>().Enter(Actor.Operator, slug, cancellation);
        return access is null ? await Refuse(Say("NoSuchStudy", slug)) : await command(scope, access);
    });

    public async Task<int> Refuse(string reason)
    {
        await error.WriteLineAsync(reason);
        return Refused;
    }

    /// <summary>Says why an act gave nothing, on one line.</summary>
    public Task<int> Refuse(Outcome failure)
    {
        var say = services.GetRequiredService<IStringLocalizerFactory>();
        var reasons = string.Join(' ', failure.Refusals.Select(new RefusalTexts(say).Say));
        return Refuse(reasons.Length > 0 ? reasons : Say("Outcome." + failure.Kind));
    }

    /// <summary>Writes a file whole, or leaves what is there.</summary>
    public async Task<int> WriteFile(string path, Func<Stream, Task<Outcome<Nothing>>> write, CancellationToken cancellation)
    {
        Outcome? failure = null;
        try
        {
            await OutputFile.Write(path, async stream =>
            {
                var outcome = await write(stream);
                if (!outcome.IsDone) failure = outcome.Failure;
                return outcome.IsDone;
            }, cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return await Refuse(Say("CannotWrite", path, fault.Message));
        }

        if (failure is not null) return await Refuse(failure);
        await Output.WriteLineAsync(Path.GetFullPath(path));
        return Done;
    }

    public Option<string> StudyOption() => new("--study") { Description = Say("StudyOption"), HelpName = "SLUG", Required = true };

    public Option<string> OutOption() => new("--out") { Description = Say("OutOption"), HelpName = "FILE", Required = true };
}
