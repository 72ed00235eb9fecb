using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="Email">Empty for whoever does not manage the study.</param>
/// <param name="IsOpen">False while the invitation was not used.</param>
public sealed record MemberRow(Guid AccountId, string DisplayName, string Email, Roles Roles, LocalText Title, bool IsOpen, int Version);

public sealed class ListMembers(ConsultDbContext db)
{
    public async Task<Outcome<IReadOnlyList<MemberRow>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadStudy)) return Outcome.Forbidden;
        var seesAddresses = access.May(Permission.WriteStudy);
        return await (
            from membership in db.Set<Membership>()
            join account in db.Set<Accounts.Account>() on membership.AccountId equals account.Id
            where membership.StudyId == access.StudyId
            orderby account.DisplayName, account.Id
            select new MemberRow(account.Id, account.DisplayName, seesAddresses ? account.Email! : "", membership.Roles, membership.Title, account.PasswordHash != null, membership.Version))
            .AsNoTracking().ToListAsync(cancellation);
    }
}
