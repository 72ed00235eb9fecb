using System.Collections.Concurrent;

namespace FluxUs.Consult.Foundation.Documents.Hyphenation;

/// <summary>
/// Where words of one language may be parted, by the method of F. M. Liang ("Word Hy-phen-a-tion by Com-put-er", 1983):
/// patterns of letters give each place between two letters a number, the highest counts, and odd ones allow a hyphen.
/// It never changes after it is loaded, so that all threads share it.
/// </summary>
internal sealed class Hyphenator
{
    /// <summary>So many letters stay before a hyphen at least.</summary>
    public const int LeastBefore = 2;

    /// <summary>So many letters go to the next line at least.</summary>
    public const int LeastAfter = 3;

    // Longer ones are no words.
    private const int LongestWord = 60;

    private static readonly ConcurrentDictionary<string, Lazy<Hyphenator?>> Loaded = new(StringComparer.Ordinal);

    private readonly Node patterns = new();
    private readonly Dictionary<string, int[]> byHand = new(StringComparer.Ordinal);

    private Hyphenator(TextReader lines)
    {
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('=')) AddWord(line[1..]);
            else if (line.Length > 0) AddPattern(line);
        }
    }

    /// <summary>The hyphenator of a language by its BCP 47 tag, whatever its region; null where there is none.</summary>
    public static Hyphenator? For(string language)
    {
        var dash = language.IndexOf('-', StringComparison.Ordinal);
        var name = (dash < 0 ? language : language[..dash]).ToLowerInvariant();
        return name is "fr" or "nl" or "en" ? Loaded.GetOrAdd(name, key => new(() => Load(key))).Value : null;
    }

    /// <summary>
    /// The places within a word, as numbers of its letters before the hyphen, in ascending order. A word is letters
    /// only; what has a capital is a name and stays whole.
    /// </summary>
    public IReadOnlyList<int> PlacesIn(ReadOnlySpan<char> word)
    {
        if (word.Length < LeastBefore + LeastAfter || word.Length > LongestWord) return [];
        foreach (var sign in word)
            if (!char.IsLetter(sign) || char.IsUpper(sign)) return [];
        return byHand.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var places) ? places : ByPatterns(word);
    }

    private List<int> ByPatterns(ReadOnlySpan<char> word)
    {
        // Patterns see the word between two full stops; levels[n] stands before the n-th letter of that.
        Span<char> letters = stackalloc char[word.Length + 2];
        Span<byte> levels = stackalloc byte[letters.Length + 1];
        letters[0] = letters[^1] = '.';
        word.CopyTo(letters[1..]);
        levels.Clear();
        for (var start = 0; start < letters.Length; start++)
        {
            var node = patterns;
            for (var at = start; at < letters.Length && node.Next.TryGetValue(letters[at], out var next); at++)
            {
                node = next;
                for (var level = 0; level < node.Levels.Length; level++) levels[start + level] = Math.Max(levels[start + level], node.Levels[level]);
            }
        }
        var places = new List<int>();
        for (var place = LeastBefore; place <= word.Length - LeastAfter; place++)
            if (levels[place + 1] % 2 == 1) places.Add(place);
        return places;
    }

    /// <summary>A pattern such as <c>.ab4i</c>: a digit is the level of the place where it stands, all others are 0.</summary>
    private void AddPattern(string pattern)
    {
        var node = patterns;
        var levels = new byte[pattern.Count(sign => !char.IsAsciiDigit(sign)) + 1];
        var letter = 0;
        foreach (var sign in pattern)
        {
            if (char.IsAsciiDigit(sign))
            {
                levels[letter] = (byte)(sign - '0');
                continue;
            }
            letter++;
            if (!node.Next.TryGetValue(sign, out var next)) node.Next.Add(sign, next = new());
            node = next;
        }
        node.Levels = levels;
    }

    private void AddWord(string parted)
    {
        var parts = parted.Split('-');
        var places = new List<int>();
        var letters = 0;
        foreach (var part in parts.SkipLast(1)) places.Add(letters += part.Length);
        var length = letters + parts[^1].Length;
        byHand[string.Concat(parts)] = [.. places.Where(place => place >= LeastBefore && place <= length - LeastAfter)];
    }

    private static Hyphenator Load(string name)
    {
        using var stream = typeof(Hyphenator).Assembly.GetManifestResourceStream("hyphenation/" + name)
            ?? throw new InvalidOperationException($"The program lacks the hyphenation of {name}.");
        using var lines = new StreamReader(stream);
        return new Hyphenator(lines);
    }

    private sealed class Node
    {
        public Dictionary<char, Node> Next { get; } = [];

        public byte[] Levels { get; set; } = [];
    }
}
