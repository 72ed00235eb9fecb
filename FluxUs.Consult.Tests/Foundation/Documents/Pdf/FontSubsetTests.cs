using System.Buffers.Binary;
using System.Text;
using FluxUs.Consult.Foundation.Documents.Pdf.Fonts;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

public sealed class FontSubsetTests
{
    private static readonly Typeface Sans = TypefaceLibrary.Family("Source Sans 3").Regular;

    [Fact]
    public void A_subset_holds_its_glyphs_and_little_else()
    {
        var glyphs = Shaper.Shape("Réemploi", Sans, "fr").Single().Glyphs.Select(glyph => glyph.Id).Distinct().ToList();

        var subset = FontSubset.Of(Sans, glyphs);

        Assert.InRange(subset.Bytes.Length, 500, 12_000);
        Assert.Equal(0x00010000, BinaryPrimitives.ReadInt32BigEndian(subset.Bytes));
        Assert.Equal(glyphs.Count, glyphs.Select(glyph => subset[glyph]).Distinct().Count());
        Assert.DoesNotContain("GSUB", Encoding.ASCII.GetString(subset.Bytes.AsSpan(0, 300)), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_glyphs_give_the_same_bytes() =>
        Assert.Equal(FontSubset.Of(Sans, [5, 9, 40]).Bytes, FontSubset.Of(Sans, [40, 5, 9]).Bytes);

    [Fact]
    public void Every_form_of_every_family_is_there()
    {
        foreach (var name in new[] { "Source Sans 3", "Source Serif 4" })
        {
            var family = TypefaceLibrary.Family(name);
            foreach (var typeface in new[] { family.Regular, family.Italic, family.Strong, family.StrongItalic })
            {
                Assert.True(typeface.Has('œ') && typeface.Has('ë') && typeface.Has('€'));
                Assert.InRange(typeface.CapHeight, 600, 720);
            }
            Assert.True(family.Italic.ItalicAngle < 0);
        }
        Assert.Throws<ArgumentException>(() => TypefaceLibrary.Family("Comic"));
    }
}
