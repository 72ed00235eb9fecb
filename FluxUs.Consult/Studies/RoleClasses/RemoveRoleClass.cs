using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record RemoveRoleClassRequest(Guid Operation, Guid Id);

/// <summary>Removes a class that no expert is in.</summary>
public sealed class RemoveRoleClass(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RemoveRoleClassRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        return await InUse.Guard("RoleClassInUse", () => db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var roleClass = await db.Set<RoleClass>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.Id, cancellation);
            if (roleClass is null) return Outcome.NotFound;
            db.Remove(roleClass);
            return Nothing.Value;
        }, cancellation));
    }
}
