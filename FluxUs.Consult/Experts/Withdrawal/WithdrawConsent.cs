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
        var at = time.GetUtcNow().UtcDateTime;
        var outcome = await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var expert = await db.Set<Expert>().Include(found => found.Consents).FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (expert is null) return Outcome.NotFound;
            await ErasedExperts.Erase(db, rooms, expert, at, cancellation);
            return Nothing.Value;
        }, cancellation);
        // Deleted pages linger in the write-ahead log until it is emptied.
        if (outcome.IsDone) await db.ForgetDeleted(CancellationToken.None);
        return outcome;
    }
}
