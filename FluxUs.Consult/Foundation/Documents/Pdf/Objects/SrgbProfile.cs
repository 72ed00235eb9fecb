using System.Buffers.Binary;
using System.Text;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Objects;

/// <summary>
/// A colour profile of sRGB for the output intent, made from the numbers of IEC 61966-2-1 in the form of ICC.1:2010
/// (profile version 4.3).
/// </summary>
internal static class SrgbProfile
{
    private const int HeaderLength = 128;

    public static byte[] Bytes { get; } = Make();

    private static byte[] Make()
    {
        // Primaries and white adapted to D50 by the Bradford transform, which the chad tag holds.
        var curve = Curve();
        (string Tag, byte[] Data)[] tags =
        [
            ("desc", Text("sRGB")), ("cprt", Text("Public domain")), ("wtpt", Xyz(0.9642, 1, 0.8249)),
            ("chad", Fixed("sf32", 1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168)),
            ("rXYZ", Xyz(0.43604, 0.22249, 0.01392)), ("gXYZ", Xyz(0.38512, 0.71690, 0.09706)), ("bXYZ", Xyz(0.14305, 0.06061, 0.71393)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ];
        var table = new byte[4 + (tags.Length * 12)];
        BinaryPrimitives.WriteInt32BigEndian(table, tags.Length);
        var data = new MemoryStream();
        var placed = new Dictionary<byte[], int>();
        for (var at = 0; at < tags.Length; at++)
        {
            if (!placed.TryGetValue(tags[at].Data, out var offset))
            {
                placed[tags[at].Data] = offset = HeaderLength + table.Length + (int)data.Length;
                data.Write(tags[at].Data);
                while (data.Length % 4 != 0) data.WriteByte(0);
            }
            var row = table.AsSpan(4 + (at * 12), 12);
            Encoding.ASCII.GetBytes(tags[at].Tag, row);
            BinaryPrimitives.WriteInt32BigEndian(row[4..], offset);
            BinaryPrimitives.WriteInt32BigEndian(row[8..], tags[at].Data.Length);
        }
        return [.. Header(HeaderLength + table.Length + (int)data.Length), .. table, .. data.ToArray()];
    }

    private static byte[] Header(int length)
    {
        var header = new byte[HeaderLength];
        BinaryPrimitives.WriteInt32BigEndian(header, length);
        header[8] = 4;
        header[9] = 0x30;
        Encoding.ASCII.GetBytes("mntrRGB XYZ ", header.AsSpan(12));
        BinaryPrimitives.WriteInt16BigEndian(header.AsSpan(24), 2026);
        header[27] = 1;
        header[29] = 1;
        Encoding.ASCII.GetBytes("acsp", header.AsSpan(36));
        Fixed("", 0.9642, 1, 0.8249).AsSpan(8).CopyTo(header.AsSpan(68));
        return header;
    }

    private static byte[] Xyz(double x, double y, double z) => Fixed("XYZ ", x, y, z);

    /// <summary>The curve of sRGB as function type 3 of a parametric curve: power above a threshold, a line below.</summary>
    private static byte[] Curve()
    {
        var curve = Fixed("para", 0, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045);
        curve[9] = 3;
        return curve;
    }

    private static byte[] Fixed(string type, params ReadOnlySpan<double> values)
    {
        var data = new byte[8 + (values.Length * 4)];
        Encoding.ASCII.GetBytes(type, data);
        for (var at = 0; at < values.Length; at++) BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8 + (at * 4)), (int)Math.Round(values[at] * 65536));
        return data;
    }

    private static byte[] Text(string text)
    {
        var words = Encoding.BigEndianUnicode.GetBytes(text);
        var data = new byte[28 + words.Length];
        Encoding.ASCII.GetBytes("mluc", data);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(8), 1);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(12), 12);
        Encoding.ASCII.GetBytes("enUS", data.AsSpan(16));
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(20), words.Length);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(24), 28);
        words.CopyTo(data, 28);
        return data;
    }
}
