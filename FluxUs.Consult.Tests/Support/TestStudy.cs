using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FluxUs.Consult.Tests.Support;

/// <summary>An installation of its own for one test, on a real SQLite file in a folder that goes away with it, with one study
/// "wood" in it. Time stands still until the test moves it.</summary>
public sealed class TestStudy : IAsyncDisposable
{
    /// <summary>The password of every account that a test makes.</summary>
    public const string Password = "Une-phrase-assez-longue-7";

    /// <summary>Enough to be a hash; the real number would take most of the time of most tests.</summary>
    public const int HashIterations = 10;

    private static readonly Lazy<Task<byte[]>> EmptyDatabase = new(MakeEmptyDatabase);
    private readonly string _root;
    private readonly ServiceProvider _services;
    private readonly List<AsyncServiceScope> _scopes = [];

    private TestStudy(string root, ServiceProvider services) => (_root, _services) = (root, services);

    public string Root => _root;
    public IServiceProvider Services => _services;
    public Study Study { get; private set; } = null!;
    public TimeProvider Time => _services.GetRequiredService<TimeProvider>();

    /// <summary>Moves the clock on.</summary>
    public void Wait(TimeSpan time) => ((FakeTimeProvider)Time).Advance(time);

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="time">A clock that stands still unless another is given.</param>
    /// <param name="with">What the program of this test has beside its rooms.</param>
    public static async Task<TestStudy> Create(TimeProvider? time = null, Action<IServiceCollection>? with = null)
    {
        var root = Directory.CreateTempSubdirectory("consult-test-").FullName;
        await File.WriteAllBytesAsync(Path.Combine(root, "consult.db"), await EmptyDatabase.Value);
        var test = new TestStudy(root, Build(root, time, with));
        test.Study = new Study("wood", new LocalText("Filière bois", "Houtketen", "Wood"));
        await test.Save(test.Study);
        return test;
    }

    /// <summary>A service in a scope of its own, as each request has one.</summary>
    public T Get<T>() where T : notnull
    {
        var scope = _services.CreateAsyncScope();
        _scopes.Add(scope);
        return scope.ServiceProvider.GetRequiredService<T>();
    }

    /// <summary>A new account with these roles in the study, and what it may do there.</summary>
    public async Task<StudyAccess> As(Roles roles, Study? study = null)
    {
        var account = await AddMember(roles, study);
        return (await Get<StudyDoor>().Enter(Actor.Account(account.Id), (study ?? Study).Slug, Cancellation, confirmedAt: Time.GetUtcNow().UtcDateTime))!;
    }

    public async Task<Account> AddMember(Roles roles, Study? study = null)
    {
        var account = await AddAccount();
        await Save(new Membership((study ?? Study).Id, account.Id, roles));
        return account;
    }

    public async Task<Account> AddAccount(string? email = null)
    {
        var account = new Account(email ?? $"{Guid.NewGuid():N}@test.example", "Camille Test");
        var result = await Get<UserManager<Account>>().CreateAsync(account, Password);
        return result.Succeeded ? account : throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Description)));
    }

    /// <summary>Puts entities into the database as they are, for the state that a test starts from.</summary>
    public async Task Save(params object[] entities)
    {
        var db = Get<ConsultDbContext>();
        var outcome = await db.Write<Nothing>(Actor.Operator, null, () =>
        {
            db.AddRange(entities);
            return Task.FromResult<Outcome<Nothing>>(Nothing.Value);
        }, Cancellation);
        Assert.True(outcome.IsDone);
    }

    /// <summary>Changes what is in the database, by the entity's own method.</summary>
    public async Task Change<T>(Action<T> change, System.Linq.Expressions.Expression<Func<T, bool>>? which = null) where T : class
    {
        var db = Get<ConsultDbContext>();
        var outcome = await db.Write<Nothing>(Actor.Operator, null, async () =>
        {
            foreach (var name in db.Model.FindEntityType(typeof(T))!.GetNavigations().Select(navigation => navigation.Name).Take(1))
                await db.Set<T>().Include(name).LoadAsync(Cancellation);
            foreach (var entity in await db.Set<T>().Where(which ?? (_ => true)).ToListAsync(Cancellation)) change(entity);
            return Nothing.Value;
        }, Cancellation);
        Assert.True(outcome.IsDone);
    }

    /// <summary>Reads in a context of its own, so that only what was saved is seen.</summary>
    public Task<List<T>> All<T>() where T : class => Get<ConsultDbContext>().Set<T>().AsNoTracking().ToListAsync(Cancellation);

    public async ValueTask DisposeAsync()
    {
        foreach (var scope in _scopes) await scope.DisposeAsync();
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_root, recursive: true);
    }

    /// <summary>The program on a folder of the test, whatever is in it.</summary>
    public static ServiceProvider Build(string root, TimeProvider? time = null, Action<IServiceCollection>? with = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Root", root)]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddRooms(configuration);
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashIterations);
        services.AddSingleton(time ?? new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero)));
        with?.Invoke(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    // Migrating takes longer than most tests; it is done once and the file is copied.
    private static async Task<byte[]> MakeEmptyDatabase()
    {
        var root = Directory.CreateTempSubdirectory("consult-empty-").FullName;
        await using (var services = Build(root))
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DatabaseStartup>().Prepare(CancellationToken.None);
            var db = scope.ServiceProvider.GetRequiredService<ConsultDbContext>();
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);");
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var bytes = await File.ReadAllBytesAsync(Path.Combine(root, "consult.db"));
        Directory.Delete(root, recursive: true);
        return bytes;
    }
}
