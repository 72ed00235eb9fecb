using System.Globalization;
using System.Resources;

// Texts have no neutral language: where a culture has none of its own (a job, the command line), the French ones speak.
[assembly: NeutralResourcesLanguage(FluxUs.Consult.Foundation.Ui.Languages.Default, UltimateResourceFallbackLocation.Satellite)]

namespace FluxUs.Consult.Foundation.Ui;

/// <summary>The languages of the interface, French first, each with its own name for itself.</summary>
public static class Languages
{
    /// <summary>What a new visitor gets whose browser asks for none of the three.</summary>
    public const string Default = "fr";

    public static readonly IReadOnlyList<Language> All =
    [
        new("fr", "Français"),
        new("nl", "Nederlands"),
        new("en", "English"),
    ];

    /// <summary>The language of this request; French when its culture is none of the three.</summary>
    public static Language Current
    {
        get
        {
            var code = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
            return All.FirstOrDefault(language => language.Code == code) ?? All[0];
        }
    }

    public static bool IsKnown(string? code) => All.Any(language => language.Code == code);
}

/// <param name="Code">ISO 639-1, as in the <c>lang</c> attribute.</param>
/// <param name="Name">The language's name in itself.</param>
public sealed record Language(string Code, string Name);
