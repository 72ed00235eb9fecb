using System.CommandLine;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Operations.Commands;

/// <summary><c>user add</c> and <c>user reset</c>: print a one-time link for one person.</summary>
internal static class UserCommand
{
    private static readonly string[] RoleNames = ["manager", "researcher", "editor", "committee"];

    public static Command Create(CommandSession session) => new("user", session.Say("User")) { Add(session), Reset(session) };

    private static Command Add(CommandSession session)
    {
        var email = Email(session);
        var study = new Option<string?>("--study") { Description = session.Say("UserStudy"), HelpName = "SLUG" };
        var role = new Option<string?>("--role") { Description = session.Say("UserRole"), HelpName = "ROLE" };
        role.AcceptOnlyFromAmong(RoleNames);
        var command = new Command("add", session.Say("UserAdd")) { email, study, role };
        command.Validators.Add(given =>
        {
            if (given.GetResult(study) is null != given.GetResult(role) is null) given.AddError(session.Say("UserStudyAndRole"));
        });
        command.SetAction((given, cancellation) => given.GetValue(study) is { } slug
            ? session.RunIn(slug, (scope, access) => Invite(session, scope, access, given.GetValue(email)!, Enum.Parse<Roles>(given.GetValue(role)!, ignoreCase: true), cancellation), cancellation)
            : session.Run(async scope => await Print(session, await scope.GetRequiredService<InviteAccount>().Handle(Actor.Operator, new(given.GetValue(email)!), cancellation))));
        return command;
    }

    private static Command Reset(CommandSession session)
    {
        var email = Email(session);
        var command = new Command("reset", session.Say("UserReset")) { email };
        command.SetAction((given, cancellation) => session.Run(async scope =>
            await Print(session, await scope.GetRequiredService<ResetAccount>().Handle(Actor.Operator, given.GetValue(email)!, cancellation))));
        return command;
    }

    private static async Task<int> Invite(CommandSession session, IServiceProvider scope, StudyAccess access, string email, Roles role, CancellationToken cancellation) =>
        await Print(session, await scope.GetRequiredService<InviteMember>().Handle(access, new(email, "", role, ""), cancellation));

    private static async Task<int> Print(CommandSession session, Outcome<IssuedLink> outcome)
    {
        if (!outcome.IsDone) return await session.Refuse(outcome.Failure);
        if (outcome.Value.Address is { } address) await session.Output.WriteLineAsync(address);
        else await session.Error.WriteLineAsync(session.Say("UserHasAccount"));
        return CommandSession.Done;
    }

    private static Argument<string> Email(CommandSession session) => new("EMAIL") { Description = session.Say("UserEmail") };
}
