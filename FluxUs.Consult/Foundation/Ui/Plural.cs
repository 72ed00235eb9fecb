using System.Globalization;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Foundation.Ui;

/// <summary>Words that follow a number: each text has a twin ending in "One" for what its language counts as one.</summary>
public static class Plural
{
    /// <summary>French says "0 remarque", Dutch and English the plural (Unicode CLDR, plural rules).</summary>
    public static bool IsOne(long count, CultureInfo? culture = null) =>
        count == 1 || (count == 0 && (culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName == "fr");

    /// <summary>"3 remarques", "1 remarque". The number is the text's first argument, <paramref name="more"/> the others.</summary>
    public static string Count(this IStringLocalizer texts, string key, long count, params ReadOnlySpan<object> more) =>
        texts[IsOne(count) ? key + "One" : key, [Formatting.Number(count), .. more]];
}
