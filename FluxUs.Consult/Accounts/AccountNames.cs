using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Accounts;

public static class AccountNames
{
    /// <summary>How colleagues see an account; empty when there is none.</summary>
    public static async Task<string> NameOf(this ConsultDbContext db, Guid? account, CancellationToken cancellation) =>
        await db.Set<Account>().AsNoTracking().Where(found => found.Id == account).Select(found => found.DisplayName).FirstOrDefaultAsync(cancellation) ?? "";
}
