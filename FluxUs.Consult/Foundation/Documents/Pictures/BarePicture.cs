using System.Buffers.Binary;

namespace FluxUs.Consult.Foundation.Documents.Pictures;

/// <summary>A picture without what cameras and programs write beside it: place, author, comments, small copies of itself.</summary>
internal static class BarePicture
{
    private static readonly string[] ChunksOfLook = ["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs"];

    /// <summary>The same picture up to its end, with only what says how it looks; null where it has no end.</summary>
    public static byte[]? Of(ReadOnlySpan<byte> content, PictureKind kind) => kind == PictureKind.Png ? OfPng(content) : OfJpeg(content);

    // ISO/IEC 15948, 5.3: length, name, data and check of each chunk.
    private static byte[]? OfPng(ReadOnlySpan<byte> content)
    {
        using var bare = new MemoryStream(content.Length);
        bare.Write(content[..8]);
        for (var at = 8; at + 12 <= content.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(content[at..]);
            if (length > content.Length - at - 12) return null;
            var chunk = content.Slice(at, (int)length + 12);
            var name = System.Text.Encoding.ASCII.GetString(chunk.Slice(4, 4));
            if (ChunksOfLook.Contains(name)) bare.Write(chunk);
            if (name == "IEND") return bare.ToArray();
            at += chunk.Length;
        }

        return null;
    }

    // ITU T.81, annex B: segments, of which scans are followed by their data, until the end of the image.
    private static byte[]? OfJpeg(ReadOnlySpan<byte> content)
    {
        using var bare = new MemoryStream(content.Length);
        bare.Write(content[..2]);
        for (var at = 2; at + 2 <= content.Length;)
        {
            if (content[at] != 0xff) return null;
            var marker = content[at + 1];
            // Filling bytes, and markers without a length.
            if (marker is 0xff)
            {
                at++;
                continue;
            }

            if (marker is 0xd9 or 0x01 or (>= 0xd0 and <= 0xd7))
            {
                bare.Write(content.Slice(at, 2));
                if (marker == 0xd9) return bare.ToArray();
                at += 2;
                continue;
            }

            if (at + 4 > content.Length) return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (length < 2 || length > content.Length - at - 2) return null;
            var segment = content.Slice(at, length + 2);
            if (SaysTheLook(marker, segment[4..])) bare.Write(segment);
            at += segment.Length;
            if (marker != 0xda) continue;
            var end = EndOfScan(content, at);
            bare.Write(content[at..end]);
            at = end;
        }

        return null;
    }

    // JFIF (ITU T.871) without a small copy, the colour profile (ICC.1, annex B.4), Adobe's word on how colours are kept; nothing else
    // of the segments of programs (APP0 to APP15), and no comment.
    private static bool SaysTheLook(byte marker, ReadOnlySpan<byte> data) => marker switch
    {
        0xe0 => data.StartsWith("JFIF\0"u8) && data.Length == 14,
        0xe2 => data.StartsWith("ICC_PROFILE\0"u8),
        0xee => data.StartsWith("Adobe"u8),
        >= 0xe0 and <= 0xef or 0xfe => false,
        _ => true,
    };

    private static int EndOfScan(ReadOnlySpan<byte> content, int at)
    {
        for (; at + 1 < content.Length; at++)
        {
            if (content[at] == 0xff && content[at + 1] is not (0 or (>= 0xd0 and <= 0xd7))) return at;
        }

        return content.Length;
    }
}
