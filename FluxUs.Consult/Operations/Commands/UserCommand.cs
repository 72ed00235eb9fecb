using System.CommandLine;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Operations.Commands;

/// <summary><c>user add</c> and <c>user reset</c>: one-time links that the operator hands out.</summary>
internal static class UserCommand
{
    public static Command Create(CommandSession session) => new("user", session.Say("User")) { Add(session), Reset(session) };

    private static Command Add(CommandSession session)
    {
        var email = Email(session);
        var study = new Option<string>("--study") { Description = session.Say("UserStudy"), HelpName = "SLUG" };
        var roles = new Option<string[]>("--role") { Description = session.Say("UserRole"), HelpName = "ROLE", AllowMultipleArgumentsPerToken = true };
        roles.AcceptOnlyFromAmong("manager", "researcher", "editor", "committee");
        var command = new Command("add", session.Say("UserAdd")) { email, study, roles };
        command.Validators.Add(given =>
        {
            if (given.GetResult(study) is null != given.GetResult(roles) is null) given.AddError(session.Say("UserStudyWithRole"));
        });
        command.SetAction((given, cancellation) => given.GetValue(study) is { } slug
            ? session.RunIn(slug, async (scope, access) => await Tell(session, await scope.GetRequiredService<InviteMember>().Handle(
                access, new InviteMemberRequest(given.GetRequiredValue(email), "", RolesOf(given.GetRequiredValue(roles)), new("")), cancellation)), cancellation)
            : session.Run(async scope => await Tell(session, await scope.GetRequiredService<InviteAccount>().Handle(
                Actor.Operator, new InviteAccountRequest(given.GetRequiredValue(email)), cancellation))));
        return command;
    }

    private static Command Reset(CommandSession session)
    {
        var email = Email(session);
        var command = new Command("reset", session.Say("UserReset")) { email };
        command.SetAction((given, cancellation) => session.Run(async scope => await Tell(
            session, await scope.GetRequiredService<ResetAccount>().Handle(Actor.Operator, given.GetRequiredValue(email), cancellation))));
        return command;
    }

    // The link alone is the result; what it is good for goes beside it.
    private static async Task<int> Tell(CommandSession session, Outcome<IssuedLink> link)
    {
        if (!link.IsDone) return await session.Refuse(link.Failure);
        if (link.Value.Address is not { } address)
        {
            await session.Error.WriteLineAsync(session.Say("UserIsOpen"));
            return CommandSession.Done;
        }

        await session.Error.WriteLineAsync(session.Say("LinkWorks", link.Value.ExpiresAt));
        await session.Output.WriteLineAsync(address);
        return CommandSession.Done;
    }

    private static Argument<string> Email(CommandSession session) => new("EMAIL") { Description = session.Say("UserEmail") };

    private static Roles RolesOf(IEnumerable<string> names) => names.Aggregate(Roles.None, (all, name) => all | Enum.Parse<Roles>(name, ignoreCase: true));
}
