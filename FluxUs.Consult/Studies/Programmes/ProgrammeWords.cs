using System.Globalization;
using System.Resources;
using FluxUs.Consult.Foundation.Ui;

namespace FluxUs.Consult.Studies;

/// <summary>How a programme reads; without a culture in the reader's language.</summary>
public static class ProgrammeWords
{
    private static readonly ResourceManager Texts = new(typeof(StudiesTexts));

    public static string Kind(ProgrammeKind kind, CultureInfo? culture = null) => Say(culture, $"ProgrammeKind.{kind}");

    /// <param name="euros">Null while unknown.</param>
    public static string Budget(decimal? euros, CultureInfo? culture = null) =>
        euros is { } known ? Formatting.Number(known, 0, culture) + "\u00A0€" : Say(culture, "BudgetUnknown");

    public static string Period(int? first, int? last, CultureInfo? culture = null) => (first, last) switch
    {
        (null, null) => Say(culture, "PeriodUnknown"),
        ({ } from, null) => Say(culture, "PeriodSince", from.ToString(CultureInfo.InvariantCulture)),
        (null, { } to) => Say(culture, "PeriodUntil", to.ToString(CultureInfo.InvariantCulture)),
        ({ } from, { } to) when from == to => from.ToString(CultureInfo.InvariantCulture),
        ({ } from, { } to) => string.Create(CultureInfo.InvariantCulture, $"{from}\u2013{to}"),
    };

    private static string Say(CultureInfo? culture, string key, params object[] arguments)
    {
        var wanted = culture ?? CultureInfo.CurrentUICulture;
        return string.Format(wanted, Texts.GetString(key, wanted) ?? key, arguments);
    }
}
