using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Accounts;

public sealed record InviteAccountRequest(string Email, string DisplayName = "");

/// <summary>The operator invites someone without a study; managers invite into theirs.</summary>
public sealed class InviteAccount(ConsultDbContext db, OneTimeLinks links)
{
    public async Task<Outcome<IssuedLink>> Handle(Actor actor, InviteAccountRequest request, CancellationToken cancellation) =>
        actor.Kind != ActorKind.Operator
            ? Outcome.Forbidden
            : await db.Write<IssuedLink>(actor, null, () => links.Invite(request.Email, request.DisplayName, cancellation), cancellation);
}
