using System.Globalization;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>Two references that are one: which known one, and why.</summary>
/// <param name="Known">Index of the earlier reference among those that the finder has seen.</param>
/// <param name="IsSure">False when year or author is missing on one side, so that a person should look.</param>
public sealed record Duplicate(int Known, bool IsSure, string Key, IReadOnlyList<string> Arguments)
{
    /// <summary>The reason in words.</summary>
    public string Why(CultureInfo culture) => FilesTexts.Say(culture, Key, [.. Arguments]);
}

/// <summary>
/// Finds references that are there already: by DOI, by PubMed identifier, then by title, year and first author, all
/// stripped of case, accents and punctuation. Two that both have a DOI are one only by it.
/// </summary>
public sealed class DuplicateFinder
{
    private readonly List<CslItem> _items = [];
    private readonly Dictionary<string, int> _byDoi = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _byPmid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byTitle = new(StringComparer.Ordinal);

    /// <summary>The number of references seen.</summary>
    public int Count => _items.Count;

    /// <summary>Tells whether a reference is one of those seen, then counts it among them, under the next index.</summary>
    public Duplicate? Add(CslItem item)
    {
        var duplicate = Find(item);
        var index = _items.Count;
        _items.Add(item);
        if (item.Doi is { Length: > 0 } doi)
            _byDoi.TryAdd(doi, index);
        if (item.Pmid is { Length: > 0 } pmid)
            _byPmid.TryAdd(pmid, index);
        if (TitleKey.Of(item.Title) is { Length: > 0 } title)
        {
            if (!_byTitle.TryGetValue(title, out var same))
                _byTitle[title] = same = [];
            // A title such as "Editorial" may come thousands of times.
            if (same.Count < 50)
                same.Add(index);
        }

        return duplicate;
    }

    public Duplicate? Find(CslItem item)
    {
        if (item.Doi is { Length: > 0 } doi && _byDoi.TryGetValue(doi, out var byDoi))
            return new Duplicate(byDoi, true, FilesTexts.DuplicateByDoi, [doi]);
        if (item.Pmid is { Length: > 0 } pmid && _byPmid.TryGetValue(pmid, out var byPmid))
            return new Duplicate(byPmid, true, FilesTexts.DuplicateByPmid, [pmid]);
        if (TitleKey.Of(item.Title) is not { Length: > 0 } title || !_byTitle.TryGetValue(title, out var candidates))
            return null;
        Duplicate? unsure = null;
        foreach (var index in candidates)
        {
            var known = _items[index];
            if (known.Doi is { Length: > 0 } && item.Doi is { Length: > 0 })
                continue;
            var sameYear = Same(known.Year, item.Year);
            var sameAuthor = Same(FirstAuthor(known), FirstAuthor(item));
            if (sameYear is false || sameAuthor is false)
                continue;
            if (sameYear is true && sameAuthor is true)
                return new Duplicate(index, true, FilesTexts.DuplicateByTitle, []);
            unsure ??= new Duplicate(index, false, FilesTexts.DuplicateByTitleOnly, []);
        }

        return unsure;
    }

    private static string? FirstAuthor(CslItem item) =>
        (item.Author ?? item.Editor) is { Count: > 0 } names && TitleKey.Of(names[0].Key) is { Length: > 0 } key ? key : null;

    /// <summary>Null when one side does not say.</summary>
    private static bool? Same<T>(T? one, T? other) => one is null || other is null ? null : one.Equals(other);
}
