using FluxUs.Consult.Foundation.Documents.Pdf.Fonts;
using FluxUs.Consult.Foundation.Documents.Pdf.Shaping;
using Xunit;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

public sealed class ShaperTests
{
    private static readonly Typeface Serif = TypefaceLibrary.Family("Source Serif 4").Regular;

    private static List<ShapedText> Shape(string text) => [.. Shaper.Shape(text, Serif, "fr")];

    [Theory]
    [InlineData("Réemploi d’éléments")]
    [InlineData("e\u0301te\u0301 et \ufb01n")]
    [InlineData("mixed שלום and 🚲 end")]
    public void Every_character_belongs_to_one_glyph(string text)
    {
        var shaped = Shape(text);

        Assert.Equal(text, string.Concat(shaped.Select(part => part.Text)));
        Assert.Equal(text, string.Concat(shaped.SelectMany(part => part.Glyphs.Select(glyph => part.Text.Substring(glyph.Start, glyph.Length)))));
    }

    [Fact]
    public void Letters_are_kerned()
    {
        var pair = Assert.Single(Shape("AV"));

        Assert.True(pair.Glyphs[0].Advance < Serif.AdvanceOf(pair.Glyphs[0].Id));
    }

    [Fact]
    public void What_the_serif_lacks_comes_from_the_sans()
    {
        var shaped = Shape("a\u2011b");

        Assert.Equal(["SourceSerif4-Regular", "SourceSans3-Regular", "SourceSerif4-Regular"], shaped.Select(part => part.Typeface.Name));
        Assert.DoesNotContain(shaped, part => part.Glyphs.Any(glyph => glyph.Missing));
    }

    [Fact]
    public void What_both_lack_is_a_box_each()
    {
        var box = Shape("a🚲ש").Single(part => part.Glyphs.Any(glyph => glyph.Missing));

        Assert.Equal(2, box.Glyphs.Length);
        Assert.All(box.Glyphs, glyph => Assert.Equal(box.Typeface.BoxGlyph, glyph.Id));
    }

    [Fact]
    public void Long_text_is_shaped_in_parts_between_words()
    {
        var shaped = Shape(string.Concat(Enumerable.Repeat("mot suivant ", 4_000)));

        Assert.True(shaped.Count > 3);
        Assert.All(shaped, part => Assert.EndsWith(" ", part.Text, StringComparison.Ordinal));
    }

    [Fact]
    public void Figures_are_as_wide_as_each_other()
    {
        foreach (var name in new[] { "Source Sans 3", "Source Serif 4" })
            foreach (var strong in new[] { false, true })
            {
                var typeface = TypefaceLibrary.Family(name).Of(strong, false);
                Assert.Single("0123456789".Select(digit => typeface.AdvanceOf(new System.Text.Rune(digit))).Distinct());
            }
    }
}
