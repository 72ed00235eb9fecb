using System.Net;
using System.Text.RegularExpressions;
using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FluxUs.Consult.Tests.Support;

/// <summary>The whole application over HTTP, on the installation of a <see cref="TestStudy"/>: its real SQLite file, in a folder
/// that goes away with it. Fill <see cref="Study"/> before or between requests; both see the same database.</summary>
public sealed partial class TestSite : IAsyncDisposable
{
    public const string Password = TestStudy.Password;
    private readonly SiteFactory _factory;
    private bool _isListening;

    private TestSite(TestStudy study, SiteFactory factory) => (Study, _factory) = (study, factory);

    public TestStudy Study { get; }
    public IServiceProvider Services => _factory.Services;

    /// <summary>What the served application asks of the database; what goes through <see cref="Study"/> is not counted.</summary>
    public SqlCommands Commands => _factory.Commands;

    /// <summary>Of a real port, once <see cref="Listen"/> was called.</summary>
    public string Address => _factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <param name="environment">Development needs no second factor and serves over HTTP; Production wants HTTPS.</param>
    /// <param name="settings">Further configuration, such as <c>Accounts:AttemptsPerMinute</c>.</param>
    public static Task<TestSite> Create(string environment = "Development", params (string Key, string Value)[] settings) =>
        Create(TimeProvider.System, environment, settings);

    /// <param name="time">A clock that the test moves: <see cref="TestStudy.Wait"/>.</param>
    public static async Task<TestSite> Create(TimeProvider time, string environment = "Development", params (string Key, string Value)[] settings)
    {
        var study = await TestStudy.Create(time);
        return new TestSite(study, new SiteFactory(study.Root, time, environment, settings));
    }

    /// <summary>Serves on a free port of this machine, for a real browser: <c>await using var site = (await TestSite.Create()).Listen();</c></summary>
    public TestSite Listen()
    {
        _factory.UseKestrel(0);
        _factory.StartServer();
        _isListening = true;
        return this;
    }

    /// <summary>A browser without a session: keeps cookies, follows no redirect.</summary>
    public HttpClient Visitor(string language = "fr")
    {
        var client = _isListening ? OverThePort() : _factory.CreateClient(new WebApplicationFactoryClientOptions
        {
            AllowAutoRedirect = false,
            BaseAddress = new Uri(_factory.IsDevelopment ? "http://localhost" : "https://localhost"),
        });
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return client;
    }

    // The factory's own client would follow redirects there.
    private HttpClient OverThePort() => new(new HttpClientHandler { AllowAutoRedirect = false }, disposeHandler: true) { BaseAddress = new Uri(Address) };

    /// <summary>A browser that has signed in by the form of the sign-in page.</summary>
    public async Task<HttpClient> SignIn(Account account, string language = "fr")
    {
        var client = Visitor(language);
        var answer = await Post(client, "/sign-in", "sign-in", ("Email", account.Email!), ("Password", Password));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return client;
    }

    /// <summary>A new member of the study with these roles, signed in.</summary>
    public async Task<HttpClient> SignIn(Roles roles, string language = "fr") => await SignIn(await Study.AddMember(roles), language);

    /// <summary>Opens a page and sends one of its forms with these values beside the hidden ones, as a browser would.</summary>
    /// <param name="form">The name of the form, <c>@formname</c>, or the start of its action.</param>
    public static async Task<HttpResponseMessage> Post(HttpClient client, string path, string form, params (string Name, string Value)[] values)
    {
        var page = await client.GetAsync(path, TestStudy.Cancellation);
        var html = await page.Content.ReadAsStringAsync(TestStudy.Cancellation);
        Assert.True(page.IsSuccessStatusCode, $"{path} answered {(int)page.StatusCode}: {html}");
        return await PostFrom(client, html, path, form, values);
    }

    /// <summary>Opens a page and sends a file by one of its forms, as a browser would.</summary>
    /// <param name="form">The name of the form, <c>@formname</c>.</param>
    public static async Task<HttpResponseMessage> Upload(HttpClient client, string path, string form, string fileName, byte[] content)
    {
        var html = await client.GetStringAsync(path, TestStudy.Cancellation);
        var markup = Forms().Matches(html).Select(match => match.Value).First(found => found.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal));
        using var body = new MultipartFormDataContent();
        foreach (Match field in Hidden().Matches(markup)) body.Add(new StringContent(WebUtility.HtmlDecode(field.Groups["value"].Value)), WebUtility.HtmlDecode(field.Groups["name"].Value));
        body.Add(new ByteArrayContent(content), "File", fileName);
        return await client.PostAsync(path, body, TestStudy.Cancellation);
    }

    /// <summary>Sends one of the forms of a page that is open already.</summary>
    public static async Task<HttpResponseMessage> PostFrom(HttpClient client, string html, string path, string form, params (string Name, string Value)[] values)
    {
        var markup = Forms().Matches(html).Select(match => match.Value)
            .FirstOrDefault(found => found.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal) || found.Contains($"action=\"{form}", StringComparison.Ordinal));
        Assert.True(markup is not null, $"No form {form} at {path}: {html}");
        var hidden = Hidden().Matches(markup).Select(match => (WebUtility.HtmlDecode(match.Groups["name"].Value), WebUtility.HtmlDecode(match.Groups["value"].Value)));
        var action = Action().Match(markup) is { Success: true } given ? WebUtility.HtmlDecode(given.Groups["address"].Value) : path;
        var all = hidden.Where(field => values.All(value => value.Name != field.Item1)).Concat(values.Select(value => (value.Name, value.Value)));
        return await client.PostAsync(action, new FormUrlEncodedContent(all.Select(field => KeyValuePair.Create(field.Item1, field.Item2))), TestStudy.Cancellation);
    }

    /// <summary>The markup of an answer, its letters as people read them.</summary>
    public static async Task<string> Read(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestStudy.Cancellation));

    public static async Task<string> Read(HttpClient client, string path) => await Read(await client.GetAsync(path, TestStudy.Cancellation));

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        await Study.DisposeAsync();
    }

    [GeneratedRegex("<form[^>]*>.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Forms();

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]*)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();

    [GeneratedRegex("<form[^>]* action=\"(?<address>[^\"]*)\"")]
    private static partial Regex Action();

    private sealed class SiteFactory(string root, TimeProvider time, string environment, (string Key, string Value)[] settings) : WebApplicationFactory<Program>
    {
        public bool IsDevelopment => environment == "Development";
        public SqlCommands Commands { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(environment);
            builder.UseSetting("Storage:Root", root);
            builder.UseSetting("Accounts:AttemptsPerMinute", "10000");
            if (environment == "Production")
            {
                builder.UseSetting("Site:Address", "https://localhost");
                builder.UseSetting("AllowedHosts", "localhost");
            }

            foreach (var (key, value) in settings) builder.UseSetting(key, value);
            builder.ConfigureTestServices(services => services
                .AddSingleton(time)
                .ConfigureDbContext<SqliteConsultDbContext>(options => options.AddInterceptors(Commands))
                .Configure<PasswordHasherOptions>(options => options.IterationCount = TestStudy.HashIterations));
        }
    }
}
