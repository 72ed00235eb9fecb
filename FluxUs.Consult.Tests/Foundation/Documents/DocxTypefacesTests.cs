using System.Buffers.Binary;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using FluxUs.Consult.Foundation.Documents;
using FluxUs.Consult.Foundation.Documents.Docx;
using FluxUs.Consult.Foundation.Documents.Pdf.Fonts;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace FluxUs.Consult.Tests.Foundation.Documents;

public class DocxTypefacesTests
{
    [Fact]
    public void A_text_carries_its_typefaces_in_four_forms()
    {
        using var memory = new MemoryStream();
        FicheDocx.Write(SampleFiche.Whole, PageStyle.A4, memory);
        using var file = WordprocessingDocument.Open(memory, false);
        var part = file.MainDocumentPart!.FontTablePart!;

        Assert.NotNull(file.MainDocumentPart.DocumentSettingsPart!.Settings!.GetFirstChild<W.EmbedTrueTypeFonts>());
        Assert.Equal(["Source Serif 4", "Source Sans 3"], part.Fonts!.Elements<W.Font>().Select(font => font.Name!.Value));
        foreach (var font in part.Fonts.Elements<W.Font>())
        {
            string[] forms = ["Regular", "Bold", "Italic", "Bold Italic"];
            var files = font.Elements<W.FontRelationshipType>().Select(form => Unveiled(part, form)).ToList();
            Assert.Equal(forms.Length, files.Count);
            for (var at = 0; at < forms.Length; at++)
            {
                var typeface = new Typeface("", files[at], null);
                Assert.All("aéœŴ€’\u202f", letter => Assert.True(typeface.Has(letter)));
                Assert.True(files[at].AsSpan().IndexOf(Encoding.BigEndianUnicode.GetBytes($"{font.Name} {forms[at]}")) > 0);
            }
        }
    }

    /// <summary>OpenType 1.9, "Calculating checksums": with its adjustment a whole file sums up to 0xB1B0AFBA.</summary>
    [Fact]
    public void A_typeface_that_comes_along_is_a_sound_file()
    {
        var family = TypefaceLibrary.Family("Source Sans 3");

        var bold = EmbeddedTypeface.Of(family.Strong, "Source Sans 3", true, false);

        Assert.Equal(0, bold.Length % 4);
        Assert.Equal(0xB1B0AFBAu, Enumerable.Range(0, bold.Length / 4).Aggregate(0u, (sum, at) => unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(bold.AsSpan(4 * at)))));
        Assert.InRange(bold.Length, 10_000, 60_000);
    }

    /// <summary>ECMA-376, part 4, 2.8.1: the first 32 bytes are crossed with the key, its digits read backwards.</summary>
    private static byte[] Unveiled(FontTablePart part, W.FontRelationshipType form)
    {
        using var stream = part.GetPartById(form.Id!.Value!).GetStream();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        var bytes = copy.ToArray();
        var key = Convert.FromHexString(form.FontKey!.Value!.Replace("-", "", StringComparison.Ordinal).Trim('{', '}'));
        Array.Reverse(key);
        for (var at = 0; at < 32; at++) bytes[at] ^= key[at % 16];
        return bytes;
    }
}
