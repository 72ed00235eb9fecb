using System.Net;
using System.Text.RegularExpressions;
using FluxUs.Consult.Foundation.Ui.Layout;
using FluxUs.Consult.Tests.Support;
using FluxUs.Consult.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FluxUs.Consult.Tests.Web;

public sealed partial class FailureTests
{
    [Theory]
    [InlineData("Development")]
    [InlineData("Production")]
    public async Task A_failure_is_a_page_with_a_reference_that_is_in_the_log_and_tells_nothing_else(string environment)
    {
        await using var study = await TestStudy.Create(TimeProvider.System);
        var log = new Kept();
        await using var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment(environment);
            builder.UseSetting("Storage:Root", study.Root);
            builder.UseSetting("Site:Address", "https://localhost");
            builder.UseSetting("AllowedHosts", "localhost");
            builder.ConfigureTestServices(services => services
                .AddSingleton<IShellContents>(new FailingContents())
                .AddSingleton<ILogger<FailureLog>>(log));
        });
        var visitor = factory.CreateClient(new WebApplicationFactoryClientOptions { BaseAddress = new Uri("https://localhost") });

        var answer = await visitor.GetAsync("/status/404", TestStudy.Cancellation);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestStudy.Cancellation));

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal([SecurityHeaders.ContentSecurityPolicy], answer.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("told to nobody", html, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", html, StringComparison.Ordinal);
        var reference = Reference().Match(html).Groups[1].Value;
        Assert.Equal(8, reference.Length);
        var line = Assert.Single(log.Lines);
        Assert.Contains(reference, line, StringComparison.Ordinal);
        Assert.Contains("told to nobody", line, StringComparison.Ordinal);
    }

    [GeneratedRegex("<code>(\\w+)</code>")]
    private static partial Regex Reference();

    private sealed class FailingContents : IShellContents
    {
        public Task Fill(Shell shell, HttpContext context, CancellationToken cancellation) => throw new InvalidOperationException("told to nobody");
    }

    private sealed class Kept : ILogger<FailureLog>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception) + exception);
    }
}
