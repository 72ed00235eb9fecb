using FluxUs.Consult.Evidence;
using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Fiches;

/// <summary>One published, frozen fiche. It never changes; a correction is a new edition. Only a withdrawal takes its content.</summary>
public sealed class Edition
{
    private Edition() => (Document, PageStyle, Pdf, Sha256, Changes) = ("", "", [], "", "");

    public Edition(Guid id, Guid studyId, Guid ficheId, int number, Audience audience, string document, string pageStyle, byte[] pdf, string sha256, int pages, string changes, Guid by, DateTime at)
    {
        Id = id;
        StudyId = studyId;
        FicheId = ficheId;
        Number = number;
        Audience = audience;
        Document = document;
        PageStyle = pageStyle;
        Pdf = pdf;
        Sha256 = sha256;
        Pages = pages;
        Changes = changes.Trim();
        PublishedBy = by;
        PublishedAt = at;
    }

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    public Guid FicheId { get; private set; }
    public int Number { get; private set; }
    /// <summary>For whom its labels and quotes were computed.</summary>
    public Audience Audience { get; private set; }
    /// <summary>The serialised FicheDocument, labels and quotes included; empty once withdrawn.</summary>
    [ExpertWords] public string Document { get; private set; }
    public string PageStyle { get; private set; }
    /// <summary>The bytes as published: the proof. Empty once withdrawn.</summary>
    public byte[] Pdf { get; private set; }
    /// <summary>Of <see cref="Pdf"/> as published, in hexadecimal; it stays when the bytes go.</summary>
    public string Sha256 { get; private set; }
    public int Pages { get; private set; }
    /// <summary>What changed since the edition before, as its publisher says it.</summary>
    [ExpertWords] public string Changes { get; private set; }
    public Guid PublishedBy { get; private set; }
    public DateTime PublishedAt { get; private set; }
    /// <summary>When an expert whose words it used withdrew; it stays as published, marked.</summary>
    public DateTime? FlaggedAt { get; private set; }

    /// <summary>When the manager took its content away for good.</summary>
    public DateTime? WithdrawnAt { get; private set; }

    public bool IsWithdrawn => WithdrawnAt is not null;

    public void Flag(DateTime at) => FlaggedAt ??= at;

    /// <summary>Only that it was, its number, its date and its hash stay.</summary>
    public void Withdraw(DateTime at) => (WithdrawnAt, Document, PageStyle, Pdf, Changes) = (WithdrawnAt ?? at, "", "", [], "");
}

/// <summary>A source that an edition cited or quoted, so that a withdrawal finds it. It outlives the source.</summary>
public sealed class EditionSource
{
    public required Guid EditionId { get; init; }
    public required Guid SourceTextId { get; init; }
}

internal sealed class EditionConfiguration : IEntityTypeConfiguration<Edition>, IEntityTypeConfiguration<EditionSource>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.HasOne<Fiche>().WithMany().HasForeignKey(edition => edition.FicheId);
        builder.HasIndex(edition => new { edition.FicheId, edition.Number }).IsUnique();
        builder.HasIndex(edition => edition.StudyId);
        builder.Ignore(edition => edition.IsWithdrawn);
    }

    public void Configure(EntityTypeBuilder<EditionSource> builder)
    {
        builder.HasKey(source => new { source.EditionId, source.SourceTextId });
        builder.HasOne<Edition>().WithMany().HasForeignKey(source => source.EditionId);
        builder.HasIndex(source => source.SourceTextId);
    }
}
