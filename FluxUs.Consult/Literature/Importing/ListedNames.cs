using System.Text.RegularExpressions;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>Names one to a line, as RIS and PubMed give them: "Liu, Roy", "Liu, Roy, Jr", "Liu R.", "European Commission".</summary>
internal static partial class ListedNames
{
    public static List<CslName>? Parse(IEnumerable<string> values)
    {
        var names = values.Select(Parse).OfType<CslName>().ToList();
        return names.Count > 0 ? names : null;
    }

    public static CslName? Parse(string text)
    {
        text = text.Trim().TrimEnd(';').Trim();
        if (text.Length == 0)
            return null;
        var parts = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // Many commas are a list of people in one line; which words belong together cannot be known.
        if (parts.Length is 0 or > 3)
            return new CslName { Literal = text };
        if (parts.Length > 1)
        {
            var (particle, family) = Particle(parts[0]);
            return new CslName
            {
                Family = family,
                NonDroppingParticle = particle,
                Given = parts[1],
                Suffix = parts.Length > 2 ? parts[2] : null,
            };
        }

        if (text.EndsWith(','))
            return new CslName { Literal = parts[0] };
        var initials = Initials().Match(text);
        if (initials.Success)
        {
            var (particle, family) = Particle(initials.Groups["family"].Value);
            return new CslName { Family = family, NonDroppingParticle = particle, Given = initials.Groups["given"].Value };
        }

        var isBody = text.Contains(' ', StringComparison.Ordinal) || (text.Length > 1 && text.All(char.IsUpper));
        return isBody ? new CslName { Literal = text } : new CslName { Family = text };
    }

    /// <summary>Small words in front of a family name.</summary>
    private static (string? Particle, string Family) Particle(string family)
    {
        var match = SmallWords().Match(family);
        return match.Success ? (match.Groups["small"].Value.TrimEnd(), match.Groups["rest"].Value) : (null, family);
    }

    [GeneratedRegex(@"^(?<family>\p{L}[\p{L}\p{M}'’ -]*?)\s+(?<given>(?:\p{Lu}\.?-?){1,4}(?:\s(?:Jr|Sr|II|III)\.?)?)$")]
    private static partial Regex Initials();

    [GeneratedRegex(@"^(?<small>(?:\p{Ll}[\p{Ll}'’]*\s+)+)(?<rest>\p{Lu}.*)$")]
    private static partial Regex SmallWords();
}
