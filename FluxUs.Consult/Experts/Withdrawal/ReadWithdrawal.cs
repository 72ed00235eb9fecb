using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Experts;

/// <summary>What a withdrawal would do, before it is done.</summary>
/// <param name="Held">Everything that holds words of the expert, by kind.</param>
public sealed record WithdrawalScreen(string Code, bool IsDone, IReadOnlyList<HeldWords> Held);

public sealed class ReadWithdrawal(ConsultDbContext db, IEnumerable<IHoldsExpertWords> rooms)
{
    public async Task<Outcome<WithdrawalScreen>> Run(StudyAccess access, string code, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteIdentities)) return Outcome.Forbidden;
        var expert = await db.Set<Expert>().AsNoTracking().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation);
        if (expert is null) return Outcome.NotFound;
        var held = new List<HeldWords>();
        foreach (var room in rooms.OrderBy(room => room.Floor)) held.AddRange(await room.Find(access.StudyId, expert.Id, cancellation));
        return new WithdrawalScreen(expert.Code, expert.IsErased, [.. held.Where(kind => kind.Codes.Count > 0)]);
    }
}
