using System.Security.Claims;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace FluxUs.Consult.Studies;

/// <summary>One actor in one study with the roles held there. Every handler and query of a study starts from it, and only
/// <see cref="StudyDoor"/> makes one, so no page can forget to ask.</summary>
public sealed class StudyAccess
{
    internal StudyAccess(Actor actor, Guid studyId, string slug, Roles roles, DateTime? confirmedAt, string language = "fr") =>
        (Actor, StudyId, Slug, Roles, ConfirmedAt, Language) = (actor, studyId, slug, roles, confirmedAt, language);

    public Actor Actor { get; }
    public Guid StudyId { get; }
    public string Slug { get; }
    public Roles Roles { get; }

    /// <summary>Of the study: fr, nl or en; forms ask for it first.</summary>
    public string Language { get; }

    /// <summary>When the person last gave a password or passkey; what asks for it again looks here. The operator has the machine.</summary>
    public DateTime? ConfirmedAt { get; }

    /// <summary>Whether that was within the last ten minutes.</summary>
    public bool IsConfirmed(TimeProvider time) => SignedIn.IsFresh(ConfirmedAt, time.GetUtcNow().UtcDateTime);

    public bool May(Permission permission) => (Permissions.RolesFor(permission) & Roles) != 0;
}

/// <summary>The only entrance to a study. An account gets the roles of its membership; the operator and jobs, who have the
/// machine itself, get those of a manager and a researcher.</summary>
public sealed class StudyDoor(ConsultDbContext db, TimeProvider time, IOptions<AccountRules> rules)
{
    /// <returns>Null when there is no such study or the actor is no member: both look the same from outside.</returns>
    public async Task<StudyAccess?> Enter(Actor actor, string slug, CancellationToken cancellation, DateTime? confirmedAt = null)
    {
        var study = await db.Set<Study>().AsNoTracking().Where(study => study.Slug == slug)
            .Select(study => new { study.Id, study.Slug, study.Language }).FirstOrDefaultAsync(cancellation);
        if (study is null) return null;
        switch (actor.Kind)
        {
            case ActorKind.Operator or ActorKind.Job:
                return new StudyAccess(actor, study.Id, study.Slug, Roles.Manager | Roles.Researcher, time.GetUtcNow().UtcDateTime, study.Language);
            case ActorKind.Account:
                var roles = await db.Set<Membership>().AsNoTracking()
                    .Where(membership => membership.StudyId == study.Id && membership.AccountId == actor.Id)
                    .Select(membership => membership.Roles).FirstOrDefaultAsync(cancellation);
                return roles == Roles.None ? null : new StudyAccess(actor, study.Id, study.Slug, roles, confirmedAt, study.Language);
            default:
                return null;
        }
    }

    /// <returns>Null also for whoever may read identities and came in without the second factor that this asks for.</returns>
    public async Task<StudyAccess?> Enter(ClaimsPrincipal user, string slug, CancellationToken cancellation)
    {
        if (SignedIn.From(user) is not { } person) return null;
        var access = await Enter(Actor.Account(person.AccountId), slug, cancellation, person.ConfirmedAt);
        var isTooWeak = access is not null && rules.Value.SecondFactorRequired && !person.HasSecondFactor && (access.Roles & SecondFactorRule.Concerned) != 0;
        return isTooWeak ? null : access;
    }
}
