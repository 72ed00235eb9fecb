using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

/// <summary>A stream of a file as it stands there, its content decompressed.</summary>
internal sealed record PdfPart(int Number, long Offset, string Dictionary, byte[] Content)
{
    /// <summary>The content, a sign for each byte.</summary>
    public string Text { get; } = Encoding.Latin1.GetString(Content);

    /// <summary>Whether it has no entries but its filter and its length, and is a page's content: neither glyphs nor texts of a font.</summary>
    public bool IsPlain => Dictionary.StartsWith("<</Filter/FlateDecode/Length ", StringComparison.Ordinal) && Text.Contains("EMC", StringComparison.Ordinal) && !Text.Contains("begincmap", StringComparison.Ordinal);

    public bool Holds(string entry) => Dictionary.Contains(entry, StringComparison.Ordinal);
}

/// <summary>Takes a file of ours into its streams, and makes a broken one of it with some words replaced wherever they stand.</summary>
internal static partial class PdfParts
{
    /// <summary>Bytes of an entry of the cross-reference stream.</summary>
    public const int EntryLength = 7;

    /// <summary>The streams in the order of the file; the last is the cross-reference stream.</summary>
    public static List<PdfPart> Of(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        var parts = new List<PdfPart>();
        for (var found = Head().Match(text); found.Success;)
        {
            var start = found.Index + found.Length;
            var length = int.Parse(found.Groups["length"].Value, CultureInfo.InvariantCulture);
            var raw = bytes[start..(start + length)];
            var dictionary = found.Groups["dictionary"].Value;
            parts.Add(new(int.Parse(found.Groups["number"].Value, CultureInfo.InvariantCulture), found.Index, dictionary, IsPacked(dictionary) ? Unpacked(raw) : raw));
            found = Head().Match(text, start + length);
        }
        return parts;
    }

    public static (byte Kind, long Where, int Place) Entry(byte[] table, int number)
    {
        var row = table.AsSpan(number * EntryLength, EntryLength);
        return (row[0], BinaryPrimitives.ReadUInt32BigEndian(row[1..]), BinaryPrimitives.ReadUInt16BigEndian(row[5..]));
    }

    /// <summary>The file with words replaced by others of the same length, whole again in all else: lengths, places, filters.</summary>
    public static byte[] Replace(byte[] bytes, string right, string wrong)
    {
        if (right.Length != wrong.Length) throw new ArgumentException("Objects would move.", nameof(wrong));
        var parts = Of(bytes);
        using var file = new MemoryStream();
        file.Write(bytes.AsSpan(0, (int)parts[0].Offset));
        var table = (byte[])parts[^1].Content.Clone();
        var replaced = false;
        foreach (var part in parts)
        {
            var text = part.Text.Replace(right, wrong, StringComparison.Ordinal);
            replaced |= text != part.Text;
            BinaryPrimitives.WriteUInt32BigEndian(table.AsSpan((part.Number * EntryLength) + 1), (uint)file.Position);
            var content = part == parts[^1] ? table : Encoding.Latin1.GetBytes(text);
            var raw = IsPacked(part.Dictionary) ? Packed(content) : content;
            if (part == parts[^1]) right = file.Position.ToString(CultureInfo.InvariantCulture);
            file.Write(Encoding.Latin1.GetBytes($"{part.Number} 0 obj\n{Length().Replace(part.Dictionary, $"/Length {raw.Length}>>")}\nstream\n"));
            file.Write(raw);
            file.Write("\nendstream\nendobj\n"u8);
        }
        file.Write(Encoding.Latin1.GetBytes($"startxref\n{right}\n%%EOF\n"));
        return replaced ? file.ToArray() : throw new ArgumentException("It stands nowhere.", nameof(right));
    }

    // Pictures have filters of their own and stay as they are.
    private static bool IsPacked(string dictionary) => dictionary.Contains("/Filter/FlateDecode/Length ", StringComparison.Ordinal);

    private static byte[] Unpacked(byte[] raw)
    {
        using var content = new MemoryStream();
        using (var zip = new ZLibStream(new MemoryStream(raw), CompressionMode.Decompress)) zip.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Packed(byte[] content)
    {
        using var raw = new MemoryStream();
        using (var zip = new ZLibStream(raw, CompressionLevel.Optimal)) zip.Write(content);
        return raw.ToArray();
    }

    [GeneratedRegex(@"(?<=\n)(?<number>\d+) 0 obj\n(?<dictionary><<[^\n]*?/Length (?<length>\d+)>>)\nstream\n")]
    private static partial Regex Head();

    [GeneratedRegex(@"/Length \d+>>$")]
    private static partial Regex Length();
}
