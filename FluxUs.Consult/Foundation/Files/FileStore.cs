using System.Security.Cryptography;

namespace FluxUs.Consult.Foundation.Files;

/// <summary>A file that is kept: its SHA-256 in lower-case hexadecimal, which is also how to open it, and its size in bytes.</summary>
public sealed record StoredFile(string Hash, long Size);

/// <summary>
/// Files kept by their SHA-256 under one folder outside the web root. A file is written aside, flushed to the disk and
/// renamed, so that a name always stands for whole content; the same content is kept once.
/// </summary>
public sealed class FileStore
{
    private readonly string _root;
    private readonly string _incoming;

    /// <param name="limitBytes">The largest file that is taken, in bytes.</param>
    public FileStore(string root, long limitBytes)
    {
        _root = Path.GetFullPath(root);
        _incoming = Path.Combine(_root, "incoming");
        LimitBytes = limitBytes;
    }

    public long LimitBytes { get; }

    /// <summary>Keeps the content of a stream, or refuses what is empty or over the limit; nothing half-written stays.</summary>
    public async Task<FileReading<StoredFile>> Store(Stream content, string fileName, CancellationToken cancellation)
    {
        Directory.CreateDirectory(_incoming);
        var aside = Path.Combine(_incoming, Guid.CreateVersion7().ToString("N"));
        try
        {
            string hash;
            long size = 0;
            await using (var file = new FileStream(aside, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.Asynchronous))
            {
                using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
                var buffer = new byte[81920];
                int got;
                while ((got = await content.ReadAsync(buffer, cancellation)) > 0)
                {
                    size += got;
                    if (size > LimitBytes)
                        return new ImportRefusal(fileName, FilesTexts.FileTooLarge, FilesTexts.Megabytes(LimitBytes));
                    sha.AppendData(buffer, 0, got);
                    await file.WriteAsync(buffer.AsMemory(0, got), cancellation);
                }

                if (size == 0)
                    return new ImportRefusal(fileName, FilesTexts.FileEmpty);
                file.Flush(flushToDisk: true);
                hash = Convert.ToHexStringLower(sha.GetHashAndReset());
            }

            var place = PlaceOf(hash);
            Directory.CreateDirectory(Path.GetDirectoryName(place)!);
            File.Move(aside, place, overwrite: true);
            return new StoredFile(hash, size);
        }
        finally
        {
            File.Delete(aside);
        }
    }

    /// <summary>The content of a hash, or null when it is not kept here.</summary>
    public Stream? Open(string hash)
    {
        var place = PlaceOf(hash);
        try
        {
            return new FileStream(place, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 81920, FileOptions.Asynchronous | FileOptions.SequentialScan);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public bool Contains(string hash) => File.Exists(PlaceOf(hash));

    /// <summary>Whether the content of a hash is there and still is what its name says.</summary>
    public async Task<bool> Verify(string hash, CancellationToken cancellation)
    {
        await using var content = Open(hash);
        if (content is null)
            return false;
        var found = await SHA256.HashDataAsync(content, cancellation);
        return Convert.ToHexStringLower(found) == hash;
    }

    /// <summary>Removes a content; no word when it is not there.</summary>
    public void Delete(string hash)
    {
        var place = PlaceOf(hash);
        if (File.Exists(place))
            File.Delete(place);
    }

    /// <summary>Every hash that is kept, for checks and backups.</summary>
    public IEnumerable<string> Hashes() => !Directory.Exists(_root)
        ? []
        : Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories).Select(place => Path.GetFileName(place)).Where(IsHash);

    private static bool IsHash(string value) =>
        value.Length == 64 && value.All(character => character is (>= '0' and <= '9') or (>= 'a' and <= 'f'));

    /// <exception cref="ArgumentException">Not a hash: a path must never be made of what comes from outside.</exception>
    private string PlaceOf(string hash) => IsHash(hash)
        ? Path.Combine(_root, hash[..2], hash)
        : throw new ArgumentException("Not a SHA-256 in lower-case hexadecimal.", nameof(hash));
}
