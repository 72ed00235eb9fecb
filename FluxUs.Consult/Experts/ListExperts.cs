using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Experts;

/// <summary>One line of the study's experts: no name, whoever looks.</summary>
/// <param name="Attribution">Of the consent in force; null without one.</param>
public sealed record ExpertRow(
    string Code, LocalText RoleClass, IReadOnlyList<string> Languages, LocalText Field, ConsentState Consent, Attribution? Attribution, DateOnly? ValidUntil, bool IsErased);

public sealed class ListExperts(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<IReadOnlyList<ExpertRow>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadIdentities)) return Outcome.Forbidden;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var experts = await db.Set<Expert>().AsNoTracking().Include(expert => expert.Consents).Where(expert => expert.StudyId == access.StudyId).ToListAsync(cancellation);
        var classes = await db.Set<RoleClass>().AsNoTracking().Where(roleClass => roleClass.StudyId == access.StudyId)
            .ToDictionaryAsync(roleClass => roleClass.Id, roleClass => roleClass.Name, cancellation);
        return experts.OrderBy(expert => expert.Code.Length).ThenBy(expert => expert.Code, StringComparer.Ordinal).Select(expert =>
        {
            var standing = expert.StandingOn(today);
            return new ExpertRow(expert.Code, classes[expert.RoleClassId], expert.Languages, expert.Field, standing.State, standing.Attribution, standing.ValidUntil, expert.IsErased);
        }).ToList();
    }
}
