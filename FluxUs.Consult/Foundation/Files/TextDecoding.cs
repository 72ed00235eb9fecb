using System.Text;

namespace FluxUs.Consult.Foundation.Files;

/// <summary>Text as it is stored: LF only, no Unicode normalisation, no control characters but tab and LF.</summary>
public sealed record DecodedText(string Text, string EncodingName, IReadOnlyList<ImportNote> Notes);

/// <summary>
/// Bytes to text. A byte-order mark decides (UTF-8, UTF-16, UTF-32); without one strict UTF-8, else UTF-8 with a few
/// foreign bytes, else Windows-1252, each with a note. What holds NUL or many control characters is no text.
/// </summary>
public static class TextDecoding
{
    /// <summary>A day of talk is under 1 MB, thirty thousand references about 16 MB; more is not meant as text.</summary>
    public const int LimitBytes = 16 * 1024 * 1024;

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static FileReading<DecodedText> Decode(ReadOnlySpan<byte> bytes, string fileName)
    {
        if (bytes.IsEmpty)
            return new ImportRefusal(fileName, FilesTexts.FileEmpty);
        if (bytes.Length > LimitBytes)
            return new ImportRefusal(fileName, FilesTexts.TextTooLarge, FilesTexts.Megabytes(bytes.Length), FilesTexts.Megabytes(LimitBytes));

        var notes = new ImportNotes(fileName);
        var (text, name) = ToText(bytes, notes);
        if (text.Contains('\0', StringComparison.Ordinal))
            return new ImportRefusal(fileName, FilesTexts.FileBinary);
        var normal = Normalise(text, out var removed);
        if (removed > 16 && removed > text.Length / 50)
            return new ImportRefusal(fileName, FilesTexts.FileBinary);
        if (removed > 0)
            notes.Repaired(null, FilesTexts.ControlCharactersRemoved, FilesTexts.Number(removed));
        if (string.IsNullOrWhiteSpace(normal))
            return new ImportRefusal(fileName, FilesTexts.FileEmpty);
        return new DecodedText(normal, name, notes.ToList());
    }

    /// <summary>Line ends to LF (a form feed counts as one), control characters out, lone surrogates to U+FFFD.</summary>
    public static string Normalise(string text, out int removed)
    {
        removed = 0;
        var clean = true;
        foreach (var character in text)
        {
            if (character is '\n' or '\t' || (character >= ' ' && character != '\u007F' && !char.IsSurrogate(character)))
                continue;
            clean = false;
            break;
        }

        if (clean)
            return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '\r')
            {
                if (i + 1 >= text.Length || text[i + 1] != '\n')
                    result.Append('\n');
            }
            else if (character is '\f' or '\v')
            {
                result.Append('\n');
            }
            else if (character is '\n' or '\t')
            {
                result.Append(character);
            }
            else if (character < ' ' || character == '\u007F')
            {
                // A lone Ctrl-Z at the end is how old systems closed a text; it is no loss to speak of.
                if (character != '\u001A' || i < text.Length - 1)
                    removed++;
            }
            else if (char.IsHighSurrogate(character) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                result.Append(character).Append(text[++i]);
            }
            else
            {
                result.Append(char.IsSurrogate(character) ? '\uFFFD' : character);
            }
        }

        return result.ToString();
    }

    private static (string Text, string Name) ToText(ReadOnlySpan<byte> bytes, ImportNotes notes)
    {
        if (bytes is [0xEF, 0xBB, 0xBF, ..])
            return Utf8(bytes[3..], notes);
        if (bytes is [0xFF, 0xFE, 0, 0, ..])
            return (new UTF32Encoding(false, false).GetString(bytes[4..]), "UTF-32LE");
        if (bytes is [0, 0, 0xFE, 0xFF, ..])
            return (new UTF32Encoding(true, false).GetString(bytes[4..]), "UTF-32BE");
        if (bytes is [0xFF, 0xFE, ..])
            return (Encoding.Unicode.GetString(bytes[2..]), "UTF-16LE");
        if (bytes is [0xFE, 0xFF, ..])
            return (Encoding.BigEndianUnicode.GetString(bytes[2..]), "UTF-16BE");
        return GuessUtf16(bytes) is { } utf16
            ? (utf16.GetString(bytes), utf16 == Encoding.Unicode ? "UTF-16LE" : "UTF-16BE")
            : Utf8(bytes, notes);
    }

    /// <summary>UTF-16 without a mark shows as a zero in every second byte, on one side only.</summary>
    private static Encoding? GuessUtf16(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
            return null;
        var sample = bytes[..Math.Min(bytes.Length, 4096)];
        int even = 0, odd = 0;
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] != 0)
                continue;
            if (i % 2 == 0)
                even++;
            else
                odd++;
        }

        var enough = sample.Length * 2 / 5;
        if (odd >= enough && even == 0)
            return Encoding.Unicode;
        return even >= enough && odd == 0 ? Encoding.BigEndianUnicode : null;
    }

    private static (string Text, string Name) Utf8(ReadOnlySpan<byte> bytes, ImportNotes notes)
    {
        int valid = 0, invalid = 0;
        for (var rest = bytes; !rest.IsEmpty;)
        {
            var ascii = rest.IndexOfAnyExceptInRange((byte)0, (byte)127);
            if (ascii < 0)
                break;
            rest = rest[ascii..];
            if (Rune.DecodeFromUtf8(rest, out _, out var used) == System.Buffers.OperationStatus.Done)
                valid++;
            else
                invalid++;
            rest = rest[used..];
        }

        if (invalid == 0)
            return (Encoding.UTF8.GetString(bytes), "UTF-8");
        if (valid < invalid * 4)
        {
            notes.Information(null, FilesTexts.ReadAsWindows1252);
            return (Windows1252.GetString(bytes), "windows-1252");
        }

        notes.Repaired(null, FilesTexts.ForeignBytes, FilesTexts.Number(invalid));
        var text = new StringBuilder(bytes.Length);
        for (var rest = bytes; !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf8(rest, out var rune, out var used) == System.Buffers.OperationStatus.Done)
                text.Append(rune.ToString());
            else
                text.Append(Windows1252.GetString(rest[..used]));
            rest = rest[used..];
        }

        return (text.ToString(), "UTF-8");
    }
}
