using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="Slug">Its place in addresses; small letters, figures and dashes.</param>
public sealed record FoundStudyRequest(Guid Operation, string Slug, LocalText Name, string Language, bool IsDemonstration = false);

/// <summary>Makes a study. Whoever manages one already may, and the first account of an installation; it becomes the manager.</summary>
public sealed class FoundStudy(ConsultDbContext db)
{
    /// <returns>The slug of the new study.</returns>
    public async Task<Outcome<string>> Handle(Actor actor, FoundStudyRequest request, CancellationToken cancellation)
    {
        if (!await May(db, actor, cancellation)) return Outcome.Forbidden;
        var slug = request.Slug.Trim();
        var refusals = new List<Refusal>();
        if (request.Name.IsEmpty) refusals.Add(new Refusal(typeof(StudiesTexts), "StudyNeedsName", nameof(request.Name)));
        if (!Codes.IsSlug(slug)) refusals.Add(new Refusal(typeof(StudiesTexts), "SlugUnreadable", nameof(request.Slug)));
        if (refusals.Count > 0) return Outcome.Refused(refusals);

        return await db.Write<string>(actor, request.Operation, async () =>
        {
            if (await db.Set<Study>().AnyAsync(study => study.Slug == slug, cancellation))
                return Outcome.Refused<StudiesTexts>("SlugTaken", nameof(request.Slug), slug);
            var study = new Study(slug, request.Name, request.Language is "nl" or "en" ? request.Language : "fr", request.IsDemonstration);
            db.Add(study);
            if (actor.Kind == ActorKind.Account) db.Add(new Membership(study.Id, actor.Id, Roles.Manager));
            return slug;
        }, cancellation);
    }

    internal static async Task<bool> May(ConsultDbContext db, Actor actor, CancellationToken cancellation) => actor.Kind switch
    {
        ActorKind.Operator or ActorKind.Job => true,
        ActorKind.Account => await db.Set<Account>().AnyAsync(account => account.Id == actor.Id && account.MayFoundStudies, cancellation)
            || await db.Set<Membership>().AnyAsync(membership => membership.AccountId == actor.Id && (membership.Roles & Roles.Manager) != 0, cancellation),
        _ => false,
    };
}
