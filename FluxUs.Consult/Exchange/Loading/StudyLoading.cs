using FluxUs.Consult.Accounts;
using FluxUs.Consult.Fiches.Templates;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.AspNetCore.Identity;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary>The study, the accounts of its members and their roles.</summary>
internal static class StudyLoading
{
    public static async Task Load(LoadingScene scene, StudyFile file, DemonstrationFiles files, UserManager<Account> accounts, string? password)
    {
        scene.Begin(StudyFile.FileName, file.Slug);
        var at = LoadingScene.Moment(file.CurrentOn);
        await scene.Done(scene.Act<FoundStudy>(at).Handle(
            Actor.Operator, new FoundStudyRequest(Guid.NewGuid(), file.Slug, file.Name.ToLocalText(), file.Language, file.IsDemonstration), scene.Cancellation));
        var access = await scene.AsOperator();
        scene.StudyId = access.StudyId;
        await scene.Done(scene.Act<DescribeStudy>(at).Handle(
            access, new DescribeStudyRequest(Guid.NewGuid(), 1, file.Name.ToLocalText(), file.Description.ToLocalText(), file.Funder.ToLocalText(), file.NextCommittee), scene.Cancellation));

        await scene.Done(scene.Act<ChooseLook>(at).Handle(access, new ChooseLookRequest(Guid.NewGuid(), 2, file.FicheLook, file.Colour, file.Licence), scene.Cancellation));
        scene.Begin(StudyFile.LogoFileName, file.Slug);
        var logo = new MemoryStream(files.Bytes(StudyFile.LogoFileName));
        await scene.Done(scene.Act<KeepLogo>(at).Handle(access, new KeepLogoRequest(Guid.NewGuid(), 3, logo, file.LogoAlternative.ToLocalText()), scene.Cancellation));

        foreach (var member in file.Members)
        {
            scene.Begin(StudyFile.FileName, member.Account);
            if (password is not null && await accounts.FindByEmailAsync(member.Account) is null) await Make(scene, member, accounts, password);
            var roles = member.Roles.Aggregate(Roles.None, (all, role) => all | role);
            var invited = await scene.Done(scene.Act<InviteMember>(at).Handle(access, new InviteMemberRequest(member.Account, member.DisplayName, roles, member.Title.ToLocalText()), scene.Cancellation));
            scene.Remember("account", member.Account, invited.AccountId);
        }

        foreach (var member in file.Committee)
        {
            scene.Begin(StudyFile.FileName, member.Account);
            var invited = await scene.Done(scene.Act<InviteMember>(at).Handle(access, new InviteMemberRequest(member.Account, member.DisplayName, Roles.Committee, member.Title.ToLocalText()), scene.Cancellation));
            scene.Remember("account", member.Account, invited.AccountId);
        }
    }

    private static async Task Make(LoadingScene scene, MemberEntry member, UserManager<Account> accounts, string password)
    {
        var made = await accounts.CreateAsync(new Account(member.Account, member.DisplayName), password);
        if (!made.Succeeded) throw scene.Fault(string.Join(' ', made.Errors.Select(error => error.Description)));
    }
}
