using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;

namespace FluxUs.Consult.Tests.Studies;

public class MemberTests
{
    [Fact]
    public async Task An_invitation_makes_the_membership_and_a_link_that_opens_the_account()
    {
        await using var test = await TestStudy.Create();
        var manager = await test.As(Roles.Manager);

        var link = (await test.Get<InviteMember>().Handle(manager, new("lea@test.example", "Léa", Roles.Editor, new("bureau", "kantoor")), TestStudy.Cancellation)).Value!;

        var membership = (await test.All<Membership>()).Single(found => found.AccountId == link.AccountId);
        Assert.Equal((Roles.Editor, new LocalText("bureau", "kantoor")), (membership.Roles, membership.Title));
        Assert.NotNull(link.Address);
    }

    [Fact]
    public async Task Whoever_has_an_account_is_added_without_a_link_and_not_twice()
    {
        await using var test = await TestStudy.Create();
        var manager = await test.As(Roles.Manager);
        await test.AddAccount("lea@test.example");

        var first = await test.Get<InviteMember>().Handle(manager, new("lea@test.example", "", Roles.Editor, new("")), TestStudy.Cancellation);
        var second = await test.Get<InviteMember>().Handle(manager, new("lea@test.example", "", Roles.Manager, new("")), TestStudy.Cancellation);

        Assert.Null(first.Value!.Address);
        Assert.Equal("AlreadyMember", Assert.Single(second.Refusals).Key);
    }

    [Fact]
    public async Task An_invitation_that_another_study_sent_is_not_given_to_the_manager_of_this_one()
    {
        await using var test = await TestStudy.Create();
        var other = new Study("steel", new LocalText("Acier"));
        await test.Save(other);
        await test.Get<InviteMember>().Handle(await test.As(Roles.Manager), new("lea@test.example", "Léa", Roles.Researcher, new("")), TestStudy.Cancellation);

        var refused = await test.Get<InviteMember>().Handle(await test.As(Roles.Manager, other), new("lea@test.example", "", Roles.Committee, new("")), TestStudy.Cancellation);

        Assert.Equal("ResetNeedsAllStudies", Assert.Single(refused.Refusals).Key);
        Assert.Null(Assert.Single(await test.All<OneTimeLink>()).UsedAt);
    }

    [Fact]
    public async Task The_last_manager_can_neither_leave_nor_become_something_else()
    {
        await using var test = await TestStudy.Create();
        var manager = await test.As(Roles.Manager);
        await test.As(Roles.Researcher);

        var removed = await test.Get<RemoveMember>().Handle(manager, new(Guid.NewGuid(), manager.Actor.Id), TestStudy.Cancellation);
        var changed = await test.Get<ChangeMember>().Handle(manager, new(Guid.NewGuid(), manager.Actor.Id, 1, Roles.Editor, new("")), TestStudy.Cancellation);

        Assert.Equal("LastManager", Assert.Single(removed.Refusals).Key);
        Assert.Equal("LastManager", Assert.Single(changed.Refusals).Key);

        await test.As(Roles.Manager);
        Assert.True((await test.Get<RemoveMember>().Handle(manager, new(Guid.NewGuid(), manager.Actor.Id), TestStudy.Cancellation)).IsDone);
    }

    [Fact]
    public async Task Two_managers_who_change_one_member_do_not_overwrite_each_other()
    {
        await using var test = await TestStudy.Create();
        var manager = await test.As(Roles.Manager);
        var member = (await test.As(Roles.Editor)).Actor.Id;

        var first = await test.Get<ChangeMember>().Handle(manager, new(Guid.NewGuid(), member, 1, Roles.Researcher, new("")), TestStudy.Cancellation);
        var second = await test.Get<ChangeMember>().Handle(manager, new(Guid.NewGuid(), member, 1, Roles.Committee, new("")), TestStudy.Cancellation);

        Assert.True(first.IsDone);
        Assert.Equal(OutcomeKind.Changed, second.Kind);
    }

    [Fact]
    public async Task A_manager_hands_out_a_recovery_link_only_when_managing_every_study_of_the_account()
    {
        await using var test = await TestStudy.Create();
        var manager = await test.As(Roles.Manager);
        var member = (await test.As(Roles.Editor)).Actor.Id;
        Assert.True((await test.Get<ResetMember>().Handle(manager, member, TestStudy.Cancellation)).IsDone);

        var other = new Study("steel", new LocalText("Acier"));
        await test.Save(other, new Membership(other.Id, member, Roles.Committee));
        Assert.Equal("ResetNeedsAllStudies", Assert.Single((await test.Get<ResetMember>().Handle(manager, member, TestStudy.Cancellation)).Refusals).Key);

        await test.Save(new Membership(other.Id, manager.Actor.Id, Roles.Manager));
        Assert.True((await test.Get<ResetMember>().Handle(manager, member, TestStudy.Cancellation)).IsDone);
    }

    [Fact]
    public async Task Addresses_of_members_show_to_managers_only()
    {
        await using var test = await TestStudy.Create();
        var manager = await test.As(Roles.Manager);
        var editor = await test.As(Roles.Editor);

        Assert.All((await test.Get<ListMembers>().Run(manager, TestStudy.Cancellation)).Value!, member => Assert.NotEmpty(member.Email));
        Assert.All((await test.Get<ListMembers>().Run(editor, TestStudy.Cancellation)).Value!, member => Assert.Empty(member.Email));
    }

    [Fact]
    public async Task Only_a_manager_or_the_first_account_founds_a_study()
    {
        await using var test = await TestStudy.Create();
        var editor = await test.As(Roles.Editor);
        var manager = await test.As(Roles.Manager);
        var request = new FoundStudyRequest(Guid.NewGuid(), "textile", new LocalText("Textile"), "fr");

        Assert.Equal(OutcomeKind.Forbidden, (await test.Get<FoundStudy>().Handle(editor.Actor, request, TestStudy.Cancellation)).Kind);
        Assert.Equal("textile", (await test.Get<FoundStudy>().Handle(manager.Actor, request, TestStudy.Cancellation)).Value);
        Assert.Equal("SlugTaken", Assert.Single((await test.Get<FoundStudy>().Handle(manager.Actor, request with { Operation = Guid.NewGuid() }, TestStudy.Cancellation)).Refusals).Key);
    }
}
