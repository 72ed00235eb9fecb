using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Literature.Importing;

/// <summary>
/// Cuts a BibTeX file (as BibTeX 0.99d reads it, with biblatex's fields) into entries. What stands between entries is
/// comment. After a fault it goes on at the next entry; a value whose brace is never closed ends at its line.
/// </summary>
internal sealed partial class BibTexScanner
{
    private static readonly string[] MonthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    private static readonly SearchValues<char> KeyEnds = SearchValues.Create(",=}\n");

    private const int MostUnclosed = 10;
    private const int LongestMacro = 2_000;
    private const int LongestValue = 1_000_000;

    private readonly string _text;
    private readonly int[] _lineStarts;
    private readonly int[] _entryStarts;
    private readonly Dictionary<string, string> _macros = new(StringComparer.OrdinalIgnoreCase);
    private int _at;
    private int _limit;
    private int _unclosed;
    private long _expanded;

    public BibTexScanner(string text)
    {
        _text = text;
        var lines = new List<int> { 0 };
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
            lines.Add(i + 1);
        _lineStarts = [.. lines];
        var entries = new List<int>();
        foreach (var match in EntryAtLineStart().EnumerateMatches(text))
            entries.Add(match.Index);
        _entryStarts = [.. entries];
        for (var month = 0; month < 12; month++)
            _macros[MonthNames[month]] = (month + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The next entry that is a reference, or null at the end. Notes of an entry go to the given collector.</summary>
    public BibTexEntry? Next(ImportNotes notes)
    {
        while (_at < _text.Length)
        {
            var start = _text.IndexOf('@', _at);
            if (start < 0)
                return null;
            var head = EntryHead().Match(_text, start, Math.Min(_text.Length - start, 200));
            if (!head.Success)
            {
                _at = start + 1;
                continue;
            }

            var type = head.Groups["type"].Value.ToLowerInvariant();
            _at = start + head.Length;
            _limit = NextEntry(start);
            if (type is "comment" or "preamble")
                SkipGroup();
            else if (type == "string")
                ReadMacro(notes, start);
            else if (ReadEntry(type, start, notes) is { } entry)
                return entry;
        }

        return null;
    }

    private int LineAt(int offset)
    {
        var index = Array.BinarySearch(_lineStarts, offset);
        return (index >= 0 ? index : ~index - 1) + 1;
    }

    /// <summary>Where the entry after the one at an offset begins: no entry reaches further.</summary>
    private int NextEntry(int start)
    {
        var index = Array.BinarySearch(_entryStarts, start + 1);
        index = index >= 0 ? index : ~index;
        return index < _entryStarts.Length ? _entryStarts[index] : _text.Length;
    }

    private void SkipGroup()
    {
        var depth = 1;
        for (var i = _at; i < _limit; i++)
        {
            depth += _text[i] is '{' ? 1 : _text[i] is '}' ? -1 : 0;
            if (depth == 0)
            {
                _at = i + 1;
                return;
            }
        }

        // Not closed before the next entry: only the rest of the line is the comment.
        var end = _text.IndexOf('\n', _at);
        _at = end < 0 ? _text.Length : end;
    }

    private void ReadMacro(ImportNotes notes, int start)
    {
        SkipBlanks();
        var name = ReadWord();
        SkipBlanks();
        if (name.Length > 0 && Take('=') && ReadValue(notes) is { } value)
        {
            if (value.Length <= LongestMacro)
                _macros[name] = value;
            SkipBlanks();
            if (!Take('}'))
                Take(')');
            return;
        }

        notes.Dropped(ImportPlace.Line(LineAt(start)), FilesTexts.EntryUnreadable, _text[start..Math.Min(_text.Length, start + 60)]);
    }

    private BibTexEntry? ReadEntry(string type, int start, ImportNotes notes)
    {
        var line = LineAt(start);
        var key = ReadKey();
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var isFinished = false;
        _unclosed = 0;
        // Where what came before ended, when a comma is due behind it.
        var due = key is null ? -1 : _at;
        while (true)
        {
            SkipBlanks();
            while (Take(','))
            {
                due = -1;
                SkipBlanks();
            }

            if (_at >= _limit)
                break;
            if (Take('}') || Take(')'))
            {
                isFinished = true;
                break;
            }

            var (fieldStart, unclosed) = (_at, _unclosed);
            var name = ReadWord();
            SkipBlanks();
            if (name.Length > 0 && Take('=') && ReadValue(notes) is { } value)
            {
                if (value.Length > LongestValue)
                    notes.Dropped(ImportPlace.Line(LineAt(fieldStart)), FilesTexts.FieldUnreadable, name);
                else if (!fields.TryAdd(name.ToLowerInvariant(), value))
                    notes.Repaired(ImportPlace.Line(LineAt(fieldStart)), FilesTexts.FieldRepeated, name);
                if (due >= 0)
                    notes.Repaired(ImportPlace.Line(LineAt(BeforeBlanks(due))), FilesTexts.CommaMissing, name);
                due = _unclosed > unclosed ? -1 : _at;
                continue;
            }

            // What is no field: go on behind the line, or at its closing brace.
            var end = _text.IndexOf('\n', fieldStart);
            end = end < 0 || end > _limit ? _limit : end;
            var closing = _text.IndexOf('}', fieldStart, end - fieldStart);
            var faulty = _text[fieldStart..(closing >= 0 ? closing : end)].Trim();
            if (faulty.Length > 0)
                notes.Dropped(ImportPlace.Line(LineAt(fieldStart)), FilesTexts.FieldUnreadable, faulty);
            _at = closing >= 0 ? closing : end;
            due = -1;
        }

        if (fields.Count == 0)
        {
            notes.Dropped(ImportPlace.Line(line), isFinished ? FilesTexts.EntryEmpty : FilesTexts.EntryUnreadable, _text[start..Math.Min(_text.Length, start + 60)]);
            return new BibTexEntry(type, key, line, fields, isFinished);
        }

        if (!isFinished)
            notes.Repaired(ImportPlace.Line(line), FilesTexts.EntryUnfinished);
        return new BibTexEntry(type, key, line, fields, isFinished);
    }

    /// <summary>The key up to the comma; none when the first thing is a field already.</summary>
    private string? ReadKey()
    {
        var end = _text.AsSpan(_at, _limit - _at).IndexOfAny(KeyEnds);
        if (end < 0)
            return null;
        var stop = _at + end;
        if (_text[stop] == '=')
            return null;
        var key = _text[_at..stop].Trim();
        if (_text[stop] == '\n' && key.Length == 0)
        {
            // "@article{" and the key on the next line.
            _at = stop + 1;
            SkipBlanks();
            var next = _text.AsSpan(_at, _limit - _at).IndexOfAny(KeyEnds);
            return next > 0 && _text[_at + next] == ',' ? ReadKey() : null;
        }

        _at = stop;
        return key.Length > 0 ? key : null;
    }

    private string? ReadValue(ImportNotes notes)
    {
        var value = new StringBuilder();
        while (true)
        {
            SkipBlanks();
            if (_at >= _limit)
                return null;
            if (_text[_at] == '{')
                value.Append(ReadBraced());
            else if (_text[_at] == '"')
                value.Append(ReadQuoted());
            else
            {
                var at = _at;
                var word = ReadWord();
                if (word.Length == 0)
                    return null;
                // Abbreviations of abbreviations could double without end: all they add may be as much as the file.
                if (_macros.TryGetValue(word, out var text) && (_expanded += text.Length) <= _text.Length + LongestMacro)
                    value.Append(text);
                else
                {
                    value.Append(word);
                    if (!char.IsAsciiDigit(word[0]))
                        notes.Repaired(ImportPlace.Line(LineAt(at)), FilesTexts.MacroUnknown, word);
                }
            }

            SkipBlanks();
            if (!Take('#'))
                return value.ToString();
        }
    }

    private string ReadBraced()
    {
        var start = _at + 1;
        var end = Closing(start, escapesCount: true);
        if (end < 0)
            end = Closing(start, escapesCount: false);
        // A brace too few shows at the end of the entry, whose own brace this value has taken.
        if (end >= 0 && _text.IndexOf('}', end + 1, _limit - end - 1) < 0 && FieldAtLineStart().IsMatch(_text[start..end]))
            end = -1;
        return Cut(start, end);
    }

    private string ReadQuoted()
    {
        var start = _at + 1;
        var depth = 0;
        for (var i = start; i < _limit; i++)
        {
            if (_text[i] == '{')
                depth++;
            else if (_text[i] == '}')
                depth--;
            else if (_text[i] == '"' && depth == 0 && _text[i - 1] != '\\')
                return Cut(start, i);
            if (depth < 0)
                break;
        }

        return Cut(start, -1);
    }

    /// <summary>The brace that closes the group begun before the start. BibTeX counts escaped braces too; people forget that.</summary>
    private int Closing(int start, bool escapesCount)
    {
        var depth = 1;
        for (var i = start; i < _limit; i++)
        {
            if (_text[i] == '\\' && !escapesCount)
                i++;
            else if (_text[i] == '{')
                depth++;
            else if (_text[i] == '}' && --depth == 0)
                return i;
        }

        return -1;
    }

    private string Cut(int start, int end)
    {
        if (end >= 0)
        {
            _at = end + 1;
            return _text[start..end];
        }

        // Never closed: the value ends where the next field begins, else where the entry does. An entry with many such
        // values is given up, since each look for an end reads all that is left.
        var field = ++_unclosed <= MostUnclosed ? FieldAtLineStart().Match(_text, start, _limit - start) : Match.Empty;
        end = field.Success ? field.Index : _limit;
        _at = end;
        return _text[start..end].TrimEnd().TrimEnd(',', '}', '"').TrimEnd();
    }

    [GeneratedRegex(@"\G@[ \t]*(?<type>[A-Za-z]+)\s*[{(]")]
    private static partial Regex EntryHead();

    [GeneratedRegex(@"^[ \t]{0,3}@[ \t]*[A-Za-z]+[ \t]*[{(]", RegexOptions.Multiline)]
    private static partial Regex EntryAtLineStart();

    [GeneratedRegex(@"\n[ \t]*[A-Za-z][A-Za-z0-9_-]*[ \t]*=[ \t]*[{""0-9A-Za-z]")]
    private static partial Regex FieldAtLineStart();
}
