using System.Globalization;
using FluxUs.Consult.Foundation.Ui;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Studies;

/// <summary>How a programme's budget and period read, in the reader's language.</summary>
public static class ProgrammeWords
{
    /// <param name="euros">Null while unknown.</param>
    public static string Budget(decimal? euros, IStringLocalizer texts) => euros is { } known ? Formatting.Number(known, 0) + "\u00A0€" : texts["BudgetUnknown"];

    public static string Period(int? first, int? last, IStringLocalizer texts) => (first, last) switch
    {
        (null, null) => texts["PeriodUnknown"],
        ({ } from, null) => texts["PeriodSince", from.ToString(CultureInfo.InvariantCulture)],
        (null, { } to) => texts["PeriodUntil", to.ToString(CultureInfo.InvariantCulture)],
        ({ } from, { } to) when from == to => from.ToString(CultureInfo.InvariantCulture),
        ({ } from, { } to) => string.Create(CultureInfo.InvariantCulture, $"{from}\u2013{to}"),
    };
}
