using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Labels;

/// <summary>Of whom counts may tell the class of role: of those whose label could tell it, by the same rule.</summary>
public sealed class TellableRoles(ConsultDbContext db, TimeProvider time)
{
    /// <returns>The class of each such expert, by the expert's id.</returns>
    internal async Task<IReadOnlyDictionary<Guid, Guid>> Of(Guid studyId, CancellationToken cancellation)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var cells = await RoleCells.Count(db, studyId, day, cancellation);
        var experts = await db.Set<Expert>().AsNoTracking().Include(expert => expert.Consents).Where(expert => expert.StudyId == studyId).ToListAsync(cancellation);
        return experts.Where(expert => LabelRule.TellsRole(expert.StandingOn(day), cells.SharingRole(expert.RoleClassId))).ToDictionary(expert => expert.Id, expert => expert.RoleClassId);
    }
}
