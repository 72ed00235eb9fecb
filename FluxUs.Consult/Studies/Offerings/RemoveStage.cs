using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Studies;

public sealed record RemoveStageRequest(Guid Operation, Guid OfferingId, Guid StageId);

/// <summary>Removes a step that no excerpt points at.</summary>
public sealed class RemoveStage(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RemoveStageRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        return await InUse.Guard("StageInUse", () => db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var offering = await StagesOf.Find(db, access, request.OfferingId, cancellation);
            if (offering is null) return Outcome.NotFound;
            offering.RemoveStage(request.StageId);
            return Nothing.Value;
        }, cancellation));
    }
}
