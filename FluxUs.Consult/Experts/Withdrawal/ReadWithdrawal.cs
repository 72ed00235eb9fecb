using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Experts;

/// <summary>What a withdrawal would do, before it is done.</summary>
/// <param name="Held">Everything that holds words of the expert, by kind.</param>
/// <param name="Labels">What the labels of others would tell no more.</param>
public sealed record WithdrawalScreen(string Code, bool IsDone, IReadOnlyList<HeldWords> Held, IReadOnlyList<LessToldLabels> Labels);

public sealed class ReadWithdrawal(ConsultDbContext db, IEnumerable<IHoldsExpertWords> rooms, IEnumerable<ITellsOfLabels> labels)
{
    public async Task<Outcome<WithdrawalScreen>> Run(StudyAccess access, string code, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteIdentities)) return Outcome.Forbidden;
        var expert = await db.Set<Expert>().AsNoTracking().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation);
        if (expert is null) return Outcome.NotFound;
        var held = new List<HeldWords>();
        foreach (var room in rooms.OrderBy(room => room.Floor)) held.AddRange(await room.Find(access.StudyId, expert.Id, cancellation));
        var told = new List<LessToldLabels>();
        if (!expert.IsErased)
        {
            foreach (var room in labels) told.AddRange(await room.After(access.StudyId, expert.Id, cancellation));
        }

        return new WithdrawalScreen(expert.Code, expert.IsErased, [.. held.Where(kind => kind.Codes.Count > 0)], told);
    }
}
