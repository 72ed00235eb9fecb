using System.Security.Cryptography;
using FluxUs.Consult.Foundation.Files;

namespace FluxUs.Consult.Tests.Foundation.Files;

public sealed class FileStoreTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("consult-files-").FullName;

    [Fact]
    public async Task A_file_is_kept_under_its_hash_once_and_given_back()
    {
        var store = new FileStore(_root, 1_000);
        var content = "contenu"u8.ToArray();

        var kept = (await store.Store(new MemoryStream(content), "a.txt", TestContext.Current.CancellationToken)).Value!;
        await store.Store(new MemoryStream(content), "b.txt", TestContext.Current.CancellationToken);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), kept.Hash);
        Assert.Equal(7, kept.Size);
        Assert.Equal([kept.Hash], store.Hashes());
        using var stream = store.Open(kept.Hash)!;
        using var reader = new StreamReader(stream);
        Assert.Equal("contenu", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.True(await store.Verify(kept.Hash, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_is_too_large_or_empty_is_refused_and_nothing_stays()
    {
        var store = new FileStore(_root, 1_000);

        Assert.Equal(FilesTexts.FileTooLarge, (await store.Store(new MemoryStream(new byte[1_001]), "a", TestContext.Current.CancellationToken)).Refusal!.Key);
        Assert.Equal(FilesTexts.FileEmpty, (await store.Store(new MemoryStream(), "a", TestContext.Current.CancellationToken)).Refusal!.Key);
        Assert.Empty(Directory.EnumerateFiles(_root, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_changed_or_absent_content_does_not_verify()
    {
        var store = new FileStore(_root, 1_000);
        var kept = (await store.Store(new MemoryStream([1, 2, 3]), "a", TestContext.Current.CancellationToken)).Value!;
        await File.WriteAllBytesAsync(Path.Combine(_root, kept.Hash[..2], kept.Hash), [1, 2, 4], TestContext.Current.CancellationToken);

        Assert.False(await store.Verify(kept.Hash, TestContext.Current.CancellationToken));
        store.Delete(kept.Hash);
        Assert.Null(store.Open(kept.Hash));
        Assert.False(await store.Verify(kept.Hash, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentException>(() => store.Open("../../etc/passwd"));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);
}
