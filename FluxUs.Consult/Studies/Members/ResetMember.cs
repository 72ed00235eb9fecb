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
            if (!await db.Set<Membership>().AnyAsync(found => found.AccountId == accountId && found.StudyId == access.StudyId, cancellation)) return Outcome.NotFound;
            if (!await LinkOf.MayBeGivenBy(db, access.Actor, accountId, cancellation)) return Outcome.Refused<StudiesTexts>("ResetNeedsAllStudies");
            return await links.Issue(LinkPurpose.Recovery, accountId, cancellation);
        }, cancellation);
    }
}

/// <summary>A link opens an account with all its studies: only who manages each of them hands it out.</summary>
internal static class LinkOf
{
    public static async Task<bool> MayBeGivenBy(ConsultDbContext db, Actor actor, Guid accountId, CancellationToken cancellation) =>
        actor.Kind != ActorKind.Account || !await db.Set<Membership>().AnyAsync(
            found => found.AccountId == accountId && !db.Set<Membership>().Any(
                own => own.AccountId == actor.Id && own.StudyId == found.StudyId && (own.Roles & Roles.Manager) != 0), cancellation);
}
