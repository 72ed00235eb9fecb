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
}
