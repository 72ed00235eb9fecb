using System.Data.Common;
using FluxUs.Consult.Foundation.Data.Erasure;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FluxUs.Consult.Foundation.Data;

/// <summary>The study's database as one SQLite file.</summary>
public sealed class SqliteConsultDbContext(DbContextOptions<SqliteConsultDbContext> options, AuditTrail audit, ErasureLedger ledger, UpgradeCopies copies, TimeProvider time)
    : ConsultDbContext(options, audit, ledger, copies, time)
{
    private const int Attempts = 3;

    // secure_delete wipes pages of the database; the write-ahead log keeps old ones until it is emptied. That waits for readers as
    // long as busy_timeout says, then answers 1 in its first column instead of failing (https://sqlite.org/pragma.html#pragma_wal_checkpoint).
    protected override async Task EmptyLog(CancellationToken cancellation)
    {
        await Database.OpenConnectionAsync(cancellation);
        try
        {
            await using var command = Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE);";
            for (var attempt = 1; attempt <= Attempts; attempt++)
            {
                if (await command.ExecuteScalarAsync(cancellation) is 0L) return;
            }

            this.GetService<ILoggerFactory>().CreateLogger<ConsultDbContext>().LogError("A long reader keeps the write-ahead log from being emptied: deleted content stays readable in it until the next erasure or start");
        }
        finally
        {
            await Database.CloseConnectionAsync();
        }
    }

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
