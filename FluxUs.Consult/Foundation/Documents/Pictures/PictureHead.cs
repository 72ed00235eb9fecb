using System.Buffers.Binary;

namespace FluxUs.Consult.Foundation.Documents.Pictures;

public enum PictureKind { Png, Jpeg }

/// <summary>
/// What a picture says of itself in its first bytes: its kind, its size in pixels and how many colour components it has
/// (1 grey, 3 colours). Read without decoding it.
/// </summary>
public sealed record PictureHead(PictureKind Kind, int Width, int Height, int Components)
{
    /// <summary>What has more pixels is refused: 10,000 by 10,000.</summary>
    public const long MostPixels = 100_000_000;

    /// <summary>
    /// Null where it is neither a PNG (ISO/IEC 15948) of 8 bits without interlacing nor a baseline or progressive JPEG
    /// (ITU T.81) in grey or colours, or where it is too large.
    /// </summary>
    public static PictureHead? Of(ReadOnlySpan<byte> content)
    {
        var head = OfPng(content) ?? OfJpeg(content);
        return head is { Width: > 0, Height: > 0 } && (long)head.Width * head.Height <= MostPixels ? head : null;
    }

    private static PictureHead? OfPng(ReadOnlySpan<byte> content)
    {
        if (content.Length < 33 || !content.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]) || !content[12..].StartsWith("IHDR"u8)) return null;
        var (bits, colours, interlaced) = (content[24], content[25], content[28] != 0);
        if (bits != 8 || interlaced || colours is not (0 or 2 or 3 or 4 or 6)) return null;
        return new(PictureKind.Png, BinaryPrimitives.ReadInt32BigEndian(content[16..]), BinaryPrimitives.ReadInt32BigEndian(content[20..]), colours is 0 or 4 ? 1 : 3);
    }

    private static PictureHead? OfJpeg(ReadOnlySpan<byte> content)
    {
        if (content.Length < 4 || content[0] != 0xff || content[1] != 0xd8) return null;
        var at = 2;
        while (at + 9 < content.Length)
        {
            if (content[at] != 0xff) return null;
            var marker = content[at + 1];
            // Filling bytes, and markers without a length.
            if (marker is 0xff or 0x01 or (>= 0xd0 and <= 0xd7))
            {
                at += marker == 0xff ? 1 : 2;
                continue;
            }
            if (marker is 0xc0 or 0xc1 or 0xc2)
            {
                var components = content[at + 9];
                return content[at + 4] == 8 && components is 1 or 3
                    ? new(PictureKind.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(content[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(content[(at + 5)..]), components)
                    : null;
            }
            if (marker is 0xd9 or 0xda) return null;
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
        }
        return null;
    }
}
