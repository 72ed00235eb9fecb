using System.Buffers.Binary;
using System.Text;
using FluxUs.Consult.Foundation.Documents.Pdf.Fonts;

namespace FluxUs.Consult.Foundation.Documents.Docx;

/// <summary>
/// A typeface as a text carries it along: the characters of the languages that are written in Latin letters, not only those of
/// the text, so that it can be edited. Word processors know a family in four forms, so our semibold is named its bold one
/// (OpenType 1.9, "name", "OS/2" and "head").
/// </summary>
internal static class EmbeddedTypeface
{
    private static readonly (int First, int Last)[] Characters =
    [
        (0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x2BC, 0x2BC), (0x2000, 0x203A), (0x2044, 0x2044), (0x2070, 0x2094), (0x20AC, 0x20AC),
        (0x2116, 0x2122), (0x2150, 0x215F), (0x2190, 0x2199), (0x2202, 0x2265), (0x25A0, 0x25FF), (0x2610, 0x2612), (0x2713, 0x2717), (0xFB01, 0xFB02),
    ];

    private const ushort BoldWeight = 700;

    public static byte[] Of(Typeface typeface, string family, bool strong, bool italic)
    {
        var glyphs = Characters.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1)).Where(typeface.Has).Select(typeface.GlyphOf).Append((ushort)0).ToHashSet();
        return Named(FontSubset.Of(typeface, glyphs).Bytes, family, strong, italic);
    }

    private static byte[] Named(byte[] bytes, string family, bool strong, bool italic)
    {
        var tables = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        for (var at = 0; at < BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(4)); at++)
        {
            var entry = bytes.AsSpan(12 + (16 * at), 16);
            tables[Encoding.ASCII.GetString(entry[..4])] = bytes.AsSpan(BinaryPrimitives.ReadInt32BigEndian(entry[8..]), BinaryPrimitives.ReadInt32BigEndian(entry[12..])).ToArray();
        }

        var form = (strong, italic) switch { (true, true) => "Bold Italic", (true, false) => "Bold", (false, true) => "Italic", _ => "Regular" };
        tables["name"] = Names(family, form);
        var weight = tables["OS/2"].AsSpan();
        if (strong) BinaryPrimitives.WriteUInt16BigEndian(weight[4..], BoldWeight);
        // fsSelection: italic, bold, regular.
        BinaryPrimitives.WriteUInt16BigEndian(weight[62..], (ushort)((BinaryPrimitives.ReadUInt16BigEndian(weight[62..]) & ~0x61) | (italic ? 0x01 : 0) | (strong ? 0x20 : 0) | (!italic && !strong ? 0x40 : 0)));
        BinaryPrimitives.WriteUInt16BigEndian(tables["head"].AsSpan(44), (ushort)((strong ? 1 : 0) | (italic ? 2 : 0)));
        return Assembled(tables);
    }

    /// <summary>The names by which Windows knows a typeface: family, form, the two together, and for PostScript.</summary>
    private static byte[] Names(string family, string form)
    {
        (ushort Id, string Text)[] names = [(1, family), (2, form), (4, $"{family} {form}"), (6, $"{family.Replace(" ", "", StringComparison.Ordinal)}-{form.Replace(" ", "", StringComparison.Ordinal)}")];
        var texts = new MemoryStream();
        var table = new byte[6 + (12 * names.Length)];
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(2), (ushort)names.Length);
        BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(4), (ushort)table.Length);
        for (var at = 0; at < names.Length; at++)
        {
            var text = Encoding.BigEndianUnicode.GetBytes(names[at].Text);
            // Windows, Unicode, English of the United States.
            ushort[] entry = [3, 1, 0x409, names[at].Id, (ushort)text.Length, (ushort)texts.Length];
            for (var field = 0; field < entry.Length; field++) BinaryPrimitives.WriteUInt16BigEndian(table.AsSpan(6 + (12 * at) + (2 * field)), entry[field]);
            texts.Write(text);
        }
        return [.. table, .. texts.ToArray()];
    }

    private static byte[] Assembled(SortedDictionary<string, byte[]> tables)
    {
        BinaryPrimitives.WriteUInt32BigEndian(tables["head"].AsSpan(8), 0);
        var start = 12 + (16 * tables.Count);
        var file = new byte[start + tables.Values.Sum(table => Padded(table.Length))];
        var power = (int)Math.Log2(tables.Count);
        BinaryPrimitives.WriteUInt32BigEndian(file, 0x00010000);
        ushort[] head = [(ushort)tables.Count, (ushort)(16 << power), (ushort)power, (ushort)((16 * tables.Count) - (16 << power))];
        for (var field = 0; field < head.Length; field++) BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(4 + (2 * field)), head[field]);
        var (entry, place, headPlace) = (12, start, 0);
        foreach (var (tag, table) in tables)
        {
            if (tag == "head") headPlace = place;
            table.CopyTo(file, place);
            Encoding.ASCII.GetBytes(tag, file.AsSpan(entry));
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(entry + 4), Sum(file.AsSpan(place, Padded(table.Length))));
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 8), place);
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(entry + 12), table.Length);
            (entry, place) = (entry + 16, place + Padded(table.Length));
        }
        // checkSumAdjustment: the whole file then sums up to this number.
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(headPlace + 8), unchecked(0xB1B0AFBA - Sum(file)));
        return file;
    }

    private static int Padded(int length) => (length + 3) & ~3;

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = 0u;
        for (var at = 0; at < bytes.Length; at += 4) sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]));
        return sum;
    }
}
