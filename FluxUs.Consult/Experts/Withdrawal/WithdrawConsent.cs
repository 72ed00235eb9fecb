using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Experts;

/// <param name="TypedCode">The code typed again by whoever does it.</param>
public sealed record WithdrawConsentRequest(Guid Operation, string Code, string TypedCode);

/// <summary>An expert withdraws: every room removes the words from what is not published and flags the rest, the identity is
/// erased, and the fact stays on record. All of it happens, or none.</summary>
public sealed class WithdrawConsent(ConsultDbContext db, IEnumerable<IHoldsExpertWords> rooms, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, WithdrawConsentRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteIdentities)) return Outcome.Forbidden;
        if (!string.Equals(request.TypedCode.Trim(), request.Code, StringComparison.OrdinalIgnoreCase))
            return Outcome.Refused<ExpertsTexts>("CodeNotTyped", nameof(request.TypedCode), request.Code);
        var outcome = await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var expert = await db.Set<Expert>().Include(found => found.Consents).FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (expert is null) return Outcome.NotFound;
            foreach (var room in rooms.OrderByDescending(room => room.Floor)) await room.Remove(access.StudyId, expert.Id, cancellation);
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            foreach (var consent in expert.Consents) consent.Withdraw(today);
            expert.EraseIdentity();
            return Nothing.Value;
        }, cancellation);
        // Deleted pages linger in the write-ahead log until it is emptied.
        if (outcome.IsDone) await db.ForgetDeleted(cancellation);
        return outcome;
    }
}
