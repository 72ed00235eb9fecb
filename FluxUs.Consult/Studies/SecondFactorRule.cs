using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <summary>Whoever may read experts' identities in any study signs in with a second factor.</summary>
internal sealed class SecondFactorRule(ConsultDbContext db) : ISecondFactorRule
{
    public const Roles Concerned = Roles.Manager | Roles.Researcher;

    public Task<bool> IsRequiredFor(Guid accountId, CancellationToken cancellation) =>
        db.Set<Membership>().AnyAsync(membership => membership.AccountId == accountId && (membership.Roles & Concerned) != 0, cancellation);
}
