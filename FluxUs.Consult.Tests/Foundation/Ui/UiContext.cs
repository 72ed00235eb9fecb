using System.Globalization;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace FluxUs.Consult.Tests.Foundation.Ui;

/// <summary>Renders shared components with their texts in one language; the culture of the test goes back afterwards.</summary>
public sealed class UiContext : BunitContext
{
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;

    public UiContext(string language = "fr")
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Services.AddLocalization();
        Services.AddLogging();
        Clock.SetLocalTimeZone(TimeZoneInfo.Utc);
        Services.AddSingleton<TimeProvider>(Clock);
    }

    /// <summary>Stands at noon of 24 November 2026.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    protected override void Dispose(bool disposing)
    {
        CultureInfo.CurrentUICulture = before;
        base.Dispose(disposing);
    }
}
