using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Data.Erasure;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Fiches.Editions;

/// <summary>Takes the content of withdrawn editions, and again when an older copy of the database brings it back.</summary>
internal sealed class ErasedEditions(ConsultDbContext db) : IErases
{
    private const string KindName = "edition";

    public string Kind => KindName;

    public int Order => 2;

    /// <summary>Within the writing transaction of the act.</summary>
    public static async Task Erase(ConsultDbContext db, Edition edition, DateTime at, CancellationToken cancellation)
    {
        edition.Withdraw(at);
        db.RemoveRange(await db.Set<EditionSource>().Where(source => source.EditionId == edition.Id).ToListAsync(cancellation));
        var isLast = !await db.Set<Edition>().AnyAsync(other => other.FicheId == edition.FicheId && other.Number > edition.Number, cancellation);
        if (isLast) (await db.Set<Fiche>().FirstAsync(fiche => fiche.Id == edition.FicheId, cancellation)).Reopen();
        db.Record(new Erased(KindName, edition.Id.ToString(), at));
    }

    public async Task<IReadOnlyList<Erased>> Known(CancellationToken cancellation)
    {
        var withdrawn = await db.Set<Edition>().AsNoTracking().Where(edition => edition.WithdrawnAt != null)
            .Select(edition => new { edition.Id, edition.WithdrawnAt }).ToListAsync(cancellation);
        return [.. withdrawn.Select(edition => new Erased(Kind, edition.Id.ToString(), edition.WithdrawnAt!.Value))];
    }

    public async Task EraseAgain(Erased erased, CancellationToken cancellation)
    {
        if (!Guid.TryParse(erased.Subject, out var id)) return;
        if (!await db.Set<Edition>().AnyAsync(edition => edition.Id == id && edition.WithdrawnAt == null, cancellation)) return;
        var outcome = await db.Write<Nothing>(Actor.Operator, null, async () =>
        {
            await Erase(db, await db.Set<Edition>().FirstAsync(edition => edition.Id == id, cancellation), erased.At, cancellation);
            return Nothing.Value;
        }, cancellation);
        if (!outcome.IsDone) throw new InvalidOperationException($"Edition {id} was withdrawn, is back with this copy, and could not be erased again: {outcome.Kind}.");
    }
}
