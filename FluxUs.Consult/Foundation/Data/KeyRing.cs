using System.Security.Cryptography;
using System.Text;

namespace FluxUs.Consult.Foundation.Data;

/// <summary>The installation's secret, kept in a file apart from the database and its backups. Every use has a key of its
/// own, derived from it (HKDF, RFC 5869), so that no key serves two purposes.</summary>
public sealed class KeyRing
{
    private readonly byte[] _secret;

    public KeyRing(byte[] secret) => _secret = secret;

    /// <summary>Opens the key file, or makes it on the first start, readable by the owner only.</summary>
    /// <param name="folder">The folder of keys; made when missing.</param>
    public static KeyRing Open(string folder)
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, "installation.key");
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var file = new FileStream(path, options);
            file.Write(RandomNumberGenerator.GetBytes(32));
            file.Flush(flushToDisk: true);
        }

        var secret = File.ReadAllBytes(path);
        return secret.Length == 32
            ? new KeyRing(secret)
            : throw new InvalidDataException($"The key file {path} is damaged: it holds {secret.Length} bytes instead of 32. Put it back from your copy of the keys.");
    }

    /// <returns>32 bytes, always the same for one purpose.</returns>
    public byte[] Key(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, 32, info: Encoding.UTF8.GetBytes(purpose));

    /// <summary>A keyed hash: the same text gives the same mark, and nobody without the key can guess the text from it.</summary>
    public string Mark(string purpose, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Key(purpose), Encoding.UTF8.GetBytes(text)));
}
