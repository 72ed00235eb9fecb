using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Experts;

/// <summary>A person consulted. Who they are is sealed with a key of their own; the rest of the study knows a code, a class
/// of role and languages.</summary>
public sealed class Expert : IVersioned
{
    private readonly List<Consent> _consents = [];

    private Expert() => (Code, WrappedKey, NameIndex, EmailIndex) = ("", [], "", "");

    internal Expert(Guid studyId, string code, Guid roleClassId) : this()
    {
        Id = Guid.CreateVersion7();
        StudyId = studyId;
        Code = code;
        RoleClassId = roleClassId;
    }

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    /// <summary>X07, for the team only; never printed.</summary>
    public string Code { get; private set; }
    public Guid RoleClassId { get; private set; }
    /// <summary>Two-letter codes, in order of preference.</summary>
    public List<string> Languages { get; private set; } = [];
    /// <summary>The field, as an anonymous label may say it: "filière construction".</summary>
    [Longest(LongestAttribute.Line)] public LocalText Field { get; private set; } = new("");

    /// <summary>The expert's own key, wrapped by the installation's; erasing it erases the identity everywhere.</summary>
    [ExpertWords] public byte[] WrappedKey { get; internal set; }
    [ExpertWords] public byte[] SealedName { get; internal set; } = [];
    [ExpertWords] public byte[] SealedOrganisation { get; internal set; } = [];
    [ExpertWords] public byte[] SealedFunction { get; internal set; } = [];
    [ExpertWords] public byte[] SealedEmail { get; internal set; } = [];
    [ExpertWords] public byte[] SealedPhone { get; internal set; } = [];

    /// <summary>Keyed hashes by which a name or address is found without being opened.</summary>
    [ExpertWords] public string NameIndex { get; internal set; }
    [ExpertWords] public string EmailIndex { get; internal set; }

    public int Version { get; private set; }
    public IReadOnlyList<Consent> Consents => _consents;

    public void Describe(Guid roleClassId, IEnumerable<string> languages, LocalText field) =>
        (RoleClassId, Languages, Field) = (roleClassId, [.. languages], field);

    /// <summary>What the consents on record allow on a day. Whoever is erased has withdrawn, also where no consent was ever recorded.</summary>
    public ConsentStanding StandingOn(DateOnly day) => IsErased ? new(ConsentState.Withdrawn) : ConsentStanding.On(day, _consents);

    /// <summary>Whether the identity was erased after a withdrawal: only the code and the fact remain.</summary>
    public bool IsErased => WrappedKey.Length == 0;

    /// <summary>Withdrew, and has not agreed again. Its consents have to be loaded.</summary>
    public bool HasWithdrawn => StandingOn(DateOnly.MaxValue).State == ConsentState.Withdrawn;

    /// <summary>Throws the key away with all that it sealed; nothing opens it again, here or in a copy.</summary>
    public void EraseIdentity()
    {
        WrappedKey = SealedName = SealedOrganisation = SealedFunction = SealedEmail = SealedPhone = [];
        NameIndex = EmailIndex = "";
    }

    public Consent Agree(Consent consent)
    {
        _consents.Add(consent);
        return consent;
    }
}

/// <summary>Where a consent stands on a day; of several the later state weighs more.</summary>
public enum ConsentState { None, Given, Expired, Withdrawn }

/// <summary>How an expert may be named, from the strictest to the most open.</summary>
public enum Attribution { Anonymous, RoleOnly, Named }

public enum ConsentReuse { ThisStudy, FurtherStudies }

/// <summary>What one expert agreed to, in which version of which form, for how long.</summary>
public sealed class Consent
{
    private Consent() => FormVersion = "";

    public Consent(Guid expertId, string formVersion, DateOnly givenOn, DateOnly? validUntil, Attribution attribution, bool recording, bool transcript, ConsentReuse reuse)
    {
        Id = Guid.CreateVersion7();
        ExpertId = expertId;
        FormVersion = formVersion;
        GivenOn = givenOn;
        ValidUntil = validUntil;
        Attribution = attribution;
        Recording = recording;
        Transcript = transcript;
        Reuse = reuse;
    }

    public Guid Id { get; private set; }
    public Guid ExpertId { get; private set; }
    /// <summary>Of the form in <c>templates/consent</c>: "2026-1".</summary>
    [Longest(LongestAttribute.Line)] public string FormVersion { get; private set; }
    public DateOnly GivenOn { get; private set; }
    /// <summary>The last day on which it holds; null when the expert set no end.</summary>
    public DateOnly? ValidUntil { get; private set; }
    public Attribution Attribution { get; private set; }
    public bool Recording { get; private set; }
    public bool Transcript { get; private set; }
    public ConsentReuse Reuse { get; private set; }
    public DateOnly? WithdrawnOn { get; private set; }
    /// <summary>When somebody said that it had been recorded by mistake; it stays on record and counts no more.</summary>
    public DateTime? MistakenAt { get; private set; }
    public Guid? MistakenBy { get; private set; }
    /// <summary>Why it is a mistake, which may tell something of the expert; empty once the expert withdrew.</summary>
    [ExpertWords] public string? MistakenReason { get; private set; }

    public void Withdraw(DateOnly on)
    {
        WithdrawnOn ??= on;
        if (MistakenReason is not null) MistakenReason = "";
    }

    /// <summary>Says that it was never given so. What was withdrawn stays withdrawn.</summary>
    public void MarkMistaken(Guid by, DateTime at, string reason)
    {
        if (WithdrawnOn is not null) throw new InvalidOperationException("A withdrawn consent is no mistake.");
        (MistakenBy, MistakenAt, MistakenReason) = (by, at, reason.Trim());
    }

    /// <summary>Whether it says on a day what the expert agreed to. A withdrawal always counts.</summary>
    public bool CountsOn(DateOnly day) => GivenOn <= day && (MistakenAt is null || WithdrawnOn <= day);

    public ConsentState StateOn(DateOnly day) =>
        WithdrawnOn <= day ? ConsentState.Withdrawn : ValidUntil < day ? ConsentState.Expired : day < GivenOn ? ConsentState.None : ConsentState.Given;
}

internal sealed class ExpertConfiguration : IEntityTypeConfiguration<Expert>, IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Expert> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(expert => expert.StudyId);
        builder.HasOne<RoleClass>().WithMany().HasForeignKey(expert => expert.RoleClassId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(expert => new { expert.StudyId, expert.Code }).IsUnique();
        builder.HasIndex(expert => new { expert.StudyId, expert.NameIndex });
        builder.HasMany(expert => expert.Consents).WithOne().HasForeignKey(consent => consent.ExpertId);
        builder.Ignore(expert => expert.IsErased).Ignore(expert => expert.HasWithdrawn);
    }

    public void Configure(EntityTypeBuilder<Consent> builder) => builder.HasIndex(consent => consent.ExpertId);
}
