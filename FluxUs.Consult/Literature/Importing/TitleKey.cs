using System.Globalization;
using System.Text;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>Words stripped to what makes them the same: small letters and digits without marks.</summary>
internal static class TitleKey
{
    /// <summary>Letters and digits only, without blanks.</summary>
    public static string Of(string? text) => string.Concat(Words(text));

    public static IEnumerable<string> Words(string? text)
    {
        if (string.IsNullOrEmpty(text))
            yield break;
        var word = new StringBuilder();
        foreach (var character in WithoutTags(text).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(character))
            {
                word.Append(Plain(char.ToLowerInvariant(character)));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
            yield return word.ToString();
    }

    /// <summary>Letters that no decomposition takes apart.</summary>
    private static string Plain(char letter) => letter switch
    {
        'ø' => "o",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        'ł' => "l",
        'đ' => "d",
        _ => letter.ToString(),
    };

    /// <summary>CSL titles may carry i, b, sub and sup; lone surrogates would stop the normalisation.</summary>
    private static string WithoutTags(string text)
    {
        foreach (var tag in new[] { "<i>", "</i>", "<b>", "</b>", "<sub>", "</sub>", "<sup>", "</sup>" })
            text = text.Replace(tag, "", StringComparison.OrdinalIgnoreCase);
        return Foundation.Files.TextDecoding.Normalise(text, out _);
    }
}
