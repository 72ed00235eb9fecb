using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace FluxUs.Consult.Foundation.Documents.Pdf.Objects;

/// <summary>
/// Writes the objects of a PDF 1.7 file (ISO 32000-1, 7.5) forward only: streams as they come, all other objects
/// packed into object streams, at the end the cross-reference stream. Object numbers are handed out before their
/// objects exist, so that objects may refer to later ones.
/// </summary>
internal sealed class PdfFile
{
    private const int ObjectsInStream = 100;
    private const int HeaderSize = 15;

    private readonly Stream output;

    // For each object: its offset in the file, or the object stream it is in and its place there.
    private readonly List<(long Offset, int Container, int Place)> entries = [(0, 0, 0)];
    private readonly List<(int Number, string Body)> waiting = [];
    private long position;

    public PdfFile(Stream output)
    {
        this.output = output;
        // The comment of bytes above 127 tells tools that the file is binary.
        Put([.. "%PDF-1.7\n%"u8, 0xe2, 0xe3, 0xcf, 0xd3, (byte)'\n']);
        System.Diagnostics.Debug.Assert(position == HeaderSize);
    }

    /// <summary>The number of an object that is written later.</summary>
    public int Reserve()
    {
        entries.Add((0, 0, 0));
        return entries.Count - 1;
    }

    public int Write(string body)
    {
        var number = Reserve();
        Write(number, body);
        return number;
    }

    public void Write(int number, string body)
    {
        waiting.Add((number, body));
        if (waiting.Count == ObjectsInStream) PackObjects();
    }

    /// <summary>A stream; <paramref name="entries"/> are further entries of its dictionary.</summary>
    public int WriteStream(string entries, ReadOnlySpan<byte> content, bool compress = true)
    {
        var number = Reserve();
        WriteStream(number, entries, content, compress);
        return number;
    }

    public void WriteStream(int number, string entries, ReadOnlySpan<byte> content, bool compress = true)
    {
        this.entries[number] = (position, 0, 0);
        var body = compress ? Compress(content) : content;
        var filter = compress ? "/Filter/FlateDecode" : "";
        Put(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n<<{entries}{filter}/Length {body.Length}>>\nstream\n"));
        Put(body);
        Put("\nendstream\nendobj\n");
    }

    /// <summary><paramref name="identifier"/> is the file identifier: 16 bytes that say which edition this is.</summary>
    public void Finish(int catalog, int information, Guid identifier)
    {
        PackObjects();
        var number = Reserve();
        entries[number] = (position, 0, 0);
        var start = position;
        var table = new byte[entries.Count * 7];
        for (var at = 0; at < entries.Count; at++)
        {
            var (offset, container, place) = entries[at];
            var row = table.AsSpan(at * 7, 7);
            // Types of entries: 0 free, 1 at an offset, 2 in an object stream (7.5.8.3).
            row[0] = (byte)(at == 0 ? 0 : container == 0 ? 1 : 2);
            System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(row[1..], (uint)(container == 0 ? offset : container));
            System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(row[5..], at == 0 ? ushort.MaxValue : (ushort)place);
        }
        var id = Convert.ToHexString(identifier.ToByteArray(bigEndian: true));
        WriteStream(number, string.Create(CultureInfo.InvariantCulture, $"/Type/XRef/Size {entries.Count}/W[1 4 2]/Root {catalog} 0 R/Info {information} 0 R/ID[<{id}><{id}>]"), table);
        Put(string.Create(CultureInfo.InvariantCulture, $"startxref\n{start}\n%%EOF\n"));
        output.Flush();
    }

    private void PackObjects()
    {
        if (waiting.Count == 0) return;
        var container = Reserve();
        var index = new StringBuilder();
        var bodies = new StringBuilder();
        for (var place = 0; place < waiting.Count; place++)
        {
            var (number, body) = waiting[place];
            entries[number] = (0, container, place);
            index.Append(CultureInfo.InvariantCulture, $"{number} {bodies.Length} ");
            bodies.Append(body).Append('\n');
        }
        var content = Encoding.Latin1.GetBytes(index.ToString() + bodies);
        WriteStream(container, string.Create(CultureInfo.InvariantCulture, $"/Type/ObjStm/N {waiting.Count}/First {index.Length}"), content);
        waiting.Clear();
    }

    private static byte[] Compress(ReadOnlySpan<byte> content)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZLibStream(memory, CompressionLevel.Optimal)) zip.Write(content);
        return memory.ToArray();
    }

    private void Put(string text) => Put(Encoding.Latin1.GetBytes(text));

    private void Put(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        position += bytes.Length;
    }
}
