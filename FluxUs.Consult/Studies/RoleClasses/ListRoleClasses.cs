using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record RoleClassRow(Guid Id, string Code, LocalText Name, LocalText ShortName, int Version);

public sealed class ListRoleClasses(ConsultDbContext db)
{
    public async Task<Outcome<IReadOnlyList<RoleClassRow>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadCatalogue)) return Outcome.Forbidden;
        return await db.Set<RoleClass>().AsNoTracking().Where(roleClass => roleClass.StudyId == access.StudyId).OrderBy(roleClass => roleClass.Code)
            .Select(roleClass => new RoleClassRow(roleClass.Id, roleClass.Code, roleClass.Name, roleClass.ShortName, roleClass.Version))
            .ToListAsync(cancellation);
    }
}
