using FluxUs.Consult.Foundation.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Accounts;

/// <summary>One person who signs in. What they may do is a matter of their memberships, not of the account.</summary>
public sealed class Account : IdentityUser<Guid>, IUnaudited
{
    private Account() => DisplayName = "";

    public Account(string email, string displayName)
    {
        Id = Guid.CreateVersion7();
        UserName = email;
        Email = email;
        EmailConfirmed = true;
        DisplayName = displayName;
    }

    /// <summary>How colleagues see the person.</summary>
    [Longest(LongestAttribute.Line)] public string DisplayName { get; set; }

    /// <summary>Chosen language of the interface: fr, nl or en; null follows the browser.</summary>
    public string? Language { get; set; }

    /// <summary>May found a study without managing one already; given with the first account of an installation.</summary>
    public bool MayFoundStudies { get; set; }
}

/// <summary>The tables of ASP.NET Core Identity (schema version 3, passkeys included) without roles.</summary>
internal sealed class AccountConfiguration :
    IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>,
    IEntityTypeConfiguration<IdentityUserToken<Guid>>,
    IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.HasIndex(account => account.NormalizedUserName).IsUnique();
        builder.HasIndex(account => account.NormalizedEmail).IsUnique();
        builder.Property(account => account.ConcurrencyStamp).IsConcurrencyToken();
        builder.Property(account => account.UserName).HasMaxLength(256);
        builder.Property(account => account.Email).HasMaxLength(256);
        builder.HasMany<IdentityUserClaim<Guid>>().WithOne().HasForeignKey(claim => claim.UserId).IsRequired();
        builder.HasMany<IdentityUserLogin<Guid>>().WithOne().HasForeignKey(login => login.UserId).IsRequired();
        builder.HasMany<IdentityUserToken<Guid>>().WithOne().HasForeignKey(token => token.UserId).IsRequired();
        builder.HasMany<IdentityUserPasskey<Guid>>().WithOne().HasForeignKey(passkey => passkey.UserId).IsRequired();
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("AccountClaim").HasKey(claim => claim.Id);

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder) =>
        builder.ToTable("AccountLogin").HasKey(login => new { login.LoginProvider, login.ProviderKey });

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> builder) =>
        builder.ToTable("AccountToken").HasKey(token => new { token.UserId, token.LoginProvider, token.Name });

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("AccountPasskey").HasKey(passkey => passkey.CredentialId);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(1024);
        builder.OwnsOne(passkey => passkey.Data).ToJson();
    }
}
