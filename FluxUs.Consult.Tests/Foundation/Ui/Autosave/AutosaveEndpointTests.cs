using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using FluxUs.Consult.Foundation.Ui.Autosave;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FluxUs.Consult.Tests.Foundation.Ui.Autosave;

public sealed class AutosaveEndpointTests : IAsyncLifetime
{
    private static readonly DateTime Then = new(2026, 11, 24, 14, 32, 8, DateTimeKind.Utc);
    private readonly Notes notes = new();
    private readonly WebApplication site;

    public AutosaveEndpointTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddUi();
        builder.Services.AddSingleton(new KeyRing(RandomNumberGenerator.GetBytes(32)));
        builder.Services.AddSingleton<IAutosaveTarget>(notes);
        builder.Services.AddAuthorization();
        builder.Services.AddAuthentication("test").AddScheme<AuthenticationSchemeOptions, HeaderSignIn>("test", null);
        site = builder.Build();
        site.UseAuthentication();
        site.UseAuthorization();
        site.UseAntiforgery();
        site.MapUi();
    }

    [Fact]
    public async Task What_is_typed_is_kept_and_the_answer_says_when()
    {
        var browser = await Browser.Open(site, "camille");

        var answer = await browser.Put("test/1", Guid.NewGuid(), 0, "place : trois déménagements\r\n");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var said = await Json(answer);
        Assert.Equal(1, said.GetProperty("revision").GetInt32());
        Assert.Equal("2026-11-24T14:32:08Z", said.GetProperty("savedAt").GetString());
        Assert.Equal("place : trois déménagements\n", notes.Text.Text);
    }

    [Fact]
    public async Task The_same_operation_sent_twice_is_one_change()
    {
        var browser = await Browser.Open(site, "camille");
        var operation = Guid.NewGuid();

        await browser.Put("test/1", operation, 0, "un");
        var again = await Json(await browser.Put("test/1", operation, 0, "un"));

        Assert.Equal(1, again.GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task The_second_of_two_people_gets_the_text_of_the_first()
    {
        var one = await Browser.Open(site, "camille");
        var other = await Browser.Open(site, "lotte");

        await one.Put("test/1", Guid.NewGuid(), 0, "un");
        var answer = await other.Put("test/1", Guid.NewGuid(), 0, "deux");

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var said = await Json(answer);
        Assert.Equal("un", said.GetProperty("text").GetString());
        Assert.Equal("Camille", said.GetProperty("by").GetString());
        Assert.Equal(1, said.GetProperty("revision").GetInt32());
    }

    [Fact]
    public async Task The_text_that_stands_can_be_asked_for()
    {
        var browser = await Browser.Open(site, "camille");
        await browser.Put("test/1", Guid.NewGuid(), 0, "un");

        var said = await browser.Client.GetFromJsonAsync<JsonElement>("/autosave/test/1", TestContext.Current.CancellationToken);

        Assert.Equal("un", said.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("test/hidden", HttpStatusCode.NotFound)]
    [InlineData("test/read-only", HttpStatusCode.Forbidden)]
    [InlineData("test/deep", HttpStatusCode.UnprocessableEntity)]
    [InlineData("unknown/1", HttpStatusCode.NotFound)]
    public async Task What_may_not_be_written_is_answered_so(string address, HttpStatusCode status)
    {
        var browser = await Browser.Open(site, "camille");

        Assert.Equal(status, (await browser.Put(address, Guid.NewGuid(), 0, "un")).StatusCode);
    }

    [Fact]
    public async Task Nobody_writes_or_gets_a_key_without_signing_in()
    {
        var browser = await Browser.Open(site, "camille");
        browser.Client.DefaultRequestHeaders.Remove("Person");

        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Put("test/1", Guid.NewGuid(), 0, "un")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await browser.Client.GetAsync("/autosave/key", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_write_without_the_token_of_the_session_changes_nothing()
    {
        var browser = await Browser.Open(site, "camille");
        browser.Client.DefaultRequestHeaders.Remove(browser.Header);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Put("test/1", Guid.NewGuid(), 0, "un")).StatusCode);
        Assert.Equal(0, notes.Text.Revision);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"operation\":\"00000000-0000-0000-0000-000000000000\",\"revision\":0,\"text\":\"a\"}")]
    [InlineData("{\"operation\":\"0198b0a4-7e3c-7000-8000-000000000001\",\"revision\":0}")]
    public async Task What_cannot_be_read_is_refused(string body)
    {
        var browser = await Browser.Open(site, "camille");

        var answer = await browser.Client.PutAsync("/autosave/test/1", new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_text_over_a_million_characters_is_refused_and_one_of_a_million_is_kept()
    {
        var browser = await Browser.Open(site, "camille");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await browser.Put("test/1", Guid.NewGuid(), 0, new string('é', AutosaveEndpoints.MaxLength + 1))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.Put("test/1", Guid.NewGuid(), 0, new string('é', AutosaveEndpoints.MaxLength))).StatusCode);
    }

    [Fact]
    public async Task Each_account_has_one_key_and_a_new_stamp_brings_a_new_one()
    {
        var camille = (await Browser.Open(site, "camille")).Key;
        var again = (await Browser.Open(site, "camille")).Key;
        var lotte = (await Browser.Open(site, "lotte")).Key;
        var changed = (await Browser.Open(site, "camille", "new-stamp")).Key;

        Assert.Equal(32, Convert.FromBase64String(camille).Length);
        Assert.Equal(camille, again);
        Assert.NotEqual(camille, lotte);
        Assert.NotEqual(camille, changed);
    }

    public async ValueTask InitializeAsync() => await site.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => site.DisposeAsync();

    private static Task<JsonElement> Json(HttpResponseMessage answer) => answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

    /// <summary>One text as a room would keep it, and three that behave otherwise.</summary>
    private sealed class Notes : IAutosaveTarget
    {
        public AutosavedText Text { get; } = new();

        public string Kind => "test";

        public Task<AutosaveAnswer> Load(string id, ClaimsPrincipal person, CancellationToken cancellation) =>
            Task.FromResult<AutosaveAnswer>(new AutosaveAnswer.Standing(Text.Revision, Text.Text, Text.SavedAt));

        public Task<AutosaveAnswer> Save(string id, AutosaveText text, ClaimsPrincipal person, CancellationToken cancellation) =>
            Task.FromResult<AutosaveAnswer>(id switch
            {
                "hidden" => new AutosaveAnswer.NotFound(),
                "read-only" => new AutosaveAnswer.Forbidden(),
                "deep" => new AutosaveAnswer.Refused("Ligne 3 : trop de niveaux de citation."),
                _ => Text.Save(text.Operation, text.Revision, text.Text, Guid.Empty, Then) == AutosaveResult.Conflict
                    ? new AutosaveAnswer.Changed(Text.Revision, Text.Text, Then, "Camille")
                    : new AutosaveAnswer.Saved(Text.Revision, Then),
            });
    }

    /// <summary>What the module does in a browser: gets the key and the token once, then writes.</summary>
    private sealed record Browser(HttpClient Client, string Key, string Header)
    {
        public static async Task<Browser> Open(WebApplication site, string person, string stamp = "stamp")
        {
            var client = site.GetTestClient();
            client.DefaultRequestHeaders.Add("Person", $"{person} {stamp}");
            var answer = await client.GetAsync("/autosave/key", TestContext.Current.CancellationToken);
            var said = await Json(answer);
            client.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
            client.DefaultRequestHeaders.Add(said.GetProperty("header").GetString()!, said.GetProperty("token").GetString());
            return new(client, said.GetProperty("key").GetString()!, said.GetProperty("header").GetString()!);
        }

        public Task<HttpResponseMessage> Put(string address, Guid operation, int revision, string text) =>
            Client.PutAsJsonAsync("/autosave/" + address, new AutosaveText(operation, revision, text), TestContext.Current.CancellationToken);
    }

    /// <summary>Signs in whoever the header names, with the security stamp that it gives.</summary>
    private sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            if (Request.Headers["Person"].ToString().Split(' ') is not [{ Length: > 0 } person, var stamp])
            {
                return Task.FromResult(AuthenticateResult.NoResult());
            }

            var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person), new("AspNet.Identity.SecurityStamp", stamp)], "test");
            return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), "test")));
        }
    }
}
