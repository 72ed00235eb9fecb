using System.Collections.Frozen;
using System.IO.Compression;

namespace FluxUs.Consult.Foundation.Files;

/// <summary>How much an archive may hold before it is taken for an attack.</summary>
/// <param name="Ratio">Unpacked to packed size, looked at once an entry passes 1 MB.</param>
public sealed record ArchiveLimits(int Entries = 5_000, long TotalBytes = 400L * 1024 * 1024, int Ratio = 200);

/// <summary>
/// A ZIP read as streams and never extracted. Names that climb out of it, too many entries, and sizes or ratios beyond
/// the limits are refused; sizes are counted while reading, since what a header says may be a lie.
/// </summary>
public sealed class SafeArchive : IDisposable
{
    private readonly ZipArchive _zip;
    private readonly FrozenDictionary<string, ZipArchiveEntry> _entries;
    private readonly ArchiveLimits _limits;
    private readonly string _fileName;
    private long _read;

    private SafeArchive(ZipArchive zip, Dictionary<string, ZipArchiveEntry> entries, ArchiveLimits limits, string fileName)
    {
        _zip = zip;
        _entries = entries.ToFrozenDictionary(StringComparer.Ordinal);
        _limits = limits;
        _fileName = fileName;
    }

    public IReadOnlyCollection<string> Names => _entries.Keys;

    /// <param name="stream">Seekable; the archive closes it.</param>
    public static FileReading<SafeArchive> Open(Stream stream, string fileName, ArchiveLimits? limits = null)
    {
        limits ??= new ArchiveLimits();
        ZipArchive zip;
        try
        {
            if (!DirectoryFits(stream, limits))
            {
                stream.Dispose();
                return new ImportRefusal(fileName, FilesTexts.ArchiveTooManyEntries, FilesTexts.Number(limits.Entries));
            }

            zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: false);
            if (zip.Entries.Count > limits.Entries)
                return Refuse(zip, new ImportRefusal(fileName, FilesTexts.ArchiveTooManyEntries, FilesTexts.Number(limits.Entries)));
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            stream.Dispose();
            return new ImportRefusal(fileName, FilesTexts.ArchiveDamaged);
        }

        var entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.Ordinal);
        long total = 0;
        foreach (var entry in zip.Entries)
        {
            if (!IsInside(entry.FullName))
                return Refuse(zip, new ImportRefusal(fileName, ImportPlace.Part(ImportNotes.Shorten(entry.FullName)), FilesTexts.ArchivePath, []));
            total += entry.Length;
            if (total > limits.TotalBytes || total < 0)
                return Refuse(zip, new ImportRefusal(fileName, FilesTexts.ArchiveTooLarge, FilesTexts.Megabytes(limits.TotalBytes)));
            if (IsBomb(entry.Length, entry.CompressedLength, limits))
                return Refuse(zip, new ImportRefusal(fileName, ImportPlace.Part(ImportNotes.Shorten(entry.FullName)), FilesTexts.ArchiveRatio, []));
            if (!entry.FullName.EndsWith('/') && !entries.TryAdd(entry.FullName, entry))
                return Refuse(zip, new ImportRefusal(fileName, ImportPlace.Part(ImportNotes.Shorten(entry.FullName)), FilesTexts.ArchiveTwice, []));
        }

        return new SafeArchive(zip, entries, limits, fileName);
    }

    public bool Contains(string name) => _entries.ContainsKey(name);

    /// <summary>An entry as a stream that counts what it gives.</summary>
    /// <exception cref="FileRefusedException">Here or while reading: absent, damaged, or beyond the limits.</exception>
    public Stream OpenEntry(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
            throw new FileRefusedException(new ImportRefusal(_fileName, FilesTexts.ArchivePartMissing, name));
        try
        {
            return new CountedStream(entry.Open(), this, name, entry.CompressedLength);
        }
        catch (Exception fault) when (IsDamage(fault))
        {
            throw Damaged(name);
        }
    }

    public void Dispose() => _zip.Dispose();

    internal static bool IsDamage(Exception fault) =>
        fault is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException;

    private static bool IsBomb(long unpacked, long packed, ArchiveLimits limits) =>
        unpacked > 1024 * 1024 && unpacked / Math.Max(1, packed) > limits.Ratio;

    /// <summary>Names as ISO/IEC 21320-1 has them: relative, forward slashes, no climbing.</summary>
    private static bool IsInside(string name) =>
        name.Length > 0 && !name.StartsWith('/') && !name.Contains('\\', StringComparison.Ordinal)
        && !name.Contains(':', StringComparison.Ordinal) && !name.Contains('\0', StringComparison.Ordinal)
        && !name.Split('/').Contains("..", StringComparer.Ordinal);

    /// <summary>
    /// Whether the central directory (APPNOTE 4.3.12 and 4.3.16) is short enough to be read: the framework reads all of
    /// it into memory before it can be asked for a count.
    /// </summary>
    private static bool DirectoryFits(Stream stream, ArchiveLimits limits)
    {
        const int record = 22;
        var tail = new byte[Math.Min(stream.Length, record + ushort.MaxValue)];
        stream.Seek(-tail.Length, SeekOrigin.End);
        stream.ReadExactly(tail);
        stream.Seek(0, SeekOrigin.Begin);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + record > tail.Length)
            return true;
        var start = System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        var directoryEnd = stream.Length - tail.Length + end;
        // With ZIP64 the place of the directory stands elsewhere; then the whole file has to be that short.
        return (start == uint.MaxValue ? stream.Length : directoryEnd - start) <= limits.Entries * 512L;
    }

    private static ImportRefusal Refuse(ZipArchive zip, ImportRefusal refusal)
    {
        zip.Dispose();
        return refusal;
    }

    private FileRefusedException Damaged(string name) =>
        new(new ImportRefusal(_fileName, ImportPlace.Part(name), FilesTexts.ArchiveDamaged, []));

    private void Count(int bytes, long entryRead, long packed, string name)
    {
        _read += bytes;
        if (_read > _limits.TotalBytes)
            throw new FileRefusedException(new ImportRefusal(_fileName, FilesTexts.ArchiveTooLarge, FilesTexts.Megabytes(_limits.TotalBytes)));
        if (IsBomb(entryRead, packed, _limits))
            throw new FileRefusedException(new ImportRefusal(_fileName, ImportPlace.Part(name), FilesTexts.ArchiveRatio, []));
    }

    private sealed class CountedStream(Stream inner, SafeArchive archive, string name, long packed) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            int got;
            try
            {
                got = inner.Read(buffer);
            }
            catch (Exception fault) when (IsDamage(fault))
            {
                throw archive.Damaged(name);
            }

            _position += got;
            archive.Count(got, _position, packed, name);
            return got;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
