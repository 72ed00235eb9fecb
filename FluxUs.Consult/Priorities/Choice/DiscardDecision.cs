using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Priorities;

public sealed record DiscardDecisionRequest(Guid Operation, int Version);

/// <summary>Gives up the decision that is being prepared; a frozen one stays.</summary>
public sealed class DiscardDecision(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, DiscardDecisionRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.PrepareDecisions)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            if (await db.Open(access, cancellation) is not { } decision) return Outcome.NotFound;
            if (decision.Version != request.Version) return Outcome.Changed;
            db.Remove(decision);
            return Nothing.Value;
        }, cancellation);
    }
}
