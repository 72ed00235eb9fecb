using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Experts;

public sealed record CorrectIdentityRequest(Guid Operation, string Code, int Version, ExpertIdentity Identity);

/// <summary>Seals a corrected identity; whoever does it sees the present one, so the password is asked for again here too.</summary>
public sealed class CorrectIdentity(ConsultDbContext db, IdentitySeal seal, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, CorrectIdentityRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteIdentities)) return Outcome.Forbidden;
        if (!access.IsConfirmed(time)) return Outcome.Refused<ExpertsTexts>("ConfirmFirst");
        if (ExpertRules.Refuse(request.Identity, null) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var expert = await db.Set<Expert>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (expert is null || expert.IsErased) return Outcome.NotFound;
            db.Expect(expert, request.Version);
            seal.Seal(expert, request.Identity);
            return Nothing.Value;
        }, cancellation);
    }
}
