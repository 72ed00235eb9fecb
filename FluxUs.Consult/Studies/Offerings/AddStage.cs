using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record AddStageRequest(Guid Operation, Guid OfferingId, LocalText Name);

/// <summary>Adds a step at the end of an offering's value chain.</summary>
public sealed class AddStage(ConsultDbContext db)
{
    public async Task<Outcome<Guid>> Handle(StudyAccess access, AddStageRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        if (request.Name.IsEmpty) return Outcome.Refused<StudiesTexts>("StageNeedsName", nameof(request.Name));
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
            await StagesOf.Find(db, access, request.OfferingId, cancellation) is { } offering ? offering.AddStage(request.Name).Id : Outcome.NotFound, cancellation);
    }
}

internal static class StagesOf
{
    public static Task<Offering?> Find(ConsultDbContext db, StudyAccess access, Guid offeringId, CancellationToken cancellation) =>
        db.Set<Offering>().Include(found => found.Stages).FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == offeringId, cancellation);
}
