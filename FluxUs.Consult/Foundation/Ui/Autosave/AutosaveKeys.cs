using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace FluxUs.Consult.Foundation.Ui.Autosave;

/// <summary>Where the secret of the drafts stands: outside of the database and its backups.</summary>
public sealed class AutosaveOptions
{
    /// <summary>The largest answer of a browser that is read, in bytes: <see cref="KeptText.MaxLength"/> in UTF-8, escaped.</summary>
    public const int MaxBody = 8_000_000;

    /// <summary>A file of 32 random bytes; made on first use when it is missing.</summary>
    public string KeyFile { get; set; } = Path.Combine("data", "keys", "drafts.key");
}

/// <summary>
/// The keys with which a browser seals its drafts: one per account, from the server's secret, the account and its security stamp
/// (HKDF with SHA-256, RFC 5869). A new stamp (password changed, access withdrawn) makes older drafts unreadable.
/// </summary>
public sealed class AutosaveKeys(IOptions<AutosaveOptions> options)
{
    private const int KeyLength = 32;
    private const string SecurityStamp = "AspNet.Identity.SecurityStamp";
    private readonly Lazy<byte[]> secret = new(() => ReadOrMake(options.Value.KeyFile));

    /// <summary>The 32 bytes for this person; the person must be signed in.</summary>
    public byte[] KeyOf(ClaimsPrincipal person)
    {
        var account = AccountOf(person) ?? throw new InvalidOperationException("Drafts have a key only for a person who is signed in.");
        var stamp = person.FindFirstValue(SecurityStamp) ?? "";
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.Value, KeyLength, Encoding.UTF8.GetBytes(account), Encoding.UTF8.GetBytes("drafts " + stamp));
    }

    /// <summary>A name under which the browser files this person's drafts; says nothing of who it is.</summary>
    public string ShelfOf(ClaimsPrincipal person) =>
        Convert.ToHexStringLower(HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.Value, 16, Encoding.UTF8.GetBytes(AccountOf(person) ?? ""), "shelf"u8.ToArray()));

    private static string? AccountOf(ClaimsPrincipal person) => person.FindFirstValue(ClaimTypes.NameIdentifier);

    private static byte[] ReadOrMake(string file)
    {
        if (!File.Exists(file))
        {
            var made = RandomNumberGenerator.GetBytes(KeyLength);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            var creation = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                creation.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            try
            {
                using var stream = new FileStream(file, creation);
                stream.Write(made);
                stream.Flush(flushToDisk: true);
                return made;
            }
            catch (IOException) when (File.Exists(file))
            {
                // Another process was first: its secret counts.
            }
        }

        var secret = File.ReadAllBytes(file);
        return secret.Length == KeyLength
            ? secret
            : throw new InvalidDataException($"{file} must hold {KeyLength} bytes and holds {secret.Length}. Put the right file back, or remove it: drafts in browsers that were not sent are then lost.");
    }
}
