using System.Globalization;
using System.IO.Compression;
using FluxUs.Consult.Foundation.Documents.Pictures;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Objects;

/// <summary>
/// A picture as an image of the file (ISO 32000-1, 8.9.5): a JPEG goes through as it is, a PNG is laid on white and made
/// smaller than it is printed at 240 dots an inch.
/// </summary>
internal static class PictureObject
{
    /// <summary>The longest side that is written, in pixels.</summary>
    public const int LongestSide = 1_600;

    /// <summary>The number of the object, null where the picture cannot be read.</summary>
    public static int? Write(PdfFile file, ReadOnlyMemory<byte> content)
    {
        if (PictureHead.Of(content.Span) is not { } head) return null;
        var space = head.Components == 1 ? "DeviceGray" : "DeviceRGB";
        if (head.Kind == PictureKind.Jpeg) return file.WriteStream(Entries(head.Width, head.Height, space) + "/Filter/DCTDecode", content.Span, compress: false);
        using var pixels = new MemoryStream();
        (int Width, int Height)? size;
        using (var zip = new ZLibStream(pixels, CompressionLevel.Optimal, leaveOpen: true)) size = PngPixels.Read(content, head, LongestSide, zip.Write);
        if (size is not { } kept) return null;
        return file.WriteStream(Entries(kept.Width, kept.Height, space) + "/Filter/FlateDecode", pixels.GetBuffer().AsSpan(0, (int)pixels.Length), compress: false);
    }

    private static string Entries(int width, int height, string space) =>
        string.Create(CultureInfo.InvariantCulture, $"/Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/{space}/BitsPerComponent 8");
}
