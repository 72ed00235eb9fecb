using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Experts;

/// <summary>Shows who experts are, to whoever may read identities and gave a password or passkey within ten minutes, and keeps
/// that they looked. It has no operation id, since its result is kept nowhere: looking twice is on record twice.</summary>
public sealed class OpenIdentities(ConsultDbContext db, IdentitySeal seal, TimeProvider time)
{
    /// <param name="codes">Whose; those who are erased or not of this study are left out.</param>
    public async Task<Outcome<IReadOnlyDictionary<string, ExpertIdentity>>> Handle(StudyAccess access, IReadOnlyList<string> codes, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadIdentities)) return Outcome.Forbidden;
        if (!access.IsConfirmed(time)) return Outcome.Refused<ExpertsTexts>("ConfirmFirst");
        return await db.Write<IReadOnlyDictionary<string, ExpertIdentity>>(access.Actor, null, async () =>
        {
            var experts = await db.Set<Expert>().AsNoTracking().Where(expert => expert.StudyId == access.StudyId && codes.Contains(expert.Code)).ToListAsync(cancellation);
            var opened = experts.Where(expert => !expert.IsErased).ToList();
            var now = time.GetUtcNow().UtcDateTime;
            db.AddRange(opened.Select(expert => new IdentityOpening(access.StudyId, expert.Id, access.Actor.Id, now)));
            return opened.ToDictionary(expert => expert.Code, seal.Open);
        }, cancellation);
    }
}
