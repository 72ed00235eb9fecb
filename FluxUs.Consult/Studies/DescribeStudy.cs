using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="Version">The one that the person saw.</param>
/// <param name="Funder">Who orders and pays the study, as fiches print it.</param>
public sealed record DescribeStudyRequest(Guid Operation, int Version, LocalText Name, LocalText Description, LocalText Funder, DateOnly? NextCommittee);

public sealed class DescribeStudy(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, DescribeStudyRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteStudy)) return Outcome.Forbidden;
        if (request.Name.IsEmpty) return Outcome.Refused<StudiesTexts>("StudyNeedsName", nameof(request.Name));
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var study = await db.Set<Study>().FirstAsync(study => study.Id == access.StudyId, cancellation);
            db.Expect(study, request.Version);
            study.Describe(request.Name, request.Description, request.Funder, request.NextCommittee);
            return Nothing.Value;
        }, cancellation);
    }
}
