using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Data.Erasure;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Experts;

/// <summary>Takes an expert out of every room, and again when an older copy of the database brings the expert back.</summary>
internal sealed class ErasedExperts(ConsultDbContext db, IEnumerable<IHoldsExpertWords> rooms) : IErases
{
    private const string KindName = "expert";

    public string Kind => KindName;

    public int Order => 1;

    /// <summary>Within the writing transaction of the act: all of it happens, or none.</summary>
    public static async Task Erase(ConsultDbContext db, IEnumerable<IHoldsExpertWords> rooms, Expert expert, DateTime at, CancellationToken cancellation)
    {
        foreach (var room in rooms.OrderByDescending(room => room.Floor)) await room.Remove(expert.StudyId, expert.Id, cancellation);
        foreach (var consent in expert.Consents) consent.Withdraw(DateOnly.FromDateTime(at));
        expert.EraseIdentity();
        db.Record(new Erased(KindName, expert.Id.ToString(), at));
    }

    public async Task<IReadOnlyList<Erased>> Known(CancellationToken cancellation)
    {
        var erased = await db.Set<Expert>().AsNoTracking().Where(expert => expert.WrappedKey.Length == 0)
            .Select(expert => new { expert.Id, On = expert.Consents.Max(consent => consent.WithdrawnOn) }).ToListAsync(cancellation);
        return [.. erased.Select(expert => new Erased(Kind, expert.Id.ToString(), (expert.On ?? DateOnly.MinValue).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)))];
    }

    public async Task EraseAgain(Erased erased, CancellationToken cancellation)
    {
        if (!Guid.TryParse(erased.Subject, out var id)) return;
        if (await db.Set<Expert>().AsNoTracking().FirstOrDefaultAsync(expert => expert.Id == id, cancellation) is null or { IsErased: true }) return;
        var outcome = await db.Write<Nothing>(Actor.Operator, null, async () =>
        {
            var expert = await db.Set<Expert>().Include(found => found.Consents).FirstAsync(found => found.Id == id, cancellation);
            await Erase(db, rooms, expert, erased.At, cancellation);
            return Nothing.Value;
        }, cancellation);
        if (!outcome.IsDone) throw new InvalidOperationException($"Expert {id} withdrew, is back with this copy, and could not be erased again: {outcome.Kind}.");
    }
}
