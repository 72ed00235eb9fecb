using System.Collections.Concurrent;
using DocumentFormat.OpenXml.Packaging;
using FluxUs.Consult.Foundation.Documents.Pdf.Fonts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FluxUs.Consult.Foundation.Documents.Docx;

/// <summary>
/// The typefaces of a text, carried along in it (ECMA-376, part 1, 17.8.1), so that it looks like its PDF where they are not
/// installed and the words in its drawings keep their room.
/// </summary>
internal static class DocxTypefaces
{
    private static readonly ConcurrentDictionary<string, byte[][]> Files = new(StringComparer.Ordinal);

    public static void Add(MainDocumentPart main, PageStyle style)
    {
        var part = main.AddNewPart<FontTablePart>("fonts");
        part.Fonts = new W.Fonts(new[] { style.Prose, style.Labels }.Distinct().Select((family, at) => Font(part, family, at + 1)));
    }

    private static W.Font Font(FontTablePart part, string family, int number)
    {
        var serif = family.Contains("Serif", StringComparison.Ordinal);
        // What stands in for ours in a program that takes none from a text.
        var font = new W.Font(
            new W.AltName { Val = serif ? "Cambria" : "Calibri" }, new W.FontFamily { Val = serif ? W.FontFamilyValues.Roman : W.FontFamilyValues.Swiss }, new W.Pitch { Val = W.FontPitchValues.Variable })
        {
            Name = family,
        };
        var files = Files.GetOrAdd(family, FilesOf);
        font.Append(
            Embedded<W.EmbedRegularFont>(part, files[0], number, 1), Embedded<W.EmbedBoldFont>(part, files[1], number, 2),
            Embedded<W.EmbedItalicFont>(part, files[2], number, 3), Embedded<W.EmbedBoldItalicFont>(part, files[3], number, 4));
        return font;
    }

    private static byte[][] FilesOf(string name)
    {
        var family = TypefaceLibrary.Family(name);
        return
        [
            EmbeddedTypeface.Of(family.Regular, name, false, false), EmbeddedTypeface.Of(family.Strong, name, true, false),
            EmbeddedTypeface.Of(family.Italic, name, false, true), EmbeddedTypeface.Of(family.StrongItalic, name, true, true),
        ];
    }

    private static T Embedded<T>(FontTablePart fonts, byte[] file, int family, int form)
        where T : W.FontRelationshipType, new()
    {
        // A key of its own for each, the same each time.
        var key = new Guid(family, (short)form, 0x4C55, 0x98, 0x3A, 0x46, 0x6C, 0x75, 0x78, 0x55, 0x73);
        var id = FormattableString.Invariant($"font{family}-{form}");
        var part = fonts.AddFontPart(FontPartType.FontOdttf, id);
        using var content = part.GetStream(FileMode.Create);
        content.Write(Veiled(file, key));
        return new T { Id = id, FontKey = key.ToString("B").ToUpperInvariant() };
    }

    /// <summary>The first 32 bytes of a file crossed with the key, its digits read backwards (ECMA-376, part 4, 2.8.1).</summary>
    private static byte[] Veiled(byte[] file, Guid key)
    {
        var digits = Convert.FromHexString(key.ToString("N"));
        var veiled = (byte[])file.Clone();
        for (var at = 0; at < 32; at++) veiled[at] ^= digits[15 - (at % 16)];
        return veiled;
    }
}
