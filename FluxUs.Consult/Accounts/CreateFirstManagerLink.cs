using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Accounts;

/// <summary>The way into an empty installation: a link that makes the first account, which may found studies.</summary>
public sealed class CreateFirstManagerLink(ConsultDbContext db, OneTimeLinks links)
{
    public async Task<Outcome<IssuedLink>> Handle(Actor actor, CancellationToken cancellation)
    {
        if (actor.Kind != ActorKind.Operator) return Outcome.Forbidden;
        return await db.Write<IssuedLink>(actor, null, async () => await db.Set<Account>().AnyAsync(cancellation)
            ? Outcome.Refused<AccountsTexts>("AccountsExist")
            : await links.Issue(LinkPurpose.FirstManager, null, cancellation), cancellation);
    }
}
