using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Studies;

public sealed record RenameStageRequest(Guid Operation, Guid OfferingId, Guid StageId, LocalText Name);

public sealed class RenameStage(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RenameStageRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        if (request.Name.IsEmpty) return Outcome.Refused<StudiesTexts>("StageNeedsName", nameof(request.Name));
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var stage = (await StagesOf.Find(db, access, request.OfferingId, cancellation))?.Stages.FirstOrDefault(stage => stage.Id == request.StageId);
            if (stage is null) return Outcome.NotFound;
            stage.Rename(request.Name);
            return Nothing.Value;
        }, cancellation);
    }
}
