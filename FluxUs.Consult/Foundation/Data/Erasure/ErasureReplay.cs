namespace FluxUs.Consult.Foundation.Data.Erasure;

/// <summary>Makes database, files and ledger agree before anything is served: what the ledger names and the database still holds is
/// erased again, and what the database knows as erased stands in the ledger. A ledger that ends before what the database knows of it
/// stops the start.</summary>
public sealed class ErasureReplay(ErasureLedger ledger, ConsultDbContext db, IEnumerable<IErases> rooms)
{
    public async Task Run(CancellationToken cancellation)
    {
        var known = await db.KnownLedger(cancellation);
        var erased = ledger.Read(known);
        foreach (var room in rooms.OrderBy(room => room.Order))
        {
            foreach (var entry in erased.Where(entry => entry.Kind == room.Kind)) await room.EraseAgain(entry, cancellation);
        }

        // A process that ended right after an erasure left the deleted pages in the write-ahead log.
        await db.ForgetDeleted(cancellation);
        var missing = new List<Erased>();
        foreach (var room in rooms) missing.AddRange(await room.Known(cancellation));
        missing.RemoveAll(one => erased.Any(entry => entry.Kind == one.Kind && entry.Subject == one.Subject));
        if (missing.Count > 0 || ledger.Head() != (known ?? LedgerHead.Empty)) await db.KeepLedger(missing.OrderBy(entry => entry.At), cancellation);
    }
}
