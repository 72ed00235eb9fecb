namespace FluxUs.Consult.Foundation.Data.Erasure;

/// <summary>Makes database, files and ledger agree before anything is served: what the ledger names and the database still holds is
/// erased again, and what the database knows as erased stands in the ledger.</summary>
public sealed class ErasureReplay(ErasureLedger ledger, ConsultDbContext db, IEnumerable<IErases> rooms)
{
    public async Task Run(CancellationToken cancellation)
    {
        var erased = ledger.Read();
        foreach (var room in rooms.OrderBy(room => room.Order))
        {
            foreach (var entry in erased.Where(entry => entry.Kind == room.Kind)) await room.EraseAgain(entry, cancellation);
        }

        // A process that ended right after an erasure left the deleted pages in the write-ahead log.
        await db.ForgetDeleted(cancellation);
        var missing = new List<Erased>();
        foreach (var room in rooms) missing.AddRange(await room.Known(cancellation));
        missing.RemoveAll(known => erased.Any(entry => entry.Kind == known.Kind && entry.Subject == known.Subject));
        if (missing.Count > 0) ledger.Append(missing.OrderBy(entry => entry.At));
    }
}
