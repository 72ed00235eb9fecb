using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Priorities;

/// <param name="OfferingIds">Of the tied, at most as many as there is room for.</param>
public sealed record CastVoteRequest(Guid Operation, int Number, IReadOnlyList<Guid> OfferingIds);

/// <summary>A committee member's vote on those tied at the cut; one may vote again until the votes are counted. Who has declared an
/// interest in any of the tied does not vote.</summary>
public sealed class CastVote(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, CastVoteRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.VoteOnDecisions)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            if (await db.Open(access, cancellation) is not { } decision || decision.Number != request.Number) return Outcome.NotFound;
            if (!decision.TieIsOpen) return Outcome.Refused<PrioritiesTexts>("VoteIsClosed");
            if (request.OfferingIds.Except(decision.OnBallot.Select(line => line.OfferingId)).Any()) return Outcome.NotFound;
            if (request.OfferingIds.Count == 0) return Outcome.Refused<PrioritiesTexts>("VoteForSomething", "Vote");
            if (request.OfferingIds.Distinct().Count() > decision.OpenSeats) return Outcome.Refused<PrioritiesTexts>(decision.OpenSeats == 1 ? "VoteForOne" : "VoteForFewer", "Vote", decision.OpenSeats);
            if (decision.KeptOut(await db.InterestsIn(access, cancellation)).Contains(access.Actor.Id))
                return Outcome.Refused<PrioritiesTexts>("InterestKeepsOut", "Vote");
            // Two members vote at one time: a vote is no change of what the other saw.
            decision.Vote(access.Actor.Id, request.OfferingIds, time.GetUtcNow().UtcDateTime);
            return Nothing.Value;
        }, cancellation);
    }
}
