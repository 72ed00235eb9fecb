using System.Globalization;
using System.Resources;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Documents;

namespace FluxUs.Consult.Foundation.Ui;

/// <summary>
/// Figures, dates and sizes as the interface writes them. Every method takes the culture that it writes in; without one it is the
/// reader's (<see cref="CultureInfo.CurrentUICulture"/>). Moments are UTC and shown in the time zone of the clock.
/// </summary>
public static class Formatting
{
    private const string NarrowNoBreakSpace = "\u202F";
    private const string NoBreakSpace = "\u00A0";
    private static readonly ResourceManager Texts = new(typeof(UiTexts));

    /// <summary>A whole number, its thousands apart by a narrow no-break space: 15 000.</summary>
    public static string Number(long value, CultureInfo? culture = null) => value.ToString("N0", Figures(culture));

    /// <summary>A number with at most <paramref name="decimals"/> decimals, none that are zero at the end: 4,5.</summary>
    public static string Number(decimal value, int decimals, CultureInfo? culture = null) =>
        value.ToString(decimals == 0 ? "#,0" : "#,0." + new string('#', decimals), Figures(culture));

    /// <summary>A share from 0 to 1 as a whole percentage: 72 %.</summary>
    public static string Percent(double share, CultureInfo? culture = null) =>
        Number((long)Math.Round(share * 100, MidpointRounding.AwayFromZero), culture)
        + (Language(culture) == "en" ? "%" : NarrowNoBreakSpace + "%");

    /// <summary>The size of a file in bytes, in thousands as people count it: 96 ko, 0,3 Mo.</summary>
    public static string Size(long bytes, CultureInfo? culture = null)
    {
        string[] units = Language(culture) == "fr" ? ["octets", "ko", "Mo", "Go"] : ["bytes", "kB", "MB", "GB"];
        decimal value = bytes;
        var unit = 0;
        // From 100 kB on the next unit with one decimal is shorter and as clear: 0,3 Mo.
        while (unit < units.Length - 1 && value >= (unit == 0 ? 1000 : 100))
        {
            value /= 1000;
            unit++;
        }

        var decimals = unit >= 2 && value < 10 ? 1 : 0;
        return Number(Math.Round(value, decimals, MidpointRounding.AwayFromZero), decimals, culture) + NoBreakSpace + units[unit];
    }

    /// <summary>Words of people as a page shows them, with the spaces of French where they are French. They are as long as before; what is stored or handed on stays as it was typed.</summary>
    /// <param name="language">Of the words: fr, nl, en; null for unknown, which leaves all but figures alone.</param>
    public static string Words(string text, string? language) => PrintableText.AsLong(text, language ?? "");

    /// <summary>A name in the reader's language, as a page shows it.</summary>
    public static string Words(LocalText name, CultureInfo? culture = null) => Words(name.In(Language(culture)), Language(culture));

    /// <summary>A day in full: 12 juin 2026.</summary>
    public static string Date(DateOnly day, CultureInfo? culture = null) => day.ToString("d MMMM yyyy", Of(culture));

    /// <summary>The day of a moment, in full, in the clock's time zone.</summary>
    public static string Date(DateTime utc, TimeProvider clock, CultureInfo? culture = null) =>
        Date(DateOnly.FromDateTime(Local(utc, clock)), culture);

    /// <summary>A day as one speaks of it: today, yesterday, the weekday within the last six days, else the date in full.</summary>
    public static string Day(DateTime utc, TimeProvider clock, CultureInfo? culture = null)
    {
        var day = DateOnly.FromDateTime(Local(utc, clock));
        return Day(day, clock, culture);
    }

    /// <inheritdoc cref="Day(DateTime, TimeProvider, CultureInfo?)"/>
    public static string Day(DateOnly day, TimeProvider clock, CultureInfo? culture = null)
    {
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        return (today.DayNumber - day.DayNumber) switch
        {
            0 => Text("Today", culture),
            1 => Text("Yesterday", culture),
            -1 => Text("Tomorrow", culture),
            > 1 and < 7 => day.ToString("dddd", Of(culture)),
            _ => Date(day, culture),
        };
    }

    /// <summary>The hour of a moment: 14:32, or 14:32:08 when the second matters (saving).</summary>
    public static string Time(DateTime utc, TimeProvider clock, bool seconds = false) =>
        Local(utc, clock).ToString(seconds ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A day and its hour: 12 juin 2026, 14:32.</summary>
    public static string Moment(DateTime utc, TimeProvider clock, CultureInfo? culture = null) =>
        $"{Day(utc, clock, culture)}, {Time(utc, clock)}";

    /// <summary>A place in a recording: 00:12:04.</summary>
    public static string Position(TimeSpan at) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)at.TotalHours:00}:{at.Minutes:00}:{at.Seconds:00}");

    private static DateTime Local(DateTime utc, TimeProvider clock) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), clock.LocalTimeZone);

    private static CultureInfo Of(CultureInfo? culture) => culture ?? CultureInfo.CurrentUICulture;

    private static string Language(CultureInfo? culture) => Of(culture).TwoLetterISOLanguageName;

    private static string Text(string key, CultureInfo? culture) => Texts.GetString(key, Of(culture)) ?? key;

    private static NumberFormatInfo Figures(CultureInfo? culture)
    {
        var decimalSign = Language(culture) == "en" ? "." : ",";
        return new NumberFormatInfo
        {
            NumberGroupSeparator = NarrowNoBreakSpace,
            NumberGroupSizes = [3],
            NumberDecimalSeparator = decimalSign,
            NegativeSign = "\u2212",
        };
    }
}
