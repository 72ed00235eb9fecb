using BenchmarkDotNet.Attributes;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Priorities;
using FluxUs.Consult.Studies;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FluxUs.Consult.Benchmarks.Priorities;

/// <summary>The grid of 100 offerings by 15 criteria: what its page reads (the page in whole: 150 ms).</summary>
[MemoryDiagnoser]
public class GridBenchmarks
{
    private const int Offerings = 100;
    private const int Criteria = 15;

    private readonly List<Guid> _criteria = [];
    private readonly List<Guid> _offerings = [];
    private string _root = "";
    private ServiceProvider _services = null!;

    [GlobalSetup]
    public async Task Fill()
    {
        _root = Directory.CreateTempSubdirectory("consult-benchmark-").FullName;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Root", _root)]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddRooms(configuration);
        _services = services.BuildServiceProvider();
        await using var scope = _services.CreateAsyncScope();
        var get = scope.ServiceProvider;
        await get.GetRequiredService<DatabaseStartup>().Prepare(CancellationToken.None);
        await get.GetRequiredService<FoundStudy>().Handle(Actor.Operator, new FoundStudyRequest(Guid.NewGuid(), "grid", new LocalText("Grille"), "fr", false), CancellationToken.None);
        var access = (await get.GetRequiredService<StudyDoor>().Enter(Actor.Operator, "grid", CancellationToken.None))!;
        for (var criterion = 1; criterion <= Criteria; criterion++)
        {
            var scale = Enumerable.Range(0, 5).Select(value => new ScaleStepContents(value, new LocalText($"niveau {value}"))).ToList();
            _criteria.Add((await get.GetRequiredService<AddCriterion>().Handle(
                access,
                new(Guid.NewGuid(), $"C{criterion}", new(new LocalText($"Critère {criterion}"), new LocalText(""), new LocalText(""), CriterionDirection.HigherIsBetter, "", scale)),
                CancellationToken.None)).Value);
        }

        await get.GetRequiredService<ConsultDbContext>().Write<Nothing>(Actor.Operator, null, () =>
        {
            for (var number = 1; number <= Offerings; number++)
            {
                var offering = new Offering(access.StudyId, $"P{number:00}", new LocalText($"Offre {number}"), "");
                _offerings.Add(offering.Id);
                get.GetRequiredService<ConsultDbContext>().Add(offering);
            }

            return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
        }, CancellationToken.None);
        await Read();
    }

    [Benchmark]
    public async Task<ScoreSheet> Read()
    {
        await using var scope = _services.CreateAsyncScope();
        var access = (await scope.ServiceProvider.GetRequiredService<StudyDoor>().Enter(Actor.Operator, "grid", CancellationToken.None))!;
        return (await scope.ServiceProvider.GetRequiredService<OpenScores>().Run(access, CancellationToken.None)).Value!;
    }

    [GlobalCleanup]
    public void Remove()
    {
        _services.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
