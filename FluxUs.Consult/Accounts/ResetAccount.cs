using FluxUs.Consult.Foundation.Data;
using Microsoft.AspNetCore.Identity;

namespace FluxUs.Consult.Accounts;

/// <summary>The operator hands out a link that gives an account back to its owner. Until it is used nothing changes.</summary>
public sealed class ResetAccount(ConsultDbContext db, UserManager<Account> accounts, OneTimeLinks links)
{
    public async Task<Outcome<IssuedLink>> Handle(Actor actor, string email, CancellationToken cancellation)
    {
        if (actor.Kind != ActorKind.Operator) return Outcome.Forbidden;
        return await db.Write<IssuedLink>(actor, null, async () => await accounts.FindByEmailAsync(email.Trim()) is { } account
            ? await links.Issue(LinkPurpose.Recovery, account.Id, cancellation)
            : Outcome.Refused<AccountsTexts>("NoSuchAccount", "Email", email.Trim()), cancellation);
    }
}
