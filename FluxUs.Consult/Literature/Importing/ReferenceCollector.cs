using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>Gathers the references of one file with their notes, numbers them and watches over their keys.</summary>
internal sealed class ReferenceCollector(string fileName)
{
    /// <summary>More than databases export at once.</summary>
    public const int MostReferences = 30_000;

    private readonly List<ImportedReference> _references = [];
    private readonly Dictionary<string, int> _keys = new(StringComparer.OrdinalIgnoreCase);
    private int _number;

    public ImportNotes Notes { get; } = new(fileName);

    /// <summary>Notes for the entry that is about to be read.</summary>
    public ImportNotes Begin() => new(fileName);

    public ImportPlace Next(string? key = null) => ImportPlace.Entry(_number + 1, string.IsNullOrEmpty(key) ? null : key);

    public void Add(CslItem item, string? key, int line, ImportNotes notes)
    {
        if (++_number > MostReferences)
            throw new FileRefusedException(new ImportRefusal(fileName, ImportPlace.Line(line), FilesTexts.LiteratureTooMany, [FilesTexts.Number(MostReferences)]));
        key = string.IsNullOrWhiteSpace(key) ? null : key.Trim();
        if (key is not null && !_keys.TryAdd(key, line))
        {
            notes.Repaired(ImportPlace.Line(line), FilesTexts.EntryKeyRepeated, key, FilesTexts.Number(_keys[key]));
            key = null;
        }

        var list = notes.ToList();
        Notes.AddRange(list);
        _references.Add(new ImportedReference(_number, item, key, line, list));
    }

    /// <summary>An entry that came to nothing: its notes remain.</summary>
    public void Drop(ImportNotes notes)
    {
        _number++;
        Notes.AddRange(notes.ToList());
    }

    public FileReading<ImportedLiterature> Finish(FileKind kind) => _references.Count == 0 && Notes.ToList().Count == 0
        ? new ImportRefusal(fileName, FilesTexts.LiteratureEmpty)
        : new ImportedLiterature(kind, _references, Notes.ToList());
}
