using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record ChangeMemberRequest(Guid Operation, Guid AccountId, int Version, Roles Roles, LocalText Title);

/// <summary>Gives a member other roles. A study keeps at least one manager.</summary>
public sealed class ChangeMember(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, ChangeMemberRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteStudy)) return Outcome.Forbidden;
        if (request.Roles == Roles.None) return Outcome.Refused<StudiesTexts>("MemberNeedsRole", nameof(request.Roles));
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var membership = await db.Set<Membership>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.AccountId == request.AccountId, cancellation);
            if (membership is null) return Outcome.NotFound;
            if (!request.Roles.HasFlag(Roles.Manager) && await LastManager.Is(db, membership, cancellation)) return Outcome.Refused<StudiesTexts>("LastManager", nameof(request.Roles));
            db.Expect(membership, request.Version);
            membership.Give(request.Roles, request.Title);
            return Nothing.Value;
        }, cancellation);
    }
}

internal static class LastManager
{
    public static async Task<bool> Is(ConsultDbContext db, Membership membership, CancellationToken cancellation) =>
        membership.Roles.HasFlag(Roles.Manager) && !await db.Set<Membership>().AnyAsync(other =>
            other.StudyId == membership.StudyId && other.AccountId != membership.AccountId && (other.Roles & Roles.Manager) != 0, cancellation);
}
