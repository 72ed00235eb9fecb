namespace FluxUs.Consult.Foundation.Data;

public enum ActorKind { Account, Operator, Job, PersonalLink }

/// <summary>Who does something: an account, the operator at the command line, a job, or the holder of a personal link.
/// There is no act without an actor, and the audit names it.</summary>
/// <param name="Id">The account, job or link; empty for the operator, who has the machine itself.</param>
public sealed record Actor(ActorKind Kind, Guid Id)
{
    public static readonly Actor Operator = new(ActorKind.Operator, Guid.Empty);

    public static Actor Account(Guid id) => new(ActorKind.Account, id);

    public static Actor Job(Guid id) => new(ActorKind.Job, id);
}
