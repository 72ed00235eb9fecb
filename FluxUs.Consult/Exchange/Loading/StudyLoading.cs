using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary>The study, the accounts of its members and their roles.</summary>
internal static class StudyLoading
{
    public static async Task Load(LoadingScene scene, StudyFile file, UserManager<Account> accounts, string? password)
    {
        scene.Begin(StudyFile.FileName, file.Slug);
        await scene.Done(scene.Act<FoundStudy>(LoadingScene.Moment(file.CurrentOn)).Handle(
            Actor.Operator, new FoundStudyRequest(Guid.NewGuid(), file.Slug, file.Name.ToLocalText(), file.Language, file.IsDemonstration), scene.Cancellation));
        var study = await scene.Db.Set<Study>().SingleAsync(found => found.Slug == file.Slug, scene.Cancellation);
        study.Describe(file.Name.ToLocalText(), file.Description.ToLocalText(), file.Funder, file.NextCommittee);
        await scene.Db.SaveChangesAsync(scene.Cancellation);
        scene.StudyId = study.Id;

        foreach (var member in file.Members)
        {
            scene.Begin(StudyFile.FileName, member.Account);
            var account = await accounts.FindByEmailAsync(member.Account) ?? await Make(scene, member, accounts, password);
            var membership = new Membership(study.Id, account.Id, Roles.None);
            membership.Give(member.Roles.Aggregate(Roles.None, (all, role) => all | role), member.Title);
            await scene.AddAsOperator(membership);
            scene.Remember("account", member.Account, account.Id);
        }
    }

    // Without a password an account can only be opened by an invitation.
    private static async Task<Account> Make(LoadingScene scene, MemberEntry member, UserManager<Account> accounts, string? password)
    {
        var account = new Account(member.Account, member.DisplayName);
        var made = password is null ? await accounts.CreateAsync(account) : await accounts.CreateAsync(account, password);
        return made.Succeeded ? account : throw scene.Fault(string.Join(' ', made.Errors.Select(error => error.Description)));
    }
}
