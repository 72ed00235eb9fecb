using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

/// <param name="Code">Of the finding.</param>
/// <param name="IsFor">Whether the excerpt supports the claim; else it contradicts it.</param>
public sealed record BindExcerptRequest(Guid Operation, string Code, Guid ExcerptId, bool IsFor);

/// <summary>Binds an excerpt to a finding, for it or against it; binding it again changes its side.</summary>
public sealed class BindExcerpt(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, BindExcerptRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFindings)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var finding = await db.Set<Finding>().Include(found => found.Evidence)
                .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (finding is null) return Outcome.NotFound;
            if (!await db.Set<Excerpt>().AnyAsync(excerpt => excerpt.StudyId == access.StudyId && excerpt.Id == request.ExcerptId, cancellation))
                return Outcome.NotFound;
            finding.Bind(request.ExcerptId, request.IsFor);
            return Nothing.Value;
        }, cancellation);
    }
}
