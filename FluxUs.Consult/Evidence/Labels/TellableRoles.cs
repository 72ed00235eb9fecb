using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Labels;

/// <summary>Of whom pages and counts may tell the class of role: of those whose label could tell it, by the same rule. In a small sector a
/// role is a name.</summary>
public sealed class TellableRoles(ConsultDbContext db, TimeProvider time)
{
    /// <summary>Of whom this reader may be told it: who may read identities knows it of everyone.</summary>
    /// <returns>The class of each such expert, by the expert's id.</returns>
    internal async Task<IReadOnlyDictionary<Guid, Guid>> For(StudyAccess access, CancellationToken cancellation) => access.May(Permission.ReadIdentities)
        ? await db.Set<Expert>().AsNoTracking().Where(expert => expert.StudyId == access.StudyId).Select(expert => new { expert.Id, expert.RoleClassId }).ToDictionaryAsync(expert => expert.Id, expert => expert.RoleClassId, cancellation)
        : await Of(access.StudyId, cancellation);

    /// <summary>Of whom anyone may be told it.</summary>
    /// <returns>The class of each such expert, by the expert's id.</returns>
    internal async Task<IReadOnlyDictionary<Guid, Guid>> Of(Guid studyId, CancellationToken cancellation)
    {
        var day = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var cells = await RoleCells.Count(db, studyId, day, cancellation);
        return cells.Experts.Where(expert => LabelRule.TellsRole(expert.Value.Consent, cells.SharingRole(expert.Value.RoleClassId))).ToDictionary(expert => expert.Key, expert => expert.Value.RoleClassId);
    }
}
