using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FluxUs.Consult.Foundation.Documents.Pdf.Fonts;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Objects;

/// <summary>
/// What one document uses of a typeface. A character code stands for a glyph and the text it shows there, so that what
/// is read back is what was written, whatever glyphs share a shape; a character that no typeface has gets a code of its
/// own for the empty box. Written at the end as a composite font (ISO 32000-1, 9.7).
/// </summary>
internal sealed class FontUse(Typeface typeface, int number, string resource)
{
    // Codes are two bytes; what comes after the last prints without a text of its own.
    private const int MaxCodes = 65_000;
    private const string Unknown = "\ufffd";

    private readonly Dictionary<(ushort Glyph, string Text), ushort> codes = [];
    private readonly List<(ushort Glyph, string Text)> used = [];
    private readonly Dictionary<(ushort Glyph, char Text), ushort> single = [];

    public Typeface Typeface => typeface;

    public int Number => number;

    /// <summary>Its name in the resources of a page.</summary>
    public string Resource => resource;

    public ushort CodeOf(Glyph glyph, string text)
    {
        if (glyph.Length != 1) return CodeOf(glyph.Id, glyph.Length == 0 ? "\u200b" : text.Substring(glyph.Start, glyph.Length));
        var key = (glyph.Id, text[glyph.Start]);
        if (single.TryGetValue(key, out var code)) return code;
        return single[key] = CodeOf(glyph.Id, text.Substring(glyph.Start, 1));
    }

    public int WidthOf(Glyph glyph) => typeface.AdvanceOf(glyph.Id);

    private ushort CodeOf(ushort glyph, string text)
    {
        if (used.Count >= MaxCodes || IsPrivate(text)) text = Unknown;
        if (codes.TryGetValue((glyph, text), out var code)) return code;
        used.Add((glyph, text));
        return codes[(glyph, text)] = (ushort)used.Count;
    }

    /// <summary>Characters of private use mean nothing to a reader, and PDF/A-3a (6.2.11.7.3) wants a text for each.</summary>
    private static bool IsPrivate(string text) => text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.PrivateUse);

    public void Write(PdfFile file)
    {
        var glyphs = used.Select(use => use.Glyph).Distinct().Order().ToList();
        var subset = FontSubset.Of(typeface, glyphs);
        var name = Prefix(glyphs) + "+" + typeface.Name;
        var program = file.WriteStream(string.Create(CultureInfo.InvariantCulture, $"/Length1 {subset.Bytes.Length}"), subset.Bytes);
        var descriptor = file.Write(Descriptor(name, program));
        var map = file.WriteStream("", GlyphMap(subset));
        var font = file.Write(
            $"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            + $"/FontDescriptor {PdfText.Reference(descriptor)}/CIDToGIDMap {PdfText.Reference(map)}/DW 0/W[1[{string.Join(' ', used.Select(use => Thousandths(typeface.AdvanceOf(use.Glyph))))}]]>>");
        var text = file.WriteStream("", Encoding.ASCII.GetBytes(TextMap()));
        file.Write(number, $"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{PdfText.Reference(font)}]/ToUnicode {PdfText.Reference(text)}>>");
    }

    private string Descriptor(string name, int program)
    {
        // Flags (9.8.2): 4 symbolic, as codes are our own; 64 italic.
        var flags = typeface.ItalicAngle == 0 ? 4 : 68;
        var box = string.Join(' ', typeface.Box.Select(Thousandths));
        return string.Create(CultureInfo.InvariantCulture,
            $"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{box}]/ItalicAngle {typeface.ItalicAngle}/Ascent {Thousandths(typeface.Ascent)}/Descent {Thousandths(typeface.Descent)}/CapHeight {Thousandths(typeface.CapHeight)}/StemV 80/FontFile2 {program} 0 R>>");
    }

    private string Thousandths(int units) => PdfText.Number(units * 1000.0 / typeface.UnitsPerEm);

    private byte[] GlyphMap(FontSubset subset)
    {
        var map = new byte[(used.Count + 1) * 2];
        for (var at = 0; at < used.Count; at++)
            System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(map.AsSpan((at + 1) * 2), subset[used[at].Glyph]);
        return map;
    }

    /// <summary>Six letters that tell this subset from others of the same typeface.</summary>
    private static string Prefix(List<ushort> glyphs)
    {
        var hash = SHA256.HashData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(glyphs)));
        return string.Concat(hash.Take(6).Select(value => (char)('A' + (value % 26))));
    }

    /// <summary>Codes to text (9.10.3), a hundred in a block.</summary>
    private string TextMap()
    {
        var map = new StringBuilder("/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def/CMapName/Adobe-Identity-UCS def/CMapType 2 def\n1 begincodespacerange<0000><FFFF>endcodespacerange\n");
        for (var first = 0; first < used.Count; first += 100)
        {
            var count = Math.Min(100, used.Count - first);
            map.Append(CultureInfo.InvariantCulture, $"{count} beginbfchar\n");
            for (var at = first; at < first + count; at++)
                map.Append(CultureInfo.InvariantCulture, $"<{at + 1:X4}><{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(used[at].Text))}>\n");
            map.Append("endbfchar\n");
        }
        return map.Append("endcmap CMapName currentdict/CMap defineresource pop end end").ToString();
    }
}
