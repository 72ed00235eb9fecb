using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Experts;

public sealed record DescribeExpertRequest(Guid Operation, string Code, int Version, ExpertContents Contents);

/// <summary>Corrects what the team knows of an expert; the identity stays sealed.</summary>
public sealed class DescribeExpert(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, DescribeExpertRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteIdentities)) return Outcome.Forbidden;
        if (ExpertRules.Refuse(null, request.Contents) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var expert = await db.Set<Expert>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (expert is null || !await ExpertRules.RoleClassStandsInStudy(db, access, request.Contents.RoleClassId, cancellation)) return Outcome.NotFound;
            db.Expect(expert, request.Version);
            expert.Describe(request.Contents.RoleClassId, request.Contents.Languages, request.Contents.Field);
            return Nothing.Value;
        }, cancellation);
    }
}
