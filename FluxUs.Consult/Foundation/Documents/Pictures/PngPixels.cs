using System.Buffers.Binary;
using System.IO.Compression;

namespace FluxUs.Consult.Foundation.Documents.Pictures;

/// <summary>
/// The pixels of a PNG (ISO/IEC 15948) row by row: what shines through is laid on white, and a picture larger than asked
/// for is made smaller on the way, so that memory is bounded by a few rows.
/// </summary>
internal static class PngPixels
{
    /// <summary>
    /// Gives the rows of the picture to <paramref name="take"/>, of one byte for each pixel where it is grey, else three,
    /// at most <paramref name="most"/> pixels wide and high. Returns their size; null where the file is damaged.
    /// </summary>
    public static (int Width, int Height)? Read(ReadOnlyMemory<byte> content, PictureHead head, int most, Action<ReadOnlySpan<byte>> take)
    {
        try
        {
            return ReadRows(content, head, most, take);
        }
        // The runtime tells damage in one way or the other.
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return null;
        }
    }

    private static (int Width, int Height)? ReadRows(ReadOnlyMemory<byte> content, PictureHead head, int most, Action<ReadOnlySpan<byte>> take)
    {
        var colours = content.Span[25];
        var channels = colours switch { 2 => 3, 4 => 2, 6 => 4, _ => 1 };
        var (palette, clear) = (Chunk(content, "PLTE"u8), Chunk(content, "tRNS"u8));
        if (colours == 3 && palette.IsEmpty) return null;
        // So many pixels on each side become one.
        var factor = (Math.Max(head.Width, head.Height) + most - 1) / most;
        var (width, height) = ((head.Width + factor - 1) / factor, (head.Height + factor - 1) / factor);

        using var zip = new ZLibStream(new DataStream(content), CompressionMode.Decompress);
        var row = new byte[(head.Width * channels) + 1];
        var above = new byte[row.Length];
        var sums = new int[width * head.Components];
        var pixels = new byte[sums.Length];
        for (var y = 0; y < head.Height; y++)
        {
            if (zip.ReadAtLeast(row, row.Length, throwOnEndOfStream: false) < row.Length) return null;
            if (!Unfilter(row, above, channels)) return null;
            Add(row.AsSpan(1), colours, channels, palette.Span, clear.Span, head, factor, sums);
            if ((y + 1) % factor == 0 || y == head.Height - 1)
            {
                Average(sums, pixels, head, factor, (y % factor) + 1);
                take(pixels);
            }
            (row, above) = (above, row);
        }
        return (width, height);
    }

    /// <summary>Undoes the filter of a row (clause 9), whose number is its first byte.</summary>
    private static bool Unfilter(byte[] row, byte[] above, int channels)
    {
        var kind = row[0];
        if (kind > 4) return false;
        for (var at = 1; at < row.Length; at++)
        {
            int left = at > channels ? row[at - channels] : 0, up = above[at], corner = at > channels ? above[at - channels] : 0;
            row[at] += kind switch { 1 => (byte)left, 2 => (byte)up, 3 => (byte)((left + up) / 2), 4 => (byte)Paeth(left, up, corner), _ => 0 };
        }
        // The row above is read without its kind.
        return true;
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (byLeft, byUp, byCorner) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
    }

    private static void Add(ReadOnlySpan<byte> row, int colours, int channels, ReadOnlySpan<byte> palette, ReadOnlySpan<byte> clear, PictureHead head, int factor, int[] sums)
    {
        for (var x = 0; x < head.Width; x++)
        {
            var pixel = row.Slice(x * channels, channels);
            var to = x / factor * head.Components;
            switch (colours)
            {
                case 0: sums[to] += pixel[0]; break;
                case 4: sums[to] += OnWhite(pixel[0], pixel[1]); break;
                case 3:
                    var entry = pixel[0];
                    var opacity = entry < clear.Length ? clear[entry] : (byte)255;
                    for (var part = 0; part < 3; part++) sums[to + part] += OnWhite((entry * 3) + part < palette.Length ? palette[(entry * 3) + part] : (byte)0, opacity);
                    break;
                default:
                    for (var part = 0; part < 3; part++) sums[to + part] += colours == 6 ? OnWhite(pixel[part], pixel[3]) : pixel[part];
                    break;
            }
        }
    }

    private static int OnWhite(byte value, byte opacity) => ((value * opacity) + (255 * (255 - opacity)) + 127) / 255;

    private static void Average(int[] sums, byte[] pixels, PictureHead head, int factor, int rows)
    {
        for (var at = 0; at < sums.Length; at++)
        {
            var columns = Math.Min(factor, head.Width - (at / head.Components * factor));
            pixels[at] = (byte)(sums[at] / (columns * rows));
            sums[at] = 0;
        }
    }

    private static ReadOnlyMemory<byte> Chunk(ReadOnlyMemory<byte> content, ReadOnlySpan<byte> name)
    {
        var at = 8;
        while (Next(content, at, out var length) is { } found)
        {
            if (found.Span.SequenceEqual(name)) return content.Slice(at + 8, length);
            if (found.Span.SequenceEqual("IDAT"u8)) break;
            at += length + 12;
        }
        return default;
    }

    /// <summary>The name of the chunk at a place and the length of its data; null where there is none that is whole.</summary>
    private static ReadOnlyMemory<byte>? Next(ReadOnlyMemory<byte> content, int at, out int length)
    {
        length = 0;
        if (at + 12 > content.Length) return null;
        length = BinaryPrimitives.ReadInt32BigEndian(content.Span[at..]);
        // Named whole: a bare null would turn into an empty stretch.
        return length < 0 || length > content.Length - at - 12 ? (ReadOnlyMemory<byte>?)null : content.Slice(at + 4, 4);
    }

    /// <summary>The data chunks of the file one after the other.</summary>
    private sealed class DataStream(ReadOnlyMemory<byte> content) : Stream
    {
        private int chunk = 8;
        private int within;

        public override int Read(Span<byte> buffer)
        {
            while (Next(content, chunk, out var length) is { } name)
            {
                if (name.Span.SequenceEqual("IDAT"u8) && within < length)
                {
                    var count = Math.Min(buffer.Length, length - within);
                    content.Span.Slice(chunk + 8 + within, count).CopyTo(buffer);
                    within += count;
                    return count;
                }
                chunk += length + 12;
                within = 0;
            }
            return 0;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
