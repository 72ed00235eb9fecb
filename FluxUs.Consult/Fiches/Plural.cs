using System.Globalization;
using FluxUs.Consult.Foundation.Ui;
using Microsoft.Extensions.Localization;

namespace FluxUs.Consult.Fiches;

/// <summary>Words that follow a number: each text has a twin ending in "One" for what its language counts as one.</summary>
internal static class Plural
{
    /// <summary>French says "0 remarque", Dutch and English the plural (Unicode CLDR, plural rules).</summary>
    public static bool IsOne(int count, CultureInfo culture) => count == 1 || (count == 0 && culture.TwoLetterISOLanguageName == "fr");

    /// <summary>"3 remarques", "1 remarque".</summary>
    public static string Count(this IStringLocalizer<FichesTexts> texts, string key, int count) =>
        texts[IsOne(count, CultureInfo.CurrentUICulture) ? key + "One" : key, Formatting.Number(count)];
}
