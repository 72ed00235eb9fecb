using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Studies;

/// <summary>The container of all that follows; nothing is visible across studies.</summary>
public sealed class Study : IVersioned
{
    private Study() => (Slug, Name, Language) = ("", new LocalText(""), "fr");

    public Study(string slug, LocalText name, string language = "fr", bool isDemonstration = false)
    {
        Id = Guid.CreateVersion7();
        Slug = slug;
        Name = name;
        Language = language;
        IsDemonstration = isDemonstration;
    }

    public Guid Id { get; private set; }
    public string Slug { get; private set; }
    [Longest(LongestAttribute.Line)] public LocalText Name { get; private set; }
    /// <summary>What it is about, in a sentence or two, as its home and covers print it.</summary>
    [Longest(LongestAttribute.Paragraph)] public LocalText Description { get; private set; } = new("");
    /// <summary>The language most texts are written in: fr, nl or en.</summary>
    public string Language { get; private set; }
    /// <summary>Shows the banner that everything in it is invented.</summary>
    public bool IsDemonstration { get; private set; }
    /// <summary>Who orders and pays the study, as fiches print it.</summary>
    [Longest(LongestAttribute.Line)] public LocalText Funder { get; private set; } = new("");
    public DateOnly? NextCommittee { get; private set; }
    public bool CodebookLocked { get; private set; }
    /// <summary>The look of its fiches: a file of <c>templates/fiches</c>, without its ending. Empty for the usual one.</summary>
    public string FicheLook { get; private set; } = "";
    /// <summary>The colour that a look may take from the study, as #rrggbb; empty for the look's own.</summary>
    public string Colour { get; private set; } = "";
    /// <summary>Under which licence its fiches may be used again, as they print it; empty for none said.</summary>
    public string Licence { get; private set; } = "";
    /// <summary>SHA-256 of the file of its logo, which a look may print; empty for none.</summary>
    public string Logo { get; private set; } = "";
    /// <summary>What the logo shows or says, for those who do not see it.</summary>
    public LocalText LogoAlternative { get; private set; } = new("");
    public int Version { get; private set; }

    public void Describe(LocalText name, LocalText description, LocalText funder, DateOnly? nextCommittee) =>
        (Name, Description, Funder, NextCommittee) = (name, description, funder, nextCommittee);

    /// <summary>Says how its fiches look and how they may be used.</summary>
    public void Print(string ficheLook, string colour, string licence) => (FicheLook, Colour, Licence) = (ficheLook, colour, licence.Trim());

    /// <summary>Takes a logo, or none where both are empty.</summary>
    public void Bear(string logo, LocalText alternative) => (Logo, LogoAlternative) = (logo, alternative);

    public void LockCodebook(bool locked) => CodebookLocked = locked;
}

/// <summary>One account's roles in one study.</summary>
public sealed class Membership : IVersioned
{
    private Membership() { }

    public Membership(Guid studyId, Guid accountId, Roles roles) => (StudyId, AccountId, Roles) = (studyId, accountId, roles);

    public Guid StudyId { get; private set; }
    public Guid AccountId { get; private set; }
    public Roles Roles { get; private set; }
    /// <summary>The function and organisation, as the committee's page and fiches say it.</summary>
    [Longest(LongestAttribute.Line)] public LocalText Title { get; private set; } = new("");
    public int Version { get; private set; }

    public void Give(Roles roles, LocalText title) => (Roles, Title) = (roles, title);
}

/// <summary>A study's class of people: "sorting or repair operator". Labels and coverage are counted by it.</summary>
public sealed class RoleClass : IVersioned
{
    private RoleClass() => (Code, Name) = ("", new LocalText(""));

    public RoleClass(Guid studyId, string code, LocalText name, LocalText? shortName = null) =>
        (Id, StudyId, Code, Name, ShortName) = (Guid.CreateVersion7(), studyId, code, name, shortName ?? new LocalText(""));

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    public string Code { get; private set; }
    /// <summary>As a label prints it: "a manager in a reuse company".</summary>
    [Longest(LongestAttribute.Line)] public LocalText Name { get; private set; }
    /// <summary>The head of a table's column; empty when the name serves.</summary>
    [Longest(LongestAttribute.Line)] public LocalText ShortName { get; private set; } = new("");
    public int Version { get; private set; }

    public void Rename(LocalText name, LocalText shortName) => (Name, ShortName) = (name, shortName);
}

internal sealed class StudyConfiguration : IEntityTypeConfiguration<Study>, IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<RoleClass>
{
    public void Configure(EntityTypeBuilder<Study> builder)
    {
        builder.HasIndex(study => study.Slug).IsUnique();
        builder.WasOfOneLanguage(study => study.Funder);
    }

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.HasKey(membership => new { membership.StudyId, membership.AccountId });
        builder.HasOne<Study>().WithMany().HasForeignKey(membership => membership.StudyId);
        builder.HasOne<Accounts.Account>().WithMany().HasForeignKey(membership => membership.AccountId);
        builder.Property(membership => membership.Roles).HasConversion<int>();
        builder.WasOfOneLanguage(membership => membership.Title);
    }

    public void Configure(EntityTypeBuilder<RoleClass> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(roleClass => roleClass.StudyId);
        builder.HasIndex(roleClass => new { roleClass.StudyId, roleClass.Code }).IsUnique();
    }
}
