using System.Text;
using FluxUs.Consult.Foundation.Documents.Pdf.Fonts;
using HarfBuzzSharp;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Shaping;

/// <summary>
/// A glyph where it was set. Measures are in units of the em; <paramref name="Start"/> and <paramref name="Length"/>
/// say which characters of the text it shows; <paramref name="Missing"/> marks the box for a character that no typeface
/// has.
/// </summary>
internal readonly record struct Glyph(ushort Id, short Advance, short OffsetX, short OffsetY, int Start, ushort Length, bool Missing);

/// <summary>Some text in one typeface, in glyphs.</summary>
internal sealed record ShapedText(string Text, Typeface Typeface, Glyph[] Glyphs);

/// <summary>
/// Turns text into glyphs with HarfBuzz, from left to right. Characters that a typeface lacks are set from its
/// fallback, and as a box where that lacks them too; long text is shaped in parts, so memory stays bounded.
/// </summary>
internal static class Shaper
{
    private const int PartLength = 8_000;

    /// <summary>The text of the parts, one after the other, is <paramref name="text"/>.</summary>
    public static IEnumerable<ShapedText> Shape(string text, Typeface typeface, string language)
    {
        var at = 0;
        while (at < text.Length)
        {
            var face = FaceFor(text, at, typeface, out var missing);
            var end = at + RuneLength(text, at);
            while (end < text.Length && end - at < PartLength && FaceFor(text, end, typeface, out var other) == face && other == missing) end += RuneLength(text, end);
            if (end < text.Length && end - at >= PartLength) end = PartEnd(text, at, end);
            var part = text[at..end];
            yield return missing ? Boxes(part, face) : ShapePart(part, face, language);
            at = end;
        }
    }

    private static ShapedText ShapePart(string text, Typeface typeface, string language)
    {
        using var buffer = new HarfBuzzSharp.Buffer { ClusterLevel = ClusterLevel.MonotoneCharacters };
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        buffer.Direction = Direction.LeftToRight;
        buffer.Language = new Language(language);
        typeface.Shape(buffer);

        var infos = buffer.GetGlyphInfoSpan();
        var positions = buffer.GetGlyphPositionSpan();
        var glyphs = new List<Glyph>(infos.Length);
        for (var first = 0; first < infos.Length;)
        {
            var start = (int)infos[first].Cluster;
            var next = first + 1;
            while (next < infos.Length && infos[next].Cluster == start) next++;
            var end = next < infos.Length ? (int)infos[next].Cluster : text.Length;
            for (var at = first; at < next; at++)
            {
                // Several glyphs for some characters: each shows one, the last the rest.
                var own = at == next - 1 ? end : Math.Min(end, start + RuneLength(text, start));
                var position = positions[at];
                glyphs.Add(new((ushort)infos[at].Codepoint, (short)position.XAdvance, (short)position.XOffset, (short)position.YOffset, start, (ushort)(own - start), false));
                start = own;
            }
            first = next;
        }
        return new(text, typeface, [.. glyphs]);
    }

    private static ShapedText Boxes(string text, Typeface typeface)
    {
        var glyphs = new List<Glyph>(text.Length);
        var advance = (short)typeface.AdvanceOf(typeface.BoxGlyph);
        for (var at = 0; at < text.Length;)
        {
            var length = RuneLength(text, at);
            glyphs.Add(new(typeface.BoxGlyph, advance, 0, 0, at, (ushort)length, true));
            at += length;
        }
        return new(text, typeface, [.. glyphs]);
    }

    private static Typeface FaceFor(string text, int at, Typeface typeface, out bool missing)
    {
        missing = false;
        var sign = text[at];
        if (sign is >= ' ' and < '\u007f' or >= '\u00a0' and <= '\u00ff') return typeface;
        var code = char.ConvertToUtf32(text, at);
        for (var face = typeface; face is not null; face = face.Fallback)
            if (face.Has(code) || IsInvisible(code)) return face;
        missing = true;
        return typeface.BoxGlyph != 0 ? typeface : typeface.Fallback!;
    }

    /// <summary>Spaces and joiners that HarfBuzz sets without a glyph of their own.</summary>
    private static bool IsInvisible(int code) => code is (>= 0x2000 and <= 0x200f) or 0x202f or 0x205f or 0x2060 or (>= 0xfe00 and <= 0xfe0f);

    private static int RuneLength(string text, int at) => char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;

    /// <summary>A long part ends after a space where it has one, so that no word is shaped in two.</summary>
    private static int PartEnd(string text, int start, int end)
    {
        var space = text.LastIndexOf(' ', end - 1, end - start);
        return space > start ? space + 1 : end;
    }
}
