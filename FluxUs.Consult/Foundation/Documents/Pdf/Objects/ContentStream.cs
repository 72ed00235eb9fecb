using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Objects;

/// <summary>Collects the drawing operators of one page (ISO 32000-1, 8 and 9).</summary>
internal sealed class ContentStream
{
    private readonly ArrayBufferWriter<byte> bytes = new(4_096);

    public ReadOnlySpan<byte> Bytes => bytes.WrittenSpan;

    public ContentStream Add(ReadOnlySpan<byte> text)
    {
        bytes.Write(text);
        return this;
    }

    public ContentStream Add(string ascii)
    {
        bytes.Advance(Encoding.ASCII.GetBytes(ascii, bytes.GetSpan(ascii.Length)));
        return this;
    }

    /// <summary>A number with at most two decimals, a hundredth of a point being finer than any printer, then a space.</summary>
    public ContentStream Number(double value)
    {
        var hundredths = (long)Math.Round(value * 100);
        var span = bytes.GetSpan(32);
        var length = 0;
        if (hundredths < 0)
        {
            span[length++] = (byte)'-';
            hundredths = -hundredths;
        }
        Utf8Formatter.TryFormat(hundredths / 100, span[length..], out var written);
        length += written;
        var rest = (int)(hundredths % 100);
        if (rest != 0)
        {
            span[length++] = (byte)'.';
            span[length++] = (byte)('0' + (rest / 10));
            if (rest % 10 != 0) span[length++] = (byte)('0' + (rest % 10));
        }
        span[length++] = (byte)' ';
        bytes.Advance(length);
        return this;
    }

    /// <summary>A two-byte character code as four hexadecimal digits.</summary>
    public ContentStream Code(ushort code)
    {
        var span = bytes.GetSpan(4);
        for (var at = 0; at < 4; at++) span[at] = "0123456789ABCDEF"u8[(code >> (12 - (4 * at))) & 15];
        bytes.Advance(4);
        return this;
    }

    /// <summary>Sets the colour that fills, or with <paramref name="stroke"/> the one that draws lines.</summary>
    public ContentStream Colour(string colour, bool stroke = false)
    {
        for (var at = 1; at < 7; at += 2) Number(Math.Round(Convert.ToInt32(colour.Substring(at, 2), 16) / 255.0, 2));
        return Add(stroke ? "RG\n"u8 : "rg\n"u8);
    }
}
