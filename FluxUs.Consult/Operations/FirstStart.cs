using FluxUs.Consult.Accounts;
using FluxUs.Consult.Exchange.Loading;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Studies;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Operations;

/// <summary>An installation that is still empty: in Development it gets the demonstration study, elsewhere a link that makes its
/// first manager. The setting <c>Demonstration:Load</c> false leaves it empty.</summary>
public static class FirstStart
{
    /// <summary>Of the four accounts of the demonstration, in Development only.</summary>
    public const string DemonstrationPassword = "tout-est-fictif-ici";

    /// <summary>Fills an empty installation; call it before serving.</summary>
    /// <returns>What to tell the person who starts the server.</returns>
    public static async Task<IReadOnlyList<string>> Prepare(WebApplication app, CancellationToken cancellation)
    {
        OperatorLanguage.Speak();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ConsultDbContext>();
        if (await db.Set<Study>().AnyAsync(cancellation) || await db.Set<Account>().AnyAsync(cancellation)) return [];
        var say = scope.ServiceProvider.GetRequiredService<IStringLocalizer<OperationsTexts>>();
        return app.Environment.IsDevelopment()
            ? app.Configuration.GetValue("Demonstration:Load", true) ? await LoadDemonstration(scope.ServiceProvider, say, cancellation) : []
            : await OfferFirstManager(scope.ServiceProvider, say, cancellation);
    }

    /// <summary>Tells where the server listens, and what <see cref="Prepare"/> left to tell.</summary>
    public static async Task Greet(WebApplication app, IReadOnlyList<string> told)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        await Console.Out.WriteLineAsync("FluxUs.Consult: " + string.Join(" ", addresses));
        foreach (var line in told) await Console.Out.WriteLineAsync(line);
    }

    private static async Task<IReadOnlyList<string>> LoadDemonstration(IServiceProvider scope, IStringLocalizer say, CancellationToken cancellation)
    {
        var loaded = await scope.GetRequiredService<LoadDemonstration>().Handle(Actor.Operator, new LoadDemonstrationRequest(DemonstrationPassword), cancellation);
        if (!loaded.IsDone) return [.. loaded.Refusals.Select(scope.GetRequiredService<RefusalTexts>().Say)];
        return [say["DemonstrationLoaded"], .. loaded.Value.Accounts.Select(account => "  " + account), say["DemonstrationPassword", DemonstrationPassword]];
    }

    private static async Task<IReadOnlyList<string>> OfferFirstManager(IServiceProvider scope, IStringLocalizer say, CancellationToken cancellation)
    {
        var link = await scope.GetRequiredService<CreateFirstManagerLink>().Handle(Actor.Operator, cancellation);
        return link.IsDone ? [say["FirstManagerLink", link.Value.ExpiresAt], link.Value.Address!] : [];
    }
}
