using System.Buffers.Binary;
using System.Runtime.InteropServices;
using HarfBuzzSharp;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Fonts;

/// <summary>
/// One TrueType font: its shapes and its measures, in units of the em. It never changes after it is loaded, so that all
/// threads share it.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "Typefaces live as long as the process.")]
internal sealed class Typeface
{
    private readonly Font font;

    public Typeface(string name, byte[] bytes, Typeface? fallback)
    {
        Name = name;
        Fallback = fallback;
        Face = new Face(BlobOf(bytes), 0) { UnitsPerEm = BinaryPrimitives.ReadUInt16BigEndian(Table(bytes, "head")[18..]) };
        Face.MakeImmutable();
        UnitsPerEm = Face.UnitsPerEm;
        font = new Font(Face);
        font.SetScale(UnitsPerEm, UnitsPerEm);
        font.SetFunctionsOpenType();

        // Offsets within the tables: OpenType 1.9, "head", "hhea", "OS/2" and "post".
        var head = Table(bytes, "head");
        Box = [Short(head, 36), Short(head, 38), Short(head, 40), Short(head, 42)];
        var lines = Table(bytes, "hhea");
        Ascent = Short(lines, 4);
        Descent = Short(lines, 6);
        CapHeight = Short(Table(bytes, "OS/2"), 88);
        ItalicAngle = Short(Table(bytes, "post"), 4);
        HyphenGlyph = font.TryGetNominalGlyph('\u2010', out var hyphen) || font.TryGetNominalGlyph('-', out hyphen) ? (ushort)hyphen : (ushort)0;
        BoxGlyph = font.TryGetNominalGlyph(MissingSign, out var glyph) ? (ushort)glyph : (ushort)0;
    }

    /// <summary>U+25A1, the empty box that stands for what no typeface has.</summary>
    public const int MissingSign = 0x25A1;

    /// <summary>PostScript name.</summary>
    public string Name { get; }

    public bool IsSerif => Name.StartsWith("SourceSerif", StringComparison.Ordinal);

    /// <summary>Whether its letters are those of strong words.</summary>
    public bool IsStrong => Name.Contains("-SemiBold", StringComparison.Ordinal);

    /// <summary>Where to look for a character that this typeface lacks.</summary>
    public Typeface? Fallback { get; }

    public Face Face { get; }

    public int UnitsPerEm { get; }

    /// <summary>Left, bottom, right and top of the box that holds every glyph.</summary>
    public int[] Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    public int CapHeight { get; }

    /// <summary>In degrees, negative where it leans to the right.</summary>
    public int ItalicAngle { get; }

    /// <summary>Glyph of <see cref="MissingSign"/>, 0 where there is none.</summary>
    public ushort BoxGlyph { get; }

    /// <summary>The hyphen that is set where a word is parted.</summary>
    public ushort HyphenGlyph { get; }

    public bool Has(int codePoint) => font.TryGetNominalGlyph((uint)codePoint, out _);

    /// <summary>The glyph of a character, 0 where the typeface lacks it.</summary>
    public ushort GlyphOf(int codePoint) => font.TryGetNominalGlyph((uint)codePoint, out var glyph) ? (ushort)glyph : (ushort)0;

    public int AdvanceOf(ushort glyph) => font.GetHorizontalGlyphAdvance(glyph);

    /// <summary>How wide a character is by itself, 0 where the typeface lacks it.</summary>
    public int AdvanceOf(System.Text.Rune character) => font.TryGetNominalGlyph((uint)character.Value, out var glyph) ? font.GetHorizontalGlyphAdvance(glyph) : 0;

    public void Shape(HarfBuzzSharp.Buffer buffer) => font.Shape(buffer);

    private static Blob BlobOf(byte[] bytes)
    {
        var memory = Marshal.AllocHGlobal(bytes.Length);
        Marshal.Copy(bytes, 0, memory, bytes.Length);
        var blob = new Blob(memory, bytes.Length, MemoryMode.ReadOnly);
        blob.MakeImmutable();
        return blob;
    }

    private static ReadOnlySpan<byte> Table(ReadOnlySpan<byte> bytes, string tag)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(bytes[4..]);
        for (var at = 12; at < 12 + (16 * count); at += 16)
        {
            if (!bytes.Slice(at, 4).SequenceEqual(System.Text.Encoding.ASCII.GetBytes(tag))) continue;
            var offset = BinaryPrimitives.ReadInt32BigEndian(bytes[(at + 8)..]);
            return bytes.Slice(offset, BinaryPrimitives.ReadInt32BigEndian(bytes[(at + 12)..]));
        }
        throw new InvalidDataException($"The typeface has no table {tag}.");
    }

    private static int Short(ReadOnlySpan<byte> table, int offset) => BinaryPrimitives.ReadInt16BigEndian(table[offset..]);
}
