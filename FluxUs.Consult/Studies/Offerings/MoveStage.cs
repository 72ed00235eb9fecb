using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Studies;

/// <param name="By">-1 towards the start of the chain, +1 towards its end.</param>
public sealed record MoveStageRequest(Guid Operation, Guid OfferingId, Guid StageId, int By);

public sealed class MoveStage(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, MoveStageRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var offering = await StagesOf.Find(db, access, request.OfferingId, cancellation);
            if (offering is null) return Outcome.NotFound;
            offering.MoveStage(request.StageId, Math.Sign(request.By));
            return Nothing.Value;
        }, cancellation);
    }
}
