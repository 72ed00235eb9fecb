using System.Globalization;

namespace FluxUs.Consult.Foundation.Files;

/// <summary>
/// Collects the notes of one file. A damaged file can earn a note per line; after <see cref="Limit"/> they are only
/// counted, so that a report stays readable and memory bounded.
/// </summary>
public sealed class ImportNotes(string fileName)
{
    public const int Limit = 500;

    private readonly List<ImportNote> _notes = [];
    private int _unlisted;

    public string FileName => fileName;

    public void Add(ImportPlace? place, ImportEffect effect, string key, params string[] arguments)
    {
        if (_notes.Count < Limit)
            _notes.Add(new ImportNote(fileName, place, effect, key, [.. arguments.Select(Shorten)]));
        else
            _unlisted++;
    }

    public void Repaired(ImportPlace? place, string key, params string[] arguments) =>
        Add(place, ImportEffect.Repaired, key, arguments);

    public void Dropped(ImportPlace? place, string key, params string[] arguments) =>
        Add(place, ImportEffect.Dropped, key, arguments);

    public void Information(ImportPlace? place, string key, params string[] arguments) =>
        Add(place, ImportEffect.Information, key, arguments);

    public void AddRange(IEnumerable<ImportNote> notes)
    {
        foreach (var note in notes)
        {
            if (_notes.Count < Limit)
                _notes.Add(note);
            else
                _unlisted++;
        }
    }

    public IReadOnlyList<ImportNote> ToList() => _unlisted == 0
        ? [.. _notes]
        : [.. _notes, new ImportNote(fileName, null, ImportEffect.Information, FilesTexts.MoreNotes,
            [_unlisted.ToString(CultureInfo.InvariantCulture)])];

    /// <summary>Cuts what is quoted from a file to a length fit for a sentence, never inside a grapheme.</summary>
    public static string Shorten(string value)
    {
        const int most = 80;
        value = value.ReplaceLineEndings(" ");
        if (value.Length <= most)
            return value;
        var end = 0;
        while (StringInfo.GetNextTextElementLength(value, end) is var next && end + next < most)
            end += next;
        return string.Concat(value.AsSpan(0, end), "…");
    }
}
