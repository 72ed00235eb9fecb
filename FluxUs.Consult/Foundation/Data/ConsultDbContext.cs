using System.Text.Json;
using FluxUs.Consult.Foundation.Data.Erasure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace FluxUs.Consult.Foundation.Data;

/// <summary>The one database. It knows no room: it applies every <see cref="IEntityTypeConfiguration{TEntity}"/> of the
/// assembly, and a room asks for <c>db.Set&lt;Interview&gt;()</c>. All writing goes through <see cref="Write{T}"/>.</summary>
public abstract class ConsultDbContext(DbContextOptions options, AuditTrail audit, ErasureLedger ledger, UpgradeCopies copies, TimeProvider time) : DbContext(options)
{
    private readonly List<Erased> _erased = [];
    private readonly List<Func<CancellationToken, Task>> _afterCommit = [];
    private bool _writing;

    /// <summary>Runs an act in one immediate transaction: what it changed is saved with its audit lines, or nothing is.</summary>
    /// <param name="operation">The operation id of the form; the same id again gives the first result and changes nothing.</param>
    /// <param name="act">Loads, checks, changes; whatever it gives that is not done rolls everything back. It may run
    /// again after a conflict with another writer, so it starts from the database each time.</param>
    public async Task<Outcome<T>> Write<T>(Actor actor, Guid? operation, Func<Task<Outcome<T>>> act, CancellationToken cancellation)
    {
        if (_writing) return await Join(actor, act, cancellation);

        var outcome = await WriteAlone(actor, operation, act, cancellation);
        var following = _afterCommit.ToList();
        _afterCommit.Clear();
        if (outcome.IsDone)
        {
            foreach (var next in following) await Follow(next);
        }

        return outcome;
    }

    // The act stands, and so must what follows from it: whoever asked may have gone meanwhile, and a fault of one stops none of the others.
    private async Task Follow(Func<CancellationToken, Task> next)
    {
        try
        {
            await next(CancellationToken.None);
        }
        catch (Exception fault)
        {
            this.GetService<ILoggerFactory>().CreateLogger<ConsultDbContext>().LogError(fault, "What follows from an act failed; the next start does it again");
        }
    }

    private async Task<Outcome<T>> WriteAlone<T>(Actor actor, Guid? operation, Func<Task<Outcome<T>>> act, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            _writing = true;
            _erased.Clear();
            _afterCommit.Clear();
            try
            {
                return await WriteOnce(actor, operation, act, cancellation);
            }
            catch (DbUpdateConcurrencyException)
            {
                return Outcome.Changed;
            }
            catch (Exception fault) when (attempt < 4 && IsBusy(fault))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt), time, cancellation);
            }
            finally
            {
                _writing = false;
                ChangeTracker.Clear();
            }
        }
    }

    // An act of an act joins the transaction that is open. What it changed is written at once under its own actor, so that the
    // acts after it see it; it stays only if the outer act is done.
    private async Task<Outcome<T>> Join<T>(Actor actor, Func<Task<Outcome<T>>> act, CancellationToken cancellation)
    {
        var outcome = await act();
        if (!outcome.IsDone) return outcome;
        RaiseVersions();
        if (LongestTexts.Over(ChangeTracker) is { Count: > 0 } refused) return Outcome.Refused(refused);
        await audit.Append(this, actor, cancellation);
        await SaveChangesAsync(cancellation);
        return outcome;
    }

    private async Task<Outcome<T>> WriteOnce<T>(Actor actor, Guid? operation, Func<Task<Outcome<T>>> act, CancellationToken cancellation)
    {
        ChangeTracker.Clear();
        await using var transaction = await Database.BeginTransactionAsync(cancellation);
        if (operation is { } id)
        {
            var done = await Set<DoneOperation>().AsNoTracking().FirstOrDefaultAsync(found => found.Id == id && found.ActorId == actor.Id, cancellation);
            if (done is not null) return JsonSerializer.Deserialize<T>(done.Result)!;
        }

        var outcome = await act();
        if (!outcome.IsDone) return outcome;

        RaiseVersions();
        if (LongestTexts.Over(ChangeTracker) is { Count: > 0 } refused) return Outcome.Refused(refused);
        await audit.Append(this, actor, cancellation);
        if (operation is { } given)
        {
            Add(new DoneOperation
            {
                Id = given,
                At = time.GetUtcNow().UtcDateTime,
                ActorId = actor.Id,
                Result = JsonSerializer.Serialize(outcome.Value),
            });
        }

        await SaveChangesAsync(cancellation);
        // Written first: an erasure that the machine stopped on the way is finished by the next start, never lost.
        if (_erased.Count > 0 && !await MayErase(cancellation)) return Outcome.Refused<DataTexts>("LedgerDoesNotMatch");
        await transaction.CommitAsync(cancellation);
        if (_erased.Count > 0) copies.Delete();
        return outcome;
    }

    // Whoever asked can do nothing about the ledger; whoever runs the server reads what to do in the log.
    private async Task<bool> MayErase(CancellationToken cancellation)
    {
        try
        {
            await FollowLedger(_erased, cancellation);
            return true;
        }
        catch (InvalidDataException fault)
        {
            this.GetService<ILoggerFactory>().CreateLogger<ConsultDbContext>().LogError(fault, "An act that erases was refused: {Why}", fault.Message);
            return false;
        }
    }

    /// <summary>Puts on the ledger, with the act that is being written, that something is erased for good.</summary>
    public void Record(Erased erased) => _erased.Add(erased);

    /// <summary>Where the ledger stood when the database last wrote to it; null when it never did.</summary>
    internal async Task<LedgerHead?> KnownLedger(CancellationToken cancellation) =>
        (await Set<KeptLedgerHead>().AsNoTracking().SingleOrDefaultAsync(cancellation))?.Head;

    /// <summary>Puts what was found erased on the ledger, and keeps where it stands.</summary>
    internal async Task KeepLedger(IEnumerable<Erased> erased, CancellationToken cancellation)
    {
        await using var transaction = await Database.BeginTransactionAsync(cancellation);
        await FollowLedger(erased, cancellation);
        await transaction.CommitAsync(cancellation);
        ChangeTracker.Clear();
    }

    // The ledger first: one that is ahead of the database is finished by the next start, one that is behind is missed.
    private async Task FollowLedger(IEnumerable<Erased> erased, CancellationToken cancellation)
    {
        var kept = await Set<KeptLedgerHead>().SingleOrDefaultAsync(cancellation);
        var head = ledger.Append(erased, kept?.Head);
        if (kept?.Head == head) return;
        if (kept is null) Add(kept = new KeptLedgerHead());
        kept.Follow(head);
        await SaveChangesAsync(cancellation);
    }

    /// <summary>What has to wait until the act that is being written stands: it does not run when nothing was written.</summary>
    public void AfterCommit(Func<CancellationToken, Task> next) => _afterCommit.Add(next);

    /// <summary>Makes a change conditional on the version that the person saw: a later one refuses the save. It counts as a
    /// change of the entity itself, since what hangs on it (its offerings, its findings) may be all that changes.</summary>
    public void Expect(IVersioned entity, int version)
    {
        var property = Entry(entity).Property(nameof(IVersioned.Version));
        property.OriginalValue = version;
        property.IsModified = true;
    }

    private void RaiseVersions()
    {
        ChangeTracker.DetectChanges();
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            var version = entry.Property(nameof(IVersioned.Version));
            version.CurrentValue = entry.State == EntityState.Added ? 1 : (int)version.OriginalValue! + 1;
        }
    }

    /// <summary>Makes what was deleted unreadable in the files too, at once.</summary>
    /// <remarks>Within an open transaction there is nothing to forget yet: call it after the outer act.</remarks>
    public Task ForgetDeleted(CancellationToken cancellation) => _writing ? Task.CompletedTask : EmptyLog(cancellation);

    protected abstract Task EmptyLog(CancellationToken cancellation);

    protected abstract bool IsBusy(Exception fault);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
        configurationBuilder.ComplexProperties<LocalText>();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(ConsultDbContext).Assembly);
        foreach (var entity in modelBuilder.Model.GetEntityTypes().ToList())
        {
            if (typeof(IVersioned).IsAssignableFrom(entity.ClrType))
                modelBuilder.Entity(entity.ClrType).Property(nameof(IVersioned.Version)).IsConcurrencyToken();

            // Identifiers are made by us, in order of time, before anything is saved.
            foreach (var property in entity.GetProperties().Where(property => property.IsPrimaryKey() && property.ClrType == typeof(Guid)))
                property.ValueGenerated = ValueGenerated.Never;
        }
    }
}
