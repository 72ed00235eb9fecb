namespace FluxUs.Consult.Literature.Importing;

/// <summary>
/// Names as BibTeX understands them (BibTeX 0.98 manual, section 4): "First von Last", "von Last, First",
/// "von Last, Jr, First", joined by "and"; a name in braces is a body's. "and others" becomes the literal "others".
/// </summary>
internal static class BibTexNames
{
    public static List<CslName> Parse(string latex)
    {
        var names = new List<CslName>();
        foreach (var part in SplitWords(latex))
        {
            if (Parse(part) is { } name)
                names.Add(name);
        }

        return names;
    }

    /// <summary>Splits at " and " outside braces.</summary>
    private static List<List<string>> SplitWords(string latex)
    {
        var result = new List<List<string>>();
        var current = new List<string>();
        foreach (var word in Words(latex))
        {
            if (word.Equals("and", StringComparison.OrdinalIgnoreCase))
            {
                result.Add(current);
                current = [];
            }
            else
            {
                current.Add(word);
            }
        }

        result.Add(current);
        return result;
    }

    private static CslName? Parse(List<string> words)
    {
        // A comma outside braces is a word of its own.
        var parts = new List<List<string>> { new() };
        foreach (var word in words)
        {
            if (word == ",")
                parts.Add([]);
            else
                parts[^1].Add(word);
        }

        parts = [.. parts.Where(part => part.Count > 0)];
        if (parts.Count == 0)
            return null;
        if (parts.Count == 2 && parts[1] is ["Jr" or "Jr." or "Sr" or "Sr." or "II" or "III" or "IV"] && Parse(parts[0]) is { Family: not null } junior)
            return junior with { Suffix = parts[1][0] };
        if (parts.Count > 1)
        {
            var (von, last) = VonLast(parts[0]);
            var given = parts.Count > 2 ? parts[2..].SelectMany(part => part) : parts[1];
            return Person(von, last, given, parts.Count > 2 ? parts[1] : []);
        }

        words = parts[0];
        if (words.Count == 1)
        {
            var text = Text(words);
            if (text is null)
                return null;
            return words[0].StartsWith('{') || text == "others" ? new CslName { Literal = text } : new CslName { Family = text };
        }

        var firstVon = words.FindIndex(0, words.Count - 1, IsLower);
        if (firstVon < 0)
            return Person([], words[^1..], words[..^1], []);
        var (particles, family) = VonLast(words[firstVon..]);
        return Person(particles, family, words[..firstVon], []);
    }

    /// <summary>The particles run to the last small word before the end; the last word is always of the family name.</summary>
    private static (List<string> Von, List<string> Last) VonLast(List<string> words)
    {
        var last = words.Count < 2 ? -1 : words.FindLastIndex(words.Count - 2, IsLower);
        return last < 0 || !IsLower(words[0]) ? ([], words) : (words[..(last + 1)], words[(last + 1)..]);
    }

    private static CslName? Person(IEnumerable<string> von, IEnumerable<string> last, IEnumerable<string> given, IEnumerable<string> suffix)
    {
        var name = new CslName { NonDroppingParticle = Text(von), Family = Text(last), Given = Text(given), Suffix = Text(suffix) };
        return name.Key.Length > 0 ? name : null;
    }

    private static string? Text(IEnumerable<string> words) =>
        LatexText.ToUnicode(string.Join(' ', words)).Trim() is { Length: > 0 } text ? text.Replace('\u00A0', ' ') : null;

    /// <summary>Whether a word is a particle: its first letter outside braces is small; a command counts by its letter.</summary>
    private static bool IsLower(string word)
    {
        if (word.StartsWith('{') && !word.StartsWith("{\\", StringComparison.Ordinal))
            return false;
        var text = LatexText.ToUnicode(word);
        var letter = text.FirstOrDefault(char.IsLetter);
        return char.IsLower(letter);
    }

    /// <summary>Words outside braces, commas on their own; a tie counts as a blank.</summary>
    private static IEnumerable<string> Words(string latex)
    {
        var depth = 0;
        var start = -1;
        for (var i = 0; i < latex.Length; i++)
        {
            var character = latex[i];
            depth += character == '{' ? 1 : character == '}' ? -1 : 0;
            depth = Math.Max(0, depth);
            var isEscaped = i > 0 && latex[i - 1] == '\\';
            var isBreak = depth == 0 && !isEscaped && (char.IsWhiteSpace(character) || character is ',' or '~');
            if (!isBreak)
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0)
                yield return latex[start..i];
            start = -1;
            if (character == ',')
                yield return ",";
        }

        if (start >= 0)
            yield return latex[start..];
    }
}
