using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Graphics.Operations.TextShowing;
using UglyToad.PdfPig.Graphics.Operations.TextState;
using UglyToad.PdfPig.Tokens;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pdf;

/// <summary>The character codes that the pages of a file show, and what its fonts say of codes.</summary>
internal static partial class PdfCodes
{
    /// <summary>The two-byte codes that pages show, by the object number of their font.</summary>
    public static Dictionary<long, HashSet<int>> Used(PdfDocument document)
    {
        var used = new Dictionary<long, HashSet<int>>();
        foreach (var page in document.GetPages())
        {
            var fonts = Fonts(document, page.Dictionary);
            HashSet<int>? current = null;
            foreach (var operation in page.Operations)
            {
                if (operation is SetFontAndSize font)
                {
                    var number = fonts[font.Font.Data];
                    if (!used.TryGetValue(number, out current)) used[number] = current = [];
                }
                if (operation is not ShowTextsWithPositioning show) continue;
                foreach (var bytes in show.Array.OfType<HexToken>().Select(token => token.Bytes.ToArray()))
                    for (var at = 0; at + 1 < bytes.Length; at += 2) current!.Add(BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at)));
            }
        }
        return used;
    }

    private static Dictionary<string, long> Fonts(PdfDocument document, DictionaryToken page)
    {
        var resources = (DictionaryToken)document.Structure.GetObject(((IndirectReferenceToken)page.Data["Resources"]).Data).Data;
        return ((DictionaryToken)resources.Data["Font"]).Data.ToDictionary(font => font.Key, font => ((IndirectReferenceToken)font.Value).Data.ObjectNumber);
    }

    /// <summary>The text of each code by a ToUnicode map.</summary>
    public static Dictionary<int, string> TextOf(byte[] map) =>
        Entry().Matches(Encoding.ASCII.GetString(map)).ToDictionary(
            entry => int.Parse(entry.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            entry => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(entry.Groups[2].Value)));

    [GeneratedRegex("^<([0-9A-F]{4})><([0-9A-F]+)>$", RegexOptions.Multiline)]
    private static partial Regex Entry();

    /// <summary>A TrueType program: how many glyphs it has and how wide they are (OpenType "maxp", "hhea", "hmtx", "head").</summary>
    internal sealed class Program
    {
        private readonly byte[] bytes;
        private readonly int metrics;
        private readonly int measured;
        private readonly double unitsPerEm;

        public Program(byte[] bytes)
        {
            this.bytes = bytes;
            Glyphs = Short(Table("maxp") + 4);
            measured = Short(Table("hhea") + 34);
            metrics = Table("hmtx");
            unitsPerEm = Short(Table("head") + 18);
        }

        public int Glyphs { get; }

        /// <summary>In thousandths of the em.</summary>
        public double WidthOf(int glyph) => Short(metrics + (4 * Math.Min(glyph, measured - 1))) * 1000 / unitsPerEm;

        private int Table(string tag)
        {
            for (var at = 12; at < 12 + (16 * Short(4)); at += 16)
                if (Encoding.ASCII.GetString(bytes, at, 4) == tag) return BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(at + 8));
            throw new InvalidDataException($"No table {tag}.");
        }

        private int Short(int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));
    }
}
