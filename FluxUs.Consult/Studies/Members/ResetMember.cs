using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <summary>A manager hands out a recovery link to a member, but only when managing every study of that account: the link opens all.</summary>
public sealed class ResetMember(ConsultDbContext db, OneTimeLinks links)
{
    public async Task<Outcome<IssuedLink>> Handle(StudyAccess access, Guid accountId, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteStudy)) return Outcome.Forbidden;
        return await db.Write<IssuedLink>(access.Actor, null, async () =>
        {
            var studies = await db.Set<Membership>().Where(found => found.AccountId == accountId).Select(found => found.StudyId).ToListAsync(cancellation);
            if (!studies.Contains(access.StudyId)) return Outcome.NotFound;
            if (access.Actor.Kind == ActorKind.Account)
            {
                var managed = await db.Set<Membership>()
                    .CountAsync(own => own.AccountId == access.Actor.Id && (own.Roles & Roles.Manager) != 0 && studies.Contains(own.StudyId), cancellation);
                if (managed < studies.Count) return Outcome.Refused<StudiesTexts>("ResetNeedsAllStudies");
            }

            return await links.Issue(LinkPurpose.Recovery, accountId, cancellation);
        }, cancellation);
    }
}
