using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Recommendations;

public sealed record UnbindExcerptRequest(Guid Operation, string Code, Guid ExcerptId);

/// <summary>Takes an excerpt off a finding; the excerpt itself stays. A confidence that was weighed with it is to be weighed again.</summary>
public sealed class UnbindExcerpt(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, UnbindExcerptRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteFindings)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var finding = await db.Set<Finding>().Include(found => found.Evidence)
                .FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (finding is null) return Outcome.NotFound;
            if (finding.Evidence.All(evidence => evidence.ExcerptId != request.ExcerptId)) return Nothing.Value;
            finding.Unbind(request.ExcerptId);
            finding.AskToWeighAgain(EvidenceLoss.Unbinding, time.GetUtcNow().UtcDateTime);
            return Nothing.Value;
        }, cancellation);
    }
}
