using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <summary>A room whose counts leave out whoever declared an interest. Register it with
/// <c>services.AddScoped&lt;IFollowsInterests, ...&gt;()</c>.</summary>
public interface IFollowsInterests
{
    /// <summary>Counts this member again wherever the interest alone kept them out and nothing is closed yet. It runs within the act that takes it back.</summary>
    Task TakenBack(DeclaredInterest interest, CancellationToken cancellation);
}

/// <param name="Reason">Why it was no interest, or whose it was.</param>
public sealed record TakeBackInterestRequest(Guid Operation, Guid InterestId, string Reason);

/// <summary>Takes back an interest that was declared by mistake: by the member, or by a manager where one recorded it for the
/// member. It stays on record with its reason. What a frozen decision recorded is taken back no more.</summary>
public sealed class TakeBackInterest(ConsultDbContext db, IEnumerable<IFollowsInterests> rooms, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, TakeBackInterestRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadDecisions)) return Outcome.Forbidden;
        if (string.IsNullOrWhiteSpace(request.Reason)) return Outcome.Refused<PrioritiesTexts>("TakingBackNeedsReason", "TakenBackReason");
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var interest = await db.Set<DeclaredInterest>().FirstOrDefaultAsync(found => found.Id == request.InterestId && found.StudyId == access.StudyId, cancellation);
            if (interest is null || (interest.MemberId != access.Actor.Id && !access.May(Permission.PrepareDecisions))) return Outcome.NotFound;
            if (!interest.MayBeTakenBackBy(access.Actor.Id, access.May(Permission.PrepareDecisions))) return Outcome.Refused<PrioritiesTexts>("InterestIsMembersOwn");
            if (!interest.Stands) return Outcome.Refused<PrioritiesTexts>("InterestIsTakenBack");
            if (await db.Set<Decision>().Where(found => found.StudyId == access.StudyId && found.FrozenAt > interest.DeclaredAt).OrderBy(found => found.Number)
                .Select(found => (int?)found.Number).FirstOrDefaultAsync(cancellation) is { } number)
                return Outcome.Refused<PrioritiesTexts>("InterestIsInRecord", null, number);
            var others = (await db.InterestsIn(access, cancellation)).FindAll(other => other.Id != interest.Id);
            interest.TakeBack(request.Reason, access.Actor.Id, time.GetUtcNow().UtcDateTime);
            if (await db.Open(access, cancellation) is { } open && open.KeptOut([interest]).Except(open.KeptOut(others)).Any()) open.Readmit();
            foreach (var room in rooms) await room.TakenBack(interest, cancellation);
            return Nothing.Value;
        }, cancellation);
    }
}
