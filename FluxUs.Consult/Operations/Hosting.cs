using System.Globalization;
using System.Net;
using System.Resources;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Data.Erasure;
using Microsoft.AspNetCore.HttpOverrides;
using Serilog;
using Serilog.Events;

namespace FluxUs.Consult.Operations;

/// <summary>How the application starts: as a server, or for one command and then it ends.</summary>
public static class Hosting
{
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var isCommand = CommandLine.IsCommand(args);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = isCommand ? [] : args,
            EnvironmentName = DefaultEnvironment(args),
        });
        UseDefaultAddress(builder);
        UseLogs(builder, isCommand);
        return builder;
    }

    /// <summary>Says on one line why the program does not serve as it is set up.</summary>
    /// <returns>True when it was said: the program ends.</returns>
    public static bool RefusesToServe(this WebApplicationBuilder builder, string[] args)
    {
        if (CommandLine.IsCommand(args) || SiteSettings.WhatIsWrong(builder.Configuration, builder.Environment.IsDevelopment()) is not var (key, value)) return false;
        OperatorLanguage.Speak();
        Console.Error.WriteLine(string.Format(CultureInfo.InvariantCulture, new ResourceManager(typeof(OperationsTexts)).GetString(key, CultureInfo.CurrentUICulture)!, value));
        return true;
    }

    /// <summary>Lets the proxies of <c>Site:Proxies</c>, and nobody else, say whom they speak for: limits of attempts and logs are then of
    /// the client. The scheme and the host come from <c>Site:Address</c> alone.</summary>
    public static WebApplication UseProxies(this WebApplication app)
    {
        var proxies = SiteSettings.Proxies(app.Configuration);
        if (proxies.Count == 0) return app;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            if (IPAddress.TryParse(proxy, out var address)) options.KnownProxies.Add(address);
            else options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        }

        app.UseForwardedHeaders(options);
        return app;
    }

    public static async Task<int> RunConsult(this WebApplication app, string[] args)
    {
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<DatabaseStartup>().Prepare(CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<ErasureReplay>().Run(CancellationToken.None);
            await scope.ServiceProvider.GetRequiredService<SealedAccountStore>().SealAll(CancellationToken.None);
        }

        if (CommandLine.IsCommand(args)) return await CommandLine.Run(app.Services, args, Console.Out, Console.Error);
        var told = await FirstStart.Prepare(app, CancellationToken.None);
        await app.StartAsync();
        await FirstStart.Greet(app, told);
        await app.WaitForShutdownAsync();
        return 0;
    }

    // A Debug build is for those who develop, a Release build for those who host; a variable or an argument wins.
    private static string? DefaultEnvironment(string[] args)
    {
        if (Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") is { Length: > 0 } || Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") is { Length: > 0 }) return null;
        if (args.Any(arg => arg.StartsWith("--environment", StringComparison.OrdinalIgnoreCase))) return null;
#if DEBUG
        return Environments.Development;
#else
        return Environments.Production;
#endif
    }

    private static void UseDefaultAddress(WebApplicationBuilder builder)
    {
        string[] settings = ["urls", "http_ports", "https_ports"];
        var isConfigured = settings.Any(setting => !string.IsNullOrEmpty(builder.Configuration[setting]))
            || builder.Configuration.GetSection("Kestrel:Endpoints").Exists();
        if (!isConfigured) builder.WebHost.UseUrls("http://localhost:5080");
    }

    // A command's standard output is its result alone; what is told along the way goes to standard error.
    private static void UseLogs(WebApplicationBuilder builder, bool isCommand)
    {
        var storage = builder.Configuration.GetSection("Storage").Get<StorageOptions>() ?? new StorageOptions();
        builder.Host.UseSerilog((context, logger) => logger
            .MinimumLevel.Information()
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            // It warns that the key ring lies in the clear: it lies beside the installation key, in a folder for the owner only.
            .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            .ReadFrom.Configuration(context.Configuration)
            .Enrich.FromLogContext()
            .WriteTo.Console(
                restrictedToMinimumLevel: isCommand ? LogEventLevel.Warning : LogEventLevel.Information,
                formatProvider: CultureInfo.InvariantCulture,
                standardErrorFromLevel: isCommand ? LogEventLevel.Verbose : LogEventLevel.Error)
            .WriteTo.File(
                Path.Combine(storage.Logs, "consult-.log"),
                formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: 31,
                shared: true));
    }
}
