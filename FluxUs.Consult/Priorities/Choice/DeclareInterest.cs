using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <param name="MemberId">Whose interest it is; another's only the manager records, as it was said in the meeting.</param>
public sealed record DeclareInterestRequest(Guid Operation, Guid MemberId, Guid OfferingId, string Words);

/// <summary>Declares an interest in an offering. A vote already cast in a tie that it is part of falls away, and is counted no more.</summary>
public sealed class DeclareInterest(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, DeclareInterestRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadDecisions)) return Outcome.Forbidden;
        if (request.MemberId != access.Actor.Id && !access.May(Permission.PrepareDecisions)) return Outcome.NotFound;
        if (string.IsNullOrWhiteSpace(request.Words)) return Outcome.Refused<PrioritiesTexts>("InterestNeedsWords", nameof(request.Words));
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            if (!await db.Set<Membership>().AnyAsync(member => member.StudyId == access.StudyId && member.AccountId == request.MemberId, cancellation)
                || !await db.Set<Offering>().AnyAsync(offering => offering.StudyId == access.StudyId && offering.Id == request.OfferingId, cancellation)) return Outcome.NotFound;
            if (await db.Set<DeclaredInterest>().AnyAsync(
                found => found.StudyId == access.StudyId && found.MemberId == request.MemberId && found.OfferingId == request.OfferingId && found.TakenBackAt == null, cancellation))
                return Outcome.Refused<PrioritiesTexts>("InterestIsDeclared", nameof(request.OfferingId));
            var declared = new DeclaredInterest(access.StudyId, request.MemberId, request.OfferingId, request.Words, access.Actor.Id, time.GetUtcNow().UtcDateTime);
            db.Add(declared);
            var open = await db.Set<Decision>().Include(found => found.Lines).Include(found => found.Votes).AsSplitQuery()
                .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.FrozenAt == null, cancellation);
            open?.TakeBackVotes(open.KeptOut([declared]));
            return Nothing.Value;
        }, cancellation);
    }
}
