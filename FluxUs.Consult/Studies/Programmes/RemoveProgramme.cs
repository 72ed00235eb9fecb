using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record RemoveProgrammeRequest(Guid Operation, Guid Id);

public sealed class RemoveProgramme(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RemoveProgrammeRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var programme = await db.Set<Programme>().Include(found => found.Flows).Include(found => found.Offerings).AsSplitQuery()
                .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.Id, cancellation);
            if (programme is null) return Outcome.NotFound;
            db.Remove(programme);
            return Nothing.Value;
        }, cancellation);
    }
}
