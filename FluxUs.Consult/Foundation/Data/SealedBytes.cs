using System.Security.Cryptography;
using System.Text;

namespace FluxUs.Consult.Foundation.Data;

/// <summary>Seals what nobody may read in a copy of the database: AES-256-GCM (NIST SP 800-38D), a nonce before it and the tag behind.
/// Where it stands is bound in, so a value moved elsewhere does not open.</summary>
internal static class SealedBytes
{
    private const int NonceLength = 12, TagLength = 16;

    /// <param name="place">Table, column and row.</param>
    public static byte[] Seal(byte[] key, byte[] content, string place)
    {
        var result = new byte[NonceLength + content.Length + TagLength];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceLength));
        using var cipher = new AesGcm(key, TagLength);
        cipher.Encrypt(result.AsSpan(0, NonceLength), content, result.AsSpan(NonceLength, content.Length), result.AsSpan(NonceLength + content.Length), Encoding.UTF8.GetBytes(place));
        return result;
    }

    /// <exception cref="CryptographicException">Another key, another place, or a changed content.</exception>
    public static byte[] Open(byte[] key, byte[] content, string place)
    {
        if (content.Length < NonceLength + TagLength) throw new CryptographicException("The sealed value is cut short.");
        var result = new byte[content.Length - NonceLength - TagLength];
        using var cipher = new AesGcm(key, TagLength);
        cipher.Decrypt(content.AsSpan(0, NonceLength), content.AsSpan(NonceLength, result.Length), content.AsSpan(NonceLength + result.Length), result, Encoding.UTF8.GetBytes(place));
        return result;
    }
}
