using FluxUs.Consult.Foundation.Data.Erasure;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Foundation.Data;

public static class DataModule
{
    public static IServiceCollection AddData(this IServiceCollection services, IConfiguration configuration)
    {
        var storage = configuration.GetSection("Storage").Get<StorageOptions>() ?? new StorageOptions();
        services.AddSingleton(storage);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => KeyRing.Open(storage.Keys));
        services.AddSingleton<AuditTrail>();
        services.AddSingleton(_ => new ErasureLedger(storage.ErasureLedger, mustStand: storage.Ledger is not null, lost: storage.LedgerLost));
        services.AddSingleton<UpgradeCopies>();
        services.AddScoped<ErasureReplay>();
        services.AddSingleton<SqliteConnectionSettings>();
        services.AddDbContext<ConsultDbContext, SqliteConsultDbContext>((provider, options) => options
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = storage.Database, ForeignKeys = true, DefaultTimeout = 30 }.ToString(),
                sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
            .AddInterceptors(provider.GetRequiredService<SqliteConnectionSettings>()));
        services.AddScoped<DatabaseStartup>();
        services.AddScoped<CodeSequences>();
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(storage.Keys)).SetApplicationName("FluxUs.Consult");
        return services;
    }
}
