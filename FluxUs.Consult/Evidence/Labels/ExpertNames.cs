namespace FluxUs.Consult.Evidence.Labels;

/// <summary>A name found where it may not stand.</summary>
/// <param name="Start">UTF-16 units in the text that was checked.</param>
public readonly record struct NameFound(int Start, int Length);

/// <summary>Finds the names of people in texts: the whole name in either order, and the surname alone.</summary>
public sealed class ExpertNames
{
    // Parts of surnames that say nothing alone.
    private static readonly HashSet<string> Particles = ["VAN", "VON", "DEN", "DER", "DES", "DEL", "TEN", "TER", "DU", "DE", "LA", "LE", "LES", "EL", "AL", "BEN", "DI", "DA", "DOS", "ZU"];

    private readonly ILookup<string, string[]> _sought;
    private readonly ILookup<string, string[]> _printed;

    /// <param name="sought">Names that may not appear, as they were typed.</param>
    /// <param name="printed">Whole names that may appear, and whose surname is therefore no find where it stands in them.</param>
    public ExpertNames(IEnumerable<string> sought, IEnumerable<string> printed)
    {
        _sought = sought.SelectMany(Patterns).ToLookup(pattern => pattern[0]);
        _printed = printed.Select(name => FoldedWords.Of(name).Select(word => word.Text).ToArray()).Where(words => words.Length > 1)
            .ToLookup(words => words[0]);
    }

    public IReadOnlyList<NameFound> In(string text)
    {
        if (_sought.Count == 0) return [];
        var words = FoldedWords.Of(text);
        var found = new List<NameFound>();
        for (var at = 0; at < words.Count;)
        {
            var printed = LongestAt(words, at, _printed);
            var sought = LongestAt(words, at, _sought);
            if (sought > printed) found.Add(new NameFound(words[at].Start, words[at + sought - 1].End - words[at].Start));
            at += Math.Max(1, Math.Max(printed, sought));
        }

        return found;
    }

    private static int LongestAt(List<FoldedWord> words, int at, ILookup<string, string[]> patterns)
    {
        var longest = 0;
        foreach (var pattern in patterns[words[at].Text])
        {
            if (pattern.Length <= longest || at + pattern.Length > words.Count) continue;
            var same = true;
            for (var index = 1; index < pattern.Length && same; index++) same = words[at + index].Text == pattern[index];
            if (same) longest = pattern.Length;
        }

        return longest;
    }

    // "Chloé Van den Berghe" gives the whole, "Van den Berghe", "Berghe", and the name turned round.
    private static IEnumerable<string[]> Patterns(string name)
    {
        var (given, surname) = Parts(name);
        if (given.Length + surname.Length == 0) yield break;
        if (surname.Length > 0)
        {
            yield return surname;
            // A name of two surnames: each of them, but for the particles between.
            foreach (var word in surname.Where(word => word.Length > 2 && !Particles.Contains(word))) yield return [word];
        }

        if (given.Length == 0) yield break;
        yield return [.. given, .. surname];
        if (surname.Length > 0) yield return [.. surname, .. given];
    }

    private static (string[] Given, string[] Surname) Parts(string name)
    {
        static string[] Words(string text) => [.. FoldedWords.Of(text).Select(word => word.Text)];
        // "Berghe, Chloé": what stands before the comma is the surname.
        if (name.Split(',', 2) is [var before, var after]) return (Words(after), Words(before));
        var parts = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0) return ([], []);
        if (parts.Length == 1) return ([], Words(name));
        // "BERGHE Chloé", "Chloé VAN DEN BERGHE": capitals mark the surname.
        var capitals = parts.Where(part => part.Length > 2 && part.Any(char.IsUpper) && !part.Any(char.IsLower)).ToList();
        if (capitals.Count > 0 && capitals.Count < parts.Length)
            return (Words(string.Join(' ', parts.Except(capitals))), Words(string.Join(' ', capitals)));
        return (Words(parts[0]), Words(string.Join(' ', parts.Skip(1))));
    }
}
