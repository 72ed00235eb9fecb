using System.Text;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Interviews.Transcripts;

/// <summary>
/// Collects the blocks of a document while it is read forward: paragraphs may stand in cells, and in text boxes inside
/// other paragraphs. A table within a cell becomes lines of that cell.
/// </summary>
internal sealed class DocumentBlocks(string fileName)
{
    private readonly List<DocumentBlock> _blocks = [];
    private readonly Stack<StringBuilder> _paragraphs = new();
    private readonly Stack<List<IReadOnlyList<string>>> _tables = new();
    private readonly Stack<List<string>?> _rows = new();
    private readonly Stack<List<string>> _cells = new();
    private string _carried = "";
    private long _length;
    private int _paragraphsSeen;

    public IReadOnlyList<DocumentBlock> Blocks => _blocks;

    public void Append(string text)
    {
        _length += text.Length;
        if (_length > TextDecoding.LimitBytes)
            throw new FileRefusedException(new ImportRefusal(fileName, FilesTexts.TextTooLarge, FilesTexts.Megabytes(_length), FilesTexts.Megabytes(TextDecoding.LimitBytes)));
        if (_paragraphs.TryPeek(out var paragraph))
            paragraph.Append(text);
    }

    public bool IsInParagraph => _paragraphs.Count > 0;

    public bool IsParagraphEmpty => _paragraphs.TryPeek(out var paragraph) && paragraph.Length == 0;

    public void OpenParagraph() => _paragraphs.Push(new StringBuilder());

    /// <param name="continues">The mark at its end was deleted, so that the next paragraph goes on in it.</param>
    public void CloseParagraph(bool continues = false)
    {
        if (!_paragraphs.TryPop(out var paragraph))
            return;
        if (++_paragraphsSeen > TranscriptReader.MostLines)
            throw new FileRefusedException(TranscriptReader.TooLong(fileName));
        var text = _carried + TextDecoding.Normalise(paragraph.ToString(), out _).Trim();
        _carried = continues ? text + " " : "";
        if (continues)
            return;
        if (_cells.TryPeek(out var cell))
            cell.Add(text);
        else
            _blocks.Add(new DocumentParagraph(text));
    }

    public void OpenTable() => _tables.Push([]);

    public void OpenRow() => _rows.Push([]);

    public void OpenCell() => _cells.Push([]);

    public void CloseCell()
    {
        if (_cells.TryPop(out var cell) && _rows.TryPeek(out var row))
            row?.Add(string.Join('\n', cell).Trim('\n'));
    }

    /// <param name="isDeleted">A tracked deletion took the row away.</param>
    public void CloseRow(bool isDeleted = false)
    {
        if (_rows.TryPop(out var row) && _tables.TryPeek(out var table) && row is { Count: > 0 } && !isDeleted)
            table.Add(row);
    }

    public void CloseTable()
    {
        if (!_tables.TryPop(out var table) || table.Count == 0)
            return;
        if (_cells.TryPeek(out var outer))
            outer.AddRange(table.Select(row => string.Join(" | ", row)));
        else
            _blocks.Add(new DocumentTable(table));
    }
}
