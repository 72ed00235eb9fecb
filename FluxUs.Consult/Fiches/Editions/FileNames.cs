using System.Globalization;
using FluxUs.Consult.Evidence.Labels;
using FluxUs.Consult.Foundation.Data;

namespace FluxUs.Consult.Fiches.Editions;

/// <summary>How downloads name themselves: <c>P01-reemploi-fr-ed2.pdf</c>.</summary>
internal static class FileNames
{
    public static string Edition(string code, LocalText name, string language, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Stem(code, name, language)}-ed{number}.pdf");

    /// <param name="ending">With its dot.</param>
    public static string Draft(string code, LocalText name, string language, string ending) => $"{Stem(code, name, language)}-draft{ending}";

    private static string Stem(string code, LocalText name, string language)
    {
        // The first word that says something: "l’entretien" is no name, "reemploi" is.
        var first = FoldedWords.Of(name.In(language)).Select(word => word.Text).FirstOrDefault(word => word.Length > 2) ?? "";
        var plain = new string([.. first.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return plain.Length == 0 ? $"{code}-{language}" : $"{code}-{plain}-{language}";
    }
}
