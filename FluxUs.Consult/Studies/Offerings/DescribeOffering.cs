using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record DescribeOfferingRequest(Guid Operation, Guid Id, int Version, OfferingContents Contents);

public sealed class DescribeOffering(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, DescribeOfferingRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        var contents = request.Contents;
        if (OfferingRules.Refuse(contents) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var offering = await db.Set<Offering>().Include(found => found.Flows).FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.Id, cancellation);
            if (offering is null || !await OfferingRules.FlowsStandInStudy(db, access, contents.FlowIds, cancellation)) return Outcome.NotFound;
            db.Expect(offering, request.Version);
            offering.Describe(contents.Name, contents.ShortName, contents.Kind, contents.Circularity, contents.Description);
            offering.PlaceIn(contents.FlowIds);
            return Nothing.Value;
        }, cancellation);
    }
}
