using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Priorities;

/// <param name="IsRetained">Null takes an earlier change back: the offering follows the ranking again.</param>
public sealed record ChangeProposalRequest(Guid Operation, int Version, Guid OfferingId, bool? IsRetained, string Reason);

/// <summary>Retains an offering, or does not, against the ranking, with the reason that the record prints. Votes cast on another
/// ballot than this leaves are taken back.</summary>
public sealed class ChangeProposal(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, ChangeProposalRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.PrepareDecisions)) return Outcome.Forbidden;
        if (request.IsRetained is not null && string.IsNullOrWhiteSpace(request.Reason)) return Outcome.Refused<PrioritiesTexts>("ChangeNeedsReason", nameof(request.Reason));
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            if (await db.Open(access, cancellation) is not { } decision || decision.Lines.All(line => line.OfferingId != request.OfferingId)) return Outcome.NotFound;
            if (await db.Set<DeclaredInterest>().AnyAsync(
                found => found.StudyId == access.StudyId && found.MemberId == access.Actor.Id && found.OfferingId == request.OfferingId && found.TakenBackAt == null, cancellation))
                return Outcome.Refused<PrioritiesTexts>("InterestKeepsOut", nameof(request.OfferingId));
            db.Expect(decision, request.Version);
            var now = time.GetUtcNow().UtcDateTime;
            if (request.IsRetained is { } isRetained) decision.Change(request.OfferingId, isRetained, request.Reason, now);
            else decision.TakeBackChange(request.OfferingId, now);
            return Nothing.Value;
        }, cancellation);
    }
}
