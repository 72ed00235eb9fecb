using System.Globalization;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui;
using Microsoft.Extensions.Time.Testing;

namespace FluxUs.Consult.Tests.Foundation.Ui;

public sealed class FormattingTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr");
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(15_000, "15\u202F000")]
    [InlineData(-1_234_567, "\u22121\u202F234\u202F567")]
    public void A_number_has_narrow_no_break_spaces(long value, string written)
    {
        Assert.Equal(written, Formatting.Number(value, French));
        Assert.Equal(written, Formatting.Number(value, English));
    }

    [Fact]
    public void A_decimal_number_has_the_sign_of_its_language_and_no_zero_at_the_end()
    {
        Assert.Equal("1\u202F234,5", Formatting.Number(1234.50m, 2, French));
        Assert.Equal("0,25", Formatting.Number(0.25m, 2, Dutch));
        Assert.Equal("0.25", Formatting.Number(0.25m, 2, English));
    }

    [Theory]
    [InlineData("« Non ! » dit-il : 10 000 t", "fr", "«\u202FNon\u202F!\u202F» dit-il\u00A0: 10\u202F000\u202Ft")]
    [InlineData("two ; 5 kg", "en", "two ; 5\u202Fkg")]
    [InlineData("deux ; trois", null, "deux ; trois")]
    public void Words_have_the_spaces_of_their_language(string typed, string? language, string shown) => Assert.Equal(shown, Formatting.Words(typed, language));

    [Fact]
    public void A_name_is_shown_in_the_language_of_the_reader()
    {
        var name = new LocalText("Réemploi : bois", "Hergebruik: hout");

        Assert.Equal("Réemploi\u00A0: bois", Formatting.Words(name, French));
        Assert.Equal("Hergebruik: hout", Formatting.Words(name, Dutch));
    }

    [Theory]
    [InlineData(12, "12\u00A0octets")]
    [InlineData(96_400, "96\u00A0ko")]
    [InlineData(340_000, "0,3\u00A0Mo")]
    [InlineData(12_000_000, "12\u00A0Mo")]
    public void A_size_is_written_as_people_count_it(long bytes, string written) => Assert.Equal(written, Formatting.Size(bytes, French));

    [Fact]
    public void A_day_is_today_yesterday_a_weekday_or_a_date()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 23, 30, 0, TimeSpan.Zero));
        clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels"));

        // In Brussels it is already the 21st.
        Assert.Equal("hier", Formatting.Day(new DateTime(2026, 11, 20, 10, 0, 0, DateTimeKind.Utc), clock, French));
        Assert.Equal("aujourd’hui", Formatting.Day(new DateTime(2026, 11, 20, 23, 15, 0, DateTimeKind.Utc), clock, French));
        Assert.Equal("lundi", Formatting.Day(new DateOnly(2026, 11, 16), clock, French));
        Assert.Equal("maandag", Formatting.Day(new DateOnly(2026, 11, 16), clock, Dutch));
        Assert.Equal("12 juin 2026", Formatting.Day(new DateOnly(2026, 6, 12), clock, French));
        Assert.Equal("12 juni 2026", Formatting.Date(new DateOnly(2026, 6, 12), Dutch));
        Assert.Equal("00:15:00", Formatting.Time(new DateTime(2026, 11, 20, 23, 15, 0, DateTimeKind.Utc), clock, seconds: true));
    }

    [Fact]
    public void A_percentage_is_whole_and_spaced_as_its_language_does()
    {
        Assert.Equal("72\u202F%", Formatting.Percent(0.724, French));
        Assert.Equal("72%", Formatting.Percent(0.724, English));
    }

    [Fact]
    public void Where_a_culture_has_no_texts_the_French_ones_speak()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));

        Assert.Equal("hier", Formatting.Day(new DateOnly(2026, 11, 19), clock, CultureInfo.InvariantCulture));
        Assert.Equal("hier", Formatting.Day(new DateOnly(2026, 11, 19), clock, CultureInfo.GetCultureInfo("de")));
        Assert.Equal("yesterday", Formatting.Day(new DateOnly(2026, 11, 19), clock, CultureInfo.GetCultureInfo("en-GB")));
    }
}
