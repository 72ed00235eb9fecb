using System.Buffers.Binary;
using System.IO.Compression;

namespace FluxUs.Consult.Tests.Foundation.Documents.Pictures;

internal static class SamplePictures
{
    /// <summary>40 by 30 pixels in colours.</summary>
    public static byte[] Jpeg => Convert.FromBase64String("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wAARCAAeACgDAREAAhEBAxEB/8QAFgABAQEAAAAAAAAAAAAAAAAAAAYI/8QAGBAAAwEBAAAAAAAAAAAAAAAAABRhAmL/xAAXAQEBAQEAAAAAAAAAAAAAAAAABwYJ/8QAGBEAAwEBAAAAAAAAAAAAAAAAABVhFgP/2gAMAwEAAhEDEQA/AMzP0wech0kf0P0ZyB/Q/RnIH9D9Gcgf0P0ZyB/Scfpfs5CJP6H6M5A/ofozkD+h+jOQP6H6M5A/pOvdF9zcIloKHuhm4NBQ90M3BoKHuhm4NBQ90M3BoKTrmy7pOZF3PQObCTmHPQObCTmHPQObCTmHPQObCTmHPQ//2Q==");

    /// <summary>A PNG of 8 bits, its rows as <paramref name="row"/> makes them, each with the number of its filter first.</summary>
    public static byte[] Png(int width, int height, byte colours, Func<int, byte[]> row, byte[]? palette = null, byte interlaced = 0)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9], head[12]) = (8, colours, interlaced);
        Chunk(file, "IHDR"u8, head);
        if (palette is not null) Chunk(file, "PLTE"u8, palette);
        using var data = new MemoryStream();
        using (var zip = new ZLibStream(data, CompressionLevel.Fastest, leaveOpen: true))
            for (var y = 0; y < height; y++) zip.Write(row(y));
        Chunk(file, "IDAT"u8, data.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(Stream file, ReadOnlySpan<byte> name, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(name);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum([.. name, .. data]));
        file.Write(number);
    }

    /// <summary>The check of a chunk (ISO/IEC 15948, annex D).</summary>
    private static uint Checksum(byte[] bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }
        return ~sum;
    }
}
