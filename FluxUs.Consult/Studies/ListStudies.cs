using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <summary>One study of an account, with the roles held there.</summary>
public sealed record StudyRow(string Slug, LocalText Name, LocalText Funder, DateOnly? NextCommittee, bool IsDemonstration, Roles Roles)
{
    /// <summary>Where this person starts: whoever is only on the committee has a house of one page.</summary>
    public string Home => Roles == Roles.Committee ? $"/studies/{Slug}/committee" : $"/studies/{Slug}";
}

/// <summary>The studies of one account, and whether it may found another.</summary>
public sealed record StudyList(IReadOnlyList<StudyRow> Studies, bool MayFound);

public sealed class ListStudies(ConsultDbContext db)
{
    public async Task<Outcome<StudyList>> Run(Actor actor, CancellationToken cancellation)
    {
        if (actor.Kind != ActorKind.Account) return Outcome.Forbidden;
        var studies = await (
            from membership in db.Set<Membership>()
            join study in db.Set<Study>() on membership.StudyId equals study.Id
            where membership.AccountId == actor.Id && membership.Roles != Roles.None
            orderby study.Slug
            select new StudyRow(study.Slug, study.Name, study.Funder, study.NextCommittee, study.IsDemonstration, membership.Roles))
            .AsNoTracking().ToListAsync(cancellation);
        return new StudyList(studies, await FoundStudy.May(db, actor, cancellation));
    }
}
