using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record RemoveMemberRequest(Guid Operation, Guid AccountId);

/// <summary>Ends a membership; what the person wrote stays. A study keeps at least one manager.</summary>
public sealed class RemoveMember(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RemoveMemberRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteStudy)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var membership = await db.Set<Membership>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.AccountId == request.AccountId, cancellation);
            if (membership is null) return Outcome.NotFound;
            if (await LastManager.Is(db, membership, cancellation)) return Outcome.Refused<StudiesTexts>("LastManager");
            db.Remove(membership);
            return Nothing.Value;
        }, cancellation);
    }
}
