using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Accounts;

public enum LinkPurpose
{
    /// <summary>Opens an account that someone was invited to.</summary>
    Invitation,
    /// <summary>Gives an account back to whoever lost the password or the second factor.</summary>
    Recovery,
    /// <summary>Makes the first account of an empty installation.</summary>
    FirstManager,
}

/// <summary>A link that works once, for a week. The database knows only the hash of its secret, so that a copy of it opens nothing.</summary>
public sealed class OneTimeLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private OneTimeLink() => TokenHash = "";

    /// <param name="accountId">Whose it is; null for the first account, which does not exist yet.</param>
    public OneTimeLink(LinkPurpose purpose, Guid? accountId, string token, DateTime at) =>
        (Id, Purpose, AccountId, TokenHash, CreatedAt, ExpiresAt) = (Guid.CreateVersion7(), purpose, accountId, HashOf(token), at, at + Lifetime);

    public Guid Id { get; private set; }
    public LinkPurpose Purpose { get; private set; }
    public Guid? AccountId { get; private set; }
    public string TokenHash { get; private set; }
    public DateTime CreatedAt { get; private set; }
    public DateTime ExpiresAt { get; private set; }
    public DateTime? UsedAt { get; private set; }

    public bool IsOpenAt(DateTime moment) => UsedAt is null && moment < ExpiresAt;

    public void Use(DateTime at) => UsedAt ??= at;

    /// <summary>256 random bits, in letters that an address may hold (RFC 4648, section 5).</summary>
    public static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}

internal sealed class OneTimeLinkConfiguration : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> builder)
    {
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(link => link.AccountId);
    }
}
