using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace FluxUs.Consult.Operations;

/// <summary>What the person who starts the server is told.</summary>
public static class FirstStart
{
    public static Task Greet(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine("FluxUs.Consult: " + string.Join(" ", addresses));
        return Task.CompletedTask;
    }
}
