using BenchmarkDotNet.Attributes;
using FluxUs.Consult.Exchange.Loading;
using FluxUs.Consult.Fiches.Composition;
using FluxUs.Consult.Fiches.Editions;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Html;
using FluxUs.Consult.Studies;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FluxUs.Consult.Benchmarks.Fiches;

/// <summary>A fiche of the demonstration study, from its database to its page and its file. To hold: 50 ms once warm.</summary>
[MemoryDiagnoser]
public class FicheBenchmarks
{
    private string _root = "";
    private ServiceProvider _services = null!;
    private ComposedFiche _fiche = null!;

    [GlobalSetup]
    public async Task Load()
    {
        _root = Directory.CreateTempSubdirectory("consult-benchmark-").FullName;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Root", _root)]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddRooms(configuration);
        services.AddSingleton<Microsoft.Extensions.Hosting.IHostEnvironment>(new Setting());
        _services = services.BuildServiceProvider();
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseStartup>().Prepare(CancellationToken.None);
        var loaded = await scope.ServiceProvider.GetRequiredService<LoadDemonstration>().Handle(Actor.Operator, new LoadDemonstrationRequest(null), CancellationToken.None);
        if (!loaded.IsDone) throw new InvalidOperationException("The demonstration was not loaded.");
        _fiche = await Compose();
    }

    /// <summary>Gathers what the fiche is made of and builds its document.</summary>
    [Benchmark]
    public async Task<ComposedFiche> Compose()
    {
        await using var scope = _services.CreateAsyncScope();
        var access = await scope.ServiceProvider.GetRequiredService<StudyDoor>().Enter(Actor.Operator, "demo", CancellationToken.None);
        return (await scope.ServiceProvider.GetRequiredService<ComposeFiche>().Run(access!, "P01", "fr", null, CancellationToken.None)).Value!;
    }

    [Benchmark]
    public string Page() => FicheHtml.Render(_fiche.Document);

    [Benchmark]
    public int File()
    {
        using var output = new MemoryStream();
        _services.GetRequiredService<IPdfEngine>().Render(Paper.Of(_fiche.Document), _fiche.Template.Style, output);
        return (int)output.Length;
    }

    /// <summary>From the database to the bytes: what a download of a draft costs.</summary>
    [Benchmark]
    public async Task<int> Whole()
    {
        await using var scope = _services.CreateAsyncScope();
        var access = await scope.ServiceProvider.GetRequiredService<StudyDoor>().Enter(Actor.Operator, "demo", CancellationToken.None);
        var file = await scope.ServiceProvider.GetRequiredService<RenderFiche>().Run(access!, new RenderFicheRequest("P01", "fr", true, FicheFormat.Pdf), CancellationToken.None);
        return file.Value!.Content.Length;
    }

    [GlobalCleanup]
    public async Task Leave()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_root, recursive: true);
    }

    private sealed class Setting : Microsoft.Extensions.Hosting.IHostEnvironment
    {
        public string ApplicationName { get; set; } = "FluxUs.Consult";
        public string EnvironmentName { get; set; } = "Production";
        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;
        public Microsoft.Extensions.FileProviders.IFileProvider ContentRootFileProvider { get; set; } = new Microsoft.Extensions.FileProviders.NullFileProvider();
    }
}
