using System.Net;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using Microsoft.AspNetCore.Identity;

namespace FluxUs.Consult.Tests.Accounts;

public class OneTimeLinkTests
{
    private const string Good = "Une autre phrase bien longue";

    [Fact]
    public async Task An_invitation_opens_an_account_once()
    {
        await using var test = await TestStudy.Create();
        var token = Token((await test.Get<InviteAccount>().Handle(Actor.Operator, new("lea@test.example"), TestStudy.Cancellation)).Value!);

        var first = await test.Get<UseLink>().Handle(new(token, "", "Léa", Good, Good, false), TestStudy.Cancellation);
        var second = await test.Get<UseLink>().Handle(new(token, "", "Max", Good, Good, false), TestStudy.Cancellation);

        Assert.True(first.IsDone);
        Assert.Equal("LinkIsOver", Assert.Single(second.Refusals).Key);
        Assert.Equal("Léa", Assert.Single(await test.All<Account>()).DisplayName);
    }

    [Fact]
    public async Task A_link_ends_after_seven_days()
    {
        await using var test = await TestStudy.Create();
        var token = Token((await test.Get<InviteAccount>().Handle(Actor.Operator, new("lea@test.example"), TestStudy.Cancellation)).Value!);

        test.Wait(TimeSpan.FromDays(7));

        Assert.False((await test.Get<ReadLink>().Run(token, TestStudy.Cancellation)).IsDone);
        Assert.False((await test.Get<UseLink>().Handle(new(token, "", "Léa", Good, Good, false), TestStudy.Cancellation)).IsDone);
    }

    [Fact]
    public async Task Inviting_twice_makes_one_account_and_the_newest_link_works()
    {
        await using var test = await TestStudy.Create();
        var first = Token((await test.Get<InviteAccount>().Handle(Actor.Operator, new("lea@test.example"), TestStudy.Cancellation)).Value!);
        var second = Token((await test.Get<InviteAccount>().Handle(Actor.Operator, new(" LEA@test.example "), TestStudy.Cancellation)).Value!);

        Assert.Single(await test.All<Account>());
        Assert.False((await test.Get<ReadLink>().Run(first, TestStudy.Cancellation)).IsDone);
        Assert.True((await test.Get<ReadLink>().Run(second, TestStudy.Cancellation)).IsDone);
    }

    [Fact]
    public async Task The_database_does_not_hold_the_secret_of_a_link()
    {
        await using var test = await TestStudy.Create();
        var token = Token((await test.Get<InviteAccount>().Handle(Actor.Operator, new("lea@test.example"), TestStudy.Cancellation)).Value!);

        Assert.False(DatabaseBytes.Hold(test.Root, token));
    }

    [Fact]
    public async Task A_recovery_link_ends_other_sessions_opens_a_locked_account_and_forgets_the_lost_factor()
    {
        await using var test = await TestStudy.Create();
        var account = await test.AddAccount("lea@test.example");
        var accounts = test.Get<UserManager<Account>>();
        var before = (await accounts.FindByIdAsync(account.Id.ToString()))!;
        await accounts.SetTwoFactorEnabledAsync(before, true);
        await accounts.SetLockoutEndDateAsync(before, DateTimeOffset.MaxValue);
        var stamp = before.SecurityStamp;
        var token = Token((await test.Get<ResetAccount>().Handle(Actor.Operator, "lea@test.example", TestStudy.Cancellation)).Value!);

        var outcome = await test.Get<UseLink>().Handle(new(token, "", "", Good, Good, LostSecondFactor: true), TestStudy.Cancellation);

        Assert.True(outcome.IsDone);
        var after = Assert.Single(await test.All<Account>());
        Assert.NotEqual(stamp, after.SecurityStamp);
        Assert.False(after.TwoFactorEnabled);
        Assert.Null(after.LockoutEnd);
        Assert.True(await test.Get<UserManager<Account>>().CheckPasswordAsync(after, Good));
        Assert.Equal("Camille Test", after.DisplayName);
    }

    [Fact]
    public async Task Only_the_operator_hands_out_links_outside_a_study()
    {
        await using var test = await TestStudy.Create();
        var someone = Actor.Account((await test.AddAccount("lea@test.example")).Id);

        Assert.Equal(OutcomeKind.Forbidden, (await test.Get<InviteAccount>().Handle(someone, new("max@test.example"), TestStudy.Cancellation)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await test.Get<ResetAccount>().Handle(someone, "lea@test.example", TestStudy.Cancellation)).Kind);
        Assert.Equal(OutcomeKind.Forbidden, (await test.Get<CreateFirstManagerLink>().Handle(someone, TestStudy.Cancellation)).Kind);
    }

    [Fact]
    public async Task A_password_that_is_too_short_leaves_the_link_open()
    {
        await using var test = await TestStudy.Create();
        var token = Token((await test.Get<InviteAccount>().Handle(Actor.Operator, new("lea@test.example"), TestStudy.Cancellation)).Value!);

        var refused = await test.Get<UseLink>().Handle(new(token, "", "Léa", "court", "court", false), TestStudy.Cancellation);

        Assert.Equal("Password", Assert.Single(refused.Refusals).Field);
        Assert.True((await test.Get<ReadLink>().Run(token, TestStudy.Cancellation)).IsDone);
    }

    [Fact]
    public async Task The_first_account_of_an_installation_may_found_a_study_and_then_the_way_is_closed()
    {
        await using var site = await TestSite.Create();
        var token = Token((await site.Study.Get<CreateFirstManagerLink>().Handle(Actor.Operator, TestStudy.Cancellation)).Value!);
        var client = site.Visitor();

        var opened = await TestSite.Post(client, "/links/" + token, "link", ("Email", "lea@test.example"), ("DisplayName", "Léa"), ("Password", Good), ("RepeatedPassword", Good));
        Assert.Equal(HttpStatusCode.Found, opened.StatusCode);
        var founded = await TestSite.Post(client, "/studies/new", "found", ("Name.fr", "Textile"), ("Name.nl", ""), ("Name.en", ""), ("Slug", "textile"), ("Language", "fr"));

        Assert.EndsWith("/studies/textile/settings", founded.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(Roles.Manager, Assert.Single(await site.Study.All<Membership>()).Roles);
        Assert.False((await site.Study.Get<CreateFirstManagerLink>().Handle(Actor.Operator, TestStudy.Cancellation)).IsDone);
        var late = await client.GetAsync("/links/" + token, TestStudy.Cancellation);
        Assert.Contains("Lien expiré", await TestSite.Read(late), StringComparison.Ordinal);
    }

    private static string Token(IssuedLink link) => link.Address![(link.Address!.LastIndexOf('/') + 1)..];
}
