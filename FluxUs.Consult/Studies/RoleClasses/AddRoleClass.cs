using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="Code">A slug, unique in the study: "social-enterprise".</param>
/// <param name="Name">As a label prints it: "a social enterprise".</param>
/// <param name="ShortName">The head of a table's column; may be empty.</param>
public sealed record AddRoleClassRequest(Guid Operation, string Code, LocalText Name, LocalText ShortName);

public sealed class AddRoleClass(ConsultDbContext db)
{
    public async Task<Outcome<Guid>> Handle(StudyAccess access, AddRoleClassRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        if (request.Name.IsEmpty) return Outcome.Refused<StudiesTexts>("RoleClassNeedsName", nameof(request.Name));
        if (!Codes.IsSlug(request.Code.Trim())) return Outcome.Refused<StudiesTexts>("SlugUnreadable", nameof(request.Code));
        var code = request.Code.Trim();
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            if (await db.Set<RoleClass>().AnyAsync(found => found.StudyId == access.StudyId && found.Code == code, cancellation))
                return Outcome.Refused<StudiesTexts>("CodeTaken", nameof(request.Code), code);
            var roleClass = new RoleClass(access.StudyId, code, request.Name, request.ShortName);
            db.Add(roleClass);
            return roleClass.Id;
        }, cancellation);
    }
}
