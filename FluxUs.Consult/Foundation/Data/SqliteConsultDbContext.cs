using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace FluxUs.Consult.Foundation.Data;

/// <summary>The study's database as one SQLite file.</summary>
public sealed class SqliteConsultDbContext(DbContextOptions<SqliteConsultDbContext> options, AuditTrail audit, TimeProvider time)
    : ConsultDbContext(options, audit, time)
{
    // secure_delete wipes pages of the database; the write-ahead log keeps old ones until it is emptied.
    protected override Task EmptyLog(CancellationToken cancellation) => Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE);", cancellation);

    // SQLITE_BUSY and SQLITE_LOCKED, https://sqlite.org/rescode.html
    protected override bool IsBusy(Exception fault) =>
        fault is SqliteException { SqliteErrorCode: 5 or 6 } || fault.InnerException is { } inner && IsBusy(inner);
}

/// <summary>Sets on each connection what SQLite does not keep in the file: full synchronisation, waiting for other writers,
/// and wiping of deleted content.</summary>
public sealed class SqliteConnectionSettings : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
