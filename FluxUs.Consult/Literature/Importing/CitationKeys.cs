using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>Gives citation keys such as dupont2020reemploi: first author, year, first telling word; a letter behind it when taken.</summary>
public sealed class CitationKeys
{
    private static readonly FrozenSet<string> Small = new[]
    {
        "a", "an", "the", "of", "on", "in", "for", "and", "to", "from", "with", "at", "by", "is", "are", "how", "what", "towards", "toward",
        "le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "et", "en", "sur", "pour", "dans", "vers", "aux", "au", "par", "quel", "quelle", "comment",
        "het", "een", "van", "voor", "op", "naar", "met", "uit", "bij", "hoe", "wat", "der", "die", "das", "und",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly HashSet<string> _taken;

    /// <param name="taken">Keys in use; case makes no difference, since a key stands in an address.</param>
    public CitationKeys(IEnumerable<string> taken) => _taken = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>The wished key when it can stand in an address and is free, else one made from the item; taken from now on.</summary>
    public string Next(CslItem item, string? wished = null)
    {
        var clean = Clean(wished);
        var stem = clean.Any(char.IsLetterOrDigit) && clean.Length <= 60 ? clean : Stem(item);
        if (_taken.Add(stem))
            return stem;
        for (var i = 0; ; i++)
        {
            var key = stem + (i < 26 ? ((char)('a' + i)).ToString() : "-" + (i - 24).ToString(CultureInfo.InvariantCulture));
            if (_taken.Add(key))
                return key;
        }
    }

    private static string Stem(CslItem item)
    {
        var author = (item.Author ?? item.Editor) is { Count: > 0 } names ? names[0].Key : null;
        var name = Ascii(string.Concat(TitleKey.Words(author).Take(2)));
        var word = Ascii(TitleKey.Words(item.Title).FirstOrDefault(candidate => candidate.Length > 2 && !Small.Contains(candidate)) ?? "");
        var year = item.Year?.ToString(CultureInfo.InvariantCulture) ?? "";
        var stem = name[..Math.Min(24, name.Length)] + year + word[..Math.Min(20, word.Length)];
        return stem.Length > 0 ? stem : "reference";
    }

    private static string Ascii(string text) => new([.. text.Where(char.IsAsciiLetterOrDigit)]);

    /// <summary>Letters lose their marks; what cannot stand in an address becomes a hyphen.</summary>
    private static string Clean(string? wished)
    {
        var clean = new StringBuilder();
        foreach (var character in (wished ?? "").Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(character) || character is '-' or '_')
                clean.Append(character);
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark && clean.Length > 0 && clean[^1] != '-')
                clean.Append('-');
        }

        return clean.ToString().Trim('-');
    }
}
