using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Priorities;

/// <param name="Reason">What the record says beside the count; may be empty.</param>
public sealed record CountVotesRequest(Guid Operation, int Version, string Reason);

/// <summary>Closes the vote on those tied at the cut, and retains the ones with the most votes.</summary>
public sealed class CountVotes(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, CountVotesRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.PrepareDecisions)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            if (await db.Open(access, cancellation) is not { } decision) return Outcome.NotFound;
            if (!decision.TieIsOpen) return Outcome.Refused<PrioritiesTexts>("VoteIsClosed");
            decision.TakeBackVotes(decision.KeptOut(await db.InterestsIn(access, cancellation)));
            if (decision.Votes.Count == 0) return Outcome.Refused<PrioritiesTexts>("NobodyVoted");
            db.Expect(decision, request.Version);
            return decision.CountVotes(request.Reason) ? Nothing.Value : Outcome.Refused<PrioritiesTexts>("VoteIsTied");
        }, cancellation);
    }
}
