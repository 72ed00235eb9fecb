using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Foundation.Data;

/// <summary>Brings the database to this version of the program before anything else opens it. A kill at any point leaves a
/// database that the next start mends: the lock is ours and dies with the process, and a copy is made first.</summary>
public sealed class DatabaseStartup(ConsultDbContext db, StorageOptions storage, UpgradeCopies copies, ILogger<DatabaseStartup> log)
{
    private const string AuditTriggers = """
        CREATE TRIGGER IF NOT EXISTS AuditEntry_refuses_update BEFORE UPDATE ON AuditEntry BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
        CREATE TRIGGER IF NOT EXISTS AuditEntry_refuses_delete BEFORE DELETE ON AuditEntry BEGIN SELECT RAISE(ABORT, 'the audit trail is append-only'); END;
        """;

    public async Task Prepare(CancellationToken cancellation)
    {
        Directory.CreateDirectory(storage.Root);
        using var processLock = TakeLock();
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellation)).ToList();
        if (pending.Count > 0)
        {
            await BackUpBefore(pending[0], cancellation);
            await ClearStaleMigrationLock(cancellation);
            log.LogInformation("Upgrading the database: {Migrations}", string.Join(", ", pending));
            await db.Database.MigrateAsync(cancellation);
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellation);
        await db.Database.ExecuteSqlRawAsync(AuditTriggers, cancellation);
    }

    private FileStream TakeLock()
    {
        try
        {
            return new FileStream(Path.Combine(storage.Root, "upgrade.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new IOException($"Another process is preparing the database in {Path.GetFullPath(storage.Root)}. Wait for it to end, then start again.");
        }
    }

    private async Task BackUpBefore(string migration, CancellationToken cancellation)
    {
        if (!File.Exists(storage.Database) || new FileInfo(storage.Database).Length == 0) return;
        var copy = copies.PlaceBefore(migration);
        if (File.Exists(copy)) return;
        var unfinished = copy + ".unfinished";
        File.Delete(unfinished);
        await using (var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ToString()))
        {
            await db.Database.OpenConnectionAsync(cancellation);
            await target.OpenAsync(cancellation);
            ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(target);
            await db.Database.CloseConnectionAsync();
        }

        File.Move(unfinished, copy);
    }

    // A kill during an upgrade leaves a row that makes the next one wait for ever; our own lock says that nobody else is at it.
    private async Task ClearStaleMigrationLock(CancellationToken cancellation)
    {
        var exists = await db.Database.SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'").SingleAsync(cancellation);
        if (exists > 0) await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock;", cancellation);
    }
}
