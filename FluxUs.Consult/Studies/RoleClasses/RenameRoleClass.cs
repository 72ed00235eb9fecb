using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record RenameRoleClassRequest(Guid Operation, Guid Id, int Version, LocalText Name, LocalText ShortName);

public sealed class RenameRoleClass(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RenameRoleClassRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        if (request.Name.IsEmpty) return Outcome.Refused<StudiesTexts>("RoleClassNeedsName", nameof(request.Name));
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var roleClass = await db.Set<RoleClass>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.Id, cancellation);
            if (roleClass is null) return Outcome.NotFound;
            db.Expect(roleClass, request.Version);
            roleClass.Rename(request.Name, request.ShortName);
            return Nothing.Value;
        }, cancellation);
    }
}
