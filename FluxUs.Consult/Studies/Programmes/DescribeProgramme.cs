using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record DescribeProgrammeRequest(Guid Operation, Guid Id, int Version, ProgrammeContents Contents);

public sealed class DescribeProgramme(ConsultDbContext db, ISourceLookup sources)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, DescribeProgrammeRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        if (ProgrammeRules.Refuse(request.Contents) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var programme = await db.Set<Programme>().Include(found => found.Flows).Include(found => found.Offerings).AsSplitQuery()
                .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.Id, cancellation);
            if (programme is null || !await ProgrammeRules.StandsInStudy(db, sources, access, request.Contents, cancellation)) return Outcome.NotFound;
            db.Expect(programme, request.Version);
            programme.Describe(request.Contents);
            return Nothing.Value;
        }, cancellation);
    }
}
