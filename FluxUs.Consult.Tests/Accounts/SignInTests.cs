using System.Net;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using FluxUs.Consult.Tests.Support;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Time.Testing;

namespace FluxUs.Consult.Tests.Accounts;

public class SignInTests
{
    [Fact]
    public async Task A_visitor_is_led_to_the_door_and_back_to_where_they_wanted_to_go()
    {
        await using var site = await TestSite.Create();
        var account = await site.Study.AddMember(Roles.Editor);
        var client = site.Visitor();

        Assert.Equal("/sign-in", (await client.GetAsync("/", TestStudy.Cancellation)).Headers.Location!.OriginalString);
        var refused = await client.GetAsync("/account", TestStudy.Cancellation);
        Assert.Equal("/sign-in?back=%2Faccount", refused.Headers.Location!.PathAndQuery);
        var answer = await TestSite.Post(client, "/sign-in?back=%2Faccount", "sign-in", ("Email", account.Email!), ("Password", TestSite.Password));

        Assert.EndsWith("/account", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/account", TestStudy.Cancellation)).StatusCode);
    }

    [Fact]
    public async Task The_door_does_not_lead_to_another_site()
    {
        await using var site = await TestSite.Create();
        var account = await site.Study.AddMember(Roles.Editor);

        var answer = await TestSite.Post(site.Visitor(), "/sign-in?back=https%3A%2F%2Fevil.example", "sign-in", ("Email", account.Email!), ("Password", TestSite.Password));

        Assert.DoesNotContain("evil", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_account_also_to_the_right_one()
    {
        await using var site = await TestSite.Create();
        var account = await site.Study.AddMember(Roles.Editor);
        var client = site.Visitor();

        for (var attempt = 0; attempt < 5; attempt++)
            Assert.Equal(HttpStatusCode.OK, (await TestSite.Post(client, "/sign-in", "sign-in", ("Email", account.Email!), ("Password", "pas celui-ci"))).StatusCode);
        var late = await TestSite.Post(client, "/sign-in", "sign-in", ("Email", account.Email!), ("Password", TestSite.Password));

        Assert.Contains("quinze minutes", await TestSite.Read(late), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer()
    {
        await using var site = await TestSite.Create();
        var account = await site.Study.AddMember(Roles.Editor);

        var unknown = await TestSite.Read(await TestSite.Post(site.Visitor(), "/sign-in", "sign-in", ("Email", "qui@test.example"), ("Password", "x")));
        var wrong = await TestSite.Read(await TestSite.Post(site.Visitor(), "/sign-in", "sign-in", ("Email", account.Email!), ("Password", "x")));

        const string Said = "L’adresse ou le mot de passe ne convient pas";
        Assert.Contains(Said, unknown, StringComparison.Ordinal);
        Assert.Contains(Said, wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_attempts_from_one_place_are_turned_away()
    {
        await using var site = await TestSite.Create("Development", ("Accounts:AttemptsPerMinute", "2"));
        var client = site.Visitor();

        var answers = new List<HttpStatusCode>();
        for (var attempt = 0; attempt < 3; attempt++)
            answers.Add((await TestSite.Post(client, "/sign-in", "sign-in", ("Email", "a@test.example"), ("Password", "x"))).StatusCode);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers);
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("", true)]
    public async Task Attempts_are_counted_for_the_client_whom_a_known_proxy_names_and_for_whoever_calls_otherwise(string proxies, bool areCountedTogether)
    {
        await using var site = (await TestSite.Create("Development", ("Accounts:AttemptsPerMinute", "2"), ("Site:Proxies", proxies))).Listen();
        var answers = new List<HttpStatusCode>();
        foreach (var client in new[] { "203.0.113.7", "203.0.113.7", "203.0.113.7", "198.51.100.9" })
        {
            using var visitor = site.Visitor();
            visitor.DefaultRequestHeaders.Add("X-Forwarded-For", client);
            answers.Add((await TestSite.Post(visitor, "/sign-in", "sign-in", ("Email", "a@test.example"), ("Password", "x"))).StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests, areCountedTogether ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK], answers);
    }

    [Fact]
    public async Task Wrong_passwords_in_an_open_session_close_the_account_too()
    {
        await using var test = await TestStudy.Create();
        var account = await test.AddAccount();
        var person = new SignedIn(account.Id, account.DisplayName, HasSecondFactor: false, test.Time.GetUtcNow().UtcDateTime);
        async Task<string> Change(string password) => Assert.Single((await test.Get<ChangePassword>().Handle(
            person, new(password, "Une-autre-phrase-8", "Une-autre-phrase-8"), TestStudy.Cancellation)).Refusals).Key;

        for (var attempt = 0; attempt < 4; attempt++) Assert.Equal("PasswordWrong", await Change("pas celui-ci"));
        Assert.Equal("LockedOut", await Change("pas celui-ci"));
        Assert.Equal("LockedOut", await Change(TestStudy.Password));
    }

    [Fact]
    public async Task The_secret_of_an_app_and_its_recovery_codes_are_sealed_also_those_of_an_earlier_version()
    {
        await using var test = await TestStudy.Create();
        var account = await test.AddAccount();
        var db = test.Get<ConsultDbContext>();
        db.Add(new IdentityUserToken<Guid> { UserId = account.Id, LoginProvider = "[AspNetUserStore]", Name = "AuthenticatorKey", Value = "PLAINSECRETOFANAPP234" });
        await db.SaveChangesAsync(TestStudy.Cancellation);
        var accounts = test.Get<UserManager<Account>>();
        var known = (await accounts.FindByIdAsync(account.Id.ToString()))!;
        Assert.Equal("PLAINSECRETOFANAPP234", await accounts.GetAuthenticatorKeyAsync(known));

        await test.Get<SealedAccountStore>().SealAll(TestStudy.Cancellation);
        var codes = (await accounts.GenerateNewTwoFactorRecoveryCodesAsync(known, 2))!.ToList();

        Assert.False(DatabaseBytes.Hold(test.Root, "PLAINSECRETOFANAPP234"));
        Assert.All(codes, code => Assert.False(DatabaseBytes.Hold(test.Root, code)));
        accounts = test.Get<UserManager<Account>>();
        known = (await accounts.FindByIdAsync(account.Id.ToString()))!;
        Assert.Equal("PLAINSECRETOFANAPP234", await accounts.GetAuthenticatorKeyAsync(known));
        Assert.True((await accounts.RedeemTwoFactorRecoveryCodeAsync(known, codes[0])).Succeeded);
        Assert.False((await accounts.RedeemTwoFactorRecoveryCodeAsync(known, codes[0])).Succeeded);
    }

    [Fact]
    public async Task A_form_without_its_antiforgery_token_is_refused()
    {
        await using var site = await TestSite.Create();
        var client = await site.SignIn(Roles.Manager);

        var answer = await client.PostAsync("/account", new FormUrlEncodedContent([KeyValuePair.Create("_handler", "profile"), KeyValuePair.Create("DisplayName", "X")]), TestStudy.Cancellation);
        var signOut = await client.PostAsync("/account/sign-out", new FormUrlEncodedContent([]), TestStudy.Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, signOut.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        await using var site = await TestSite.Create();
        var client = await site.SignIn(Roles.Editor);

        await TestSite.Post(client, "/account", "/account/sign-out");

        Assert.Equal(HttpStatusCode.Found, (await client.GetAsync("/account", TestStudy.Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Outside_Development_whoever_may_read_identities_sets_a_second_factor_up_first()
    {
        await using var site = await TestSite.Create("Production");
        var researcher = await site.SignIn(Roles.Researcher);
        var editor = await site.SignIn(Roles.Editor);

        Assert.Equal("/account/second-factor", (await researcher.GetAsync("/studies", TestStudy.Cancellation)).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await researcher.GetAsync("/account/second-factor", TestStudy.Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await editor.GetAsync("/studies", TestStudy.Cancellation)).StatusCode);
    }

    [Fact]
    public async Task An_authenticator_app_is_asked_for_after_the_password_and_a_recovery_code_works_once()
    {
        await using var site = await TestSite.Create("Production");
        var account = await site.Study.AddMember(Roles.Researcher);
        var client = await site.SignIn(account);
        await TestSite.Post(client, "/account/second-factor", "start-app");
        var key = await site.Study.Get<UserManager<Account>>().GetAuthenticatorKeyAsync((await site.Study.Get<UserManager<Account>>().FindByIdAsync(account.Id.ToString()))!);
        var shown = await TestSite.Read(await PostAfter(client, "start-app", "enable-app", ("Code", Totp.Now(key!))));
        var codes = System.Text.RegularExpressions.Regex.Matches(shown, "<li>([A-Z0-9]{5}-[A-Z0-9]{5})</li>").Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(10, codes.Count);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/studies", TestStudy.Cancellation)).StatusCode);

        var again = site.Visitor();
        var first = await TestSite.Post(again, "/sign-in", "sign-in", ("Email", account.Email!), ("Password", TestSite.Password));
        Assert.EndsWith("/sign-in/second-factor", first.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await TestSite.Post(again, "/sign-in/second-factor", "code", ("Code", codes[0]))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/studies", TestStudy.Cancellation)).StatusCode);

        var third = site.Visitor();
        await TestSite.Post(third, "/sign-in", "sign-in", ("Email", account.Email!), ("Password", TestSite.Password));
        Assert.Equal(HttpStatusCode.OK, (await TestSite.Post(third, "/sign-in/second-factor", "code", ("Code", codes[0]))).StatusCode);
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_within_a_minute_and_keeps_ones_own()
    {
        await using var site = await TestSite.Create(new FakeTimeProvider(DateTimeOffset.UtcNow));
        var account = await site.Study.AddMember(Roles.Editor);
        var (own, other) = (await site.SignIn(account), await site.SignIn(account));
        const string New = "Une tout autre phrase";

        await TestSite.Post(own, "/account", "password", ("OldPassword", TestSite.Password), ("NewPassword", New), ("RepeatedPassword", New));
        site.Study.Wait(TimeSpan.FromSeconds(61));

        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/account", TestStudy.Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await other.GetAsync("/account", TestStudy.Cancellation)).StatusCode);
    }

    [Fact]
    public async Task How_one_signed_in_and_when_outlasts_the_check_of_each_minute()
    {
        await using var site = await TestSite.Create(new FakeTimeProvider(DateTimeOffset.UtcNow));
        var client = await site.SignIn(Roles.Researcher);

        site.Study.Wait(TimeSpan.FromMinutes(5));
        Assert.Contains("start-app", await TestSite.Read(client, "/account/second-factor"), StringComparison.Ordinal);
        site.Study.Wait(TimeSpan.FromMinutes(6));
        Assert.Contains("/account/confirm", await TestSite.Read(client, "/account/second-factor"), StringComparison.Ordinal);
        await TestSite.Post(client, "/account/confirm?back=/account/second-factor", "confirm", ("Password", TestSite.Password));
        Assert.Contains("start-app", await TestSite.Read(client, "/account/second-factor"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_session_cookie_is_for_this_host_alone_and_for_no_script()
    {
        await using var site = await TestSite.Create("Production");
        var account = await site.Study.AddMember(Roles.Editor);

        var answer = await TestSite.Post(site.Visitor(), "/sign-in", "sign-in", ("Email", account.Email!), ("Password", TestSite.Password));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("session", StringComparison.Ordinal));
        Assert.StartsWith("__Host-session=", cookie, StringComparison.Ordinal);
        Assert.All(["secure", "httponly", "path=/", "samesite=lax"], part => Assert.Contains(part, cookie, StringComparison.OrdinalIgnoreCase));
    }

    // The form with the code stands on the page that answers the first one.
    private static async Task<HttpResponseMessage> PostAfter(HttpClient client, string first, string second, params (string, string)[] values)
    {
        var page = await TestSite.Post(client, "/account/second-factor", first);
        return await TestSite.PostFrom(client, await TestSite.Read(page), "/account/second-factor", second, values);
    }
}
