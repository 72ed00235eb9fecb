using BenchmarkDotNet.Attributes;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.Desk;
using FluxUs.Consult.Evidence.Excerpts;
using FluxUs.Consult.Evidence.Listing;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace FluxUs.Consult.Benchmarks.Evidence;

/// <summary>Opening a text of 2 MB with 2,000 excerpts on the coding desk, one of ten pages with as many on top of each other,
/// listing all of them, and tagging a passage; on a real SQLite file.</summary>
[MemoryDiagnoser]
public class OpenTextBenchmarks
{
    private const string Line = "On nous demande une garantie décennale sur une porte qui a déjà vécu trente ans, et l’assureur dit non.";
    private const int Excerpts = 2_000;

    private readonly string _root = Directory.CreateTempSubdirectory("consult-benchmark-").FullName;
    private ServiceProvider _services = null!;
    private StudyAccess _access = null!;
    private Guid _long, _dense, _tag;
    private int _next;

    [GlobalSetup]
    public async Task Fill()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Root", _root)]).Build();
        _services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System).AddRooms(configuration).BuildServiceProvider();
        await using var scope = _services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DatabaseStartup>().Prepare(CancellationToken.None);
        var db = scope.ServiceProvider.GetRequiredService<ConsultDbContext>();
        var study = new Study("large", new LocalText("Grande étude"));
        var coder = new Account("coder@benchmark.example", "Camille");
        var tag = new Tag(study.Id, "refusal", new LocalText("refus"), TagKind.Obstacle, "#a3341f", null, 1);
        var (large, dense) = (Text(study, "E-01", 20_000, coder), Text(study, "E-02", 200, coder));
        var outcome = await db.Write<Nothing>(Actor.Operator, null, () =>
        {
            db.AddRange(study, coder, new Membership(study.Id, coder.Id, Roles.Researcher), tag, large, dense);
            db.AddRange(Spread(study, large, coder, tag).Concat(Spread(study, dense, coder, tag)));
            return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
        }, CancellationToken.None);
        if (!outcome.IsDone) throw new InvalidOperationException(outcome.Kind.ToString());
        (_long, _dense, _tag) = (large.Id, dense.Id, tag.Id);
        _access = (await scope.ServiceProvider.GetRequiredService<StudyDoor>().Enter(Actor.Account(coder.Id), study.Slug, CancellationToken.None))!;
    }

    [GlobalCleanup]
    public async Task Clear()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_root, recursive: true);
    }

    [Benchmark]
    public Task<int> LongTextAtItsFirstPart() => Open(new DeskAddress(_long.ToString(), null, null));

    [Benchmark]
    public Task<int> LongTextAtAnExcerpt() => Open(new DeskAddress(_long.ToString(), null, 1_500));

    [Benchmark]
    public Task<int> ShortTextUnderAllExcerpts() => Open(new DeskAddress(_dense.ToString(), null, null));

    [Benchmark]
    public async Task<int> ListOfAllExcerpts()
    {
        await using var scope = _services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ListExcerpts>().Run(_access, new ExcerptFilter(Words: "assur*"), 1, CancellationToken.None)).Value!.Found;
    }

    [Benchmark]
    public async Task<int> TagAPassage()
    {
        await using var scope = _services.CreateAsyncScope();
        var request = new AddExcerptRequest(Guid.NewGuid(), _long, 1, _next++ * 7, 5, new Coding([_tag], null, []));
        return (await scope.ServiceProvider.GetRequiredService<AddExcerpt>().Handle(_access, request, CancellationToken.None)).Value!.Number;
    }

    private async Task<int> Open(DeskAddress address)
    {
        await using var scope = _services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<OpenDesk>().Run(_access, address, CancellationToken.None)).Value!.Excerpts.Count;
    }

    private static SourceText Text(Study study, string code, int lines, Account by)
    {
        var text = new SourceText(study.Id, SourceKind.Transcript, Guid.CreateVersion7(), code, "fr");
        var segments = Enumerable.Range(0, lines).Select(line =>
            new SegmentDraft(line * (Line.Length + 1), Line.Length, $"Voix {line % 2}", null, TimeSpan.FromSeconds(line * 4), null, null, null));
        text.AddVersion(string.Join('\n', Enumerable.Repeat(Line, lines)), segments, by.Id, DateTime.UtcNow, "");
        return text;
    }

    private static IEnumerable<Excerpt> Spread(Study study, SourceText text, Account by, Tag tag)
    {
        var words = text.Versions[0].Text;
        for (var number = 0; number < Excerpts; number++)
        {
            var start = (int)((long)number * (words.Length - Line.Length) / Excerpts);
            var excerpt = new Excerpt(study.Id, text.Id, text.NumberExcerpt(), 1, ExcerptSpan.Of(words, start, 60), by.Id, DateTime.UtcNow);
            excerpt.TagWith([tag.Id]);
            yield return excerpt;
        }
    }
}
