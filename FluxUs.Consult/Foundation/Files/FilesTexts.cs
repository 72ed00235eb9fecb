using System.Globalization;
using System.Resources;

namespace FluxUs.Consult.Foundation.Files;

/// <summary>What readers of files say, in French, Dutch and English, for pages and the command line alike.</summary>
public sealed partial class FilesTexts
{
    private static readonly ResourceManager Texts = new(typeof(FilesTexts).FullName!, typeof(FilesTexts).Assembly);
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr");

    private FilesTexts()
    {
    }

    /// <summary>The text of a key in a language; French when the language is not one of the three.</summary>
    public static string Say(CultureInfo culture, string key, params string[] arguments)
    {
        var language = culture.TwoLetterISOLanguageName is "fr" or "nl" or "en" ? culture : French;
        var text = Texts.GetString(key, language) ?? throw new MissingManifestResourceException(key);
        return string.Format(language, text, arguments);
    }

    internal static string Sentence(CultureInfo culture, string fileName, ImportPlace? place, string key, IReadOnlyList<string> arguments)
    {
        var what = Say(culture, key, [.. arguments]);
        return place is null
            ? Say(culture, SentenceAlone, fileName, what)
            : Say(culture, SentenceWithPlace, fileName, place.Describe(culture), what);
    }

    internal static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Bytes as whole megabytes, at least one.</summary>
    internal static string Megabytes(long bytes) => Number(Math.Max(1, (bytes + (1024 * 1024) - 1) / (1024 * 1024)));
}
