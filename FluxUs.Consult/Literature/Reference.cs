using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Literature.Importing;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Literature;

/// <summary>One item of literature, kept as CSL-JSON (citation-style-language schema 1.0.2) with the fields that lists show.</summary>
public sealed class Reference : IVersioned
{
    public const string CodePrefix = "D-";

    private readonly List<ReferenceOffering> _offerings = [];

    private Reference() => (Code, CitationKey, Csl, Title, Authors) = ("", "", "{}", "", "");

    public Reference(Guid studyId, string code, string citationKey) =>
        (Id, StudyId, Code, CitationKey, Csl, Title, Authors) = (Guid.CreateVersion7(), studyId, code, citationKey, "{}", "", "");

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    /// <summary>D-07.</summary>
    public string Code { get; private set; }
    /// <summary>Unique in the study; part of its address.</summary>
    public string CitationKey { get; private set; }
    /// <summary>The whole item as CSL-JSON.</summary>
    public string Csl { get; private set; }
    public string Title { get; private set; }
    /// <summary>"Dupont, A.; Janssens, B."</summary>
    public string Authors { get; private set; }
    public int? Year { get; private set; }
    /// <summary>The CSL type: "report", "article-journal".</summary>
    public string Type { get; private set; } = "document";
    public string Doi { get; private set; } = "";
    /// <summary>fr, nl or en; empty when it is another one or not known.</summary>
    public string Language { get; private set; } = "";
    /// <summary>What a search goes through: key, authors, title and year in small letters without marks.</summary>
    public string SearchText { get; private set; } = "";
    public int Version { get; private set; }
    public IReadOnlyList<ReferenceOffering> Offerings => _offerings;

    public CslItem Item => CslJsonWriter.FromJson(Csl);

    /// <summary>Takes over what an item of literature says; the citation key and the code stay.</summary>
    public void Describe(CslItem item)
    {
        Csl = CslJsonWriter.ToJson(item with { Id = CitationKey });
        Type = string.IsNullOrWhiteSpace(item.Type) ? "document" : item.Type.Trim();
        Title = item.Title?.Trim() ?? "";
        Authors = string.Join("; ", (item.Author is { Count: > 0 } authors ? authors : item.Editor ?? []).Select(NameOf));
        Year = item.Year;
        Doi = item.Doi?.Trim() ?? "";
        Language = KnownLanguage(item.Language);
        SearchText = string.Join(' ', TitleKey.Words($"{Code} {CitationKey} {Authors} {Title} {Year}"));
    }

    public void Concern(IEnumerable<Guid> offeringIds)
    {
        var wanted = offeringIds.Distinct().ToList();
        _offerings.RemoveAll(offering => !wanted.Contains(offering.OfferingId));
        _offerings.AddRange(wanted.Where(id => _offerings.All(offering => offering.OfferingId != id)).Select(id => new ReferenceOffering(Id, id)));
    }

    /// <summary>"van Dam, A." as one sorts it; a body by its whole name.</summary>
    internal static string NameOf(CslName name)
    {
        if (name.Family is null) return name.Literal ?? name.Given ?? "";
        var family = string.Join(' ', new[] { name.NonDroppingParticle, name.Family, name.Suffix }.Where(part => part is { Length: > 0 }));
        var given = string.Join(' ', new[] { name.Given, name.DroppingParticle }.Where(part => part is { Length: > 0 }));
        return given.Length == 0 ? family : $"{family}, {given}";
    }

    // Files write fr, fr-BE, fra, french or Français for one language.
    private static string KnownLanguage(string? language) => (language ?? "").Trim().ToLowerInvariant() switch
    {
        "" => "",
        var tag when tag == "fr" || tag.StartsWith("fr-", StringComparison.Ordinal) || tag is "fra" or "fre" or "french" or "français" or "francais" or "frans" => "fr",
        var tag when tag == "nl" || tag.StartsWith("nl-", StringComparison.Ordinal) || tag is "nld" or "dut" or "dutch" or "nederlands" or "néerlandais" => "nl",
        var tag when tag == "en" || tag.StartsWith("en-", StringComparison.Ordinal) || tag is "eng" or "english" or "anglais" or "engels" or "american" or "british" or "ukenglish" or "usenglish" => "en",
        _ => "",
    };
}

public sealed class ReferenceOffering
{
    private ReferenceOffering() { }

    internal ReferenceOffering(Guid referenceId, Guid offeringId) => (ReferenceId, OfferingId) = (referenceId, offeringId);

    public Guid ReferenceId { get; private set; }
    public Guid OfferingId { get; private set; }
}

/// <summary>What the team wrote of a reference, one note for all; page numbers as "p. 41" at the head of a paragraph.</summary>
public sealed class ReadingNote
{
    private ReadingNote() => Text = new AutosavedText();

    public ReadingNote(Guid referenceId, Guid by) => (Id, ReferenceId, WrittenBy, Text) = (Guid.CreateVersion7(), referenceId, by, new AutosavedText());

    public Guid Id { get; private set; }
    public Guid ReferenceId { get; private set; }
    /// <summary>Who began it; each save knows its own author.</summary>
    public Guid WrittenBy { get; private set; }
    public AutosavedText Text { get; private set; }
}

/// <summary>A file kept with a reference, by its hash in the file store.</summary>
public sealed class Attachment
{
    private Attachment() => (FileName, Sha256, MediaType) = ("", "", "");

    public Attachment(Guid referenceId, string fileName, string sha256, long size, string mediaType, DateTime at) =>
        (Id, ReferenceId, FileName, Sha256, Size, MediaType, AttachedAt) = (Guid.CreateVersion7(), referenceId, fileName, sha256, size, mediaType, at);

    public Guid Id { get; private set; }
    public Guid ReferenceId { get; private set; }
    public string FileName { get; private set; }
    public string Sha256 { get; private set; }
    public long Size { get; private set; }
    public string MediaType { get; private set; }
    public DateTime AttachedAt { get; private set; }
}

internal sealed class ReferenceConfiguration :
    IEntityTypeConfiguration<Reference>, IEntityTypeConfiguration<ReferenceOffering>, IEntityTypeConfiguration<ReadingNote>, IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Reference> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(reference => reference.StudyId);
        builder.HasMany(reference => reference.Offerings).WithOne().HasForeignKey(offering => offering.ReferenceId);
        builder.HasMany<ReadingNote>().WithOne().HasForeignKey(note => note.ReferenceId);
        builder.HasMany<Attachment>().WithOne().HasForeignKey(attachment => attachment.ReferenceId);
        builder.Ignore(reference => reference.Item);
        builder.HasIndex(reference => new { reference.StudyId, reference.CitationKey }).IsUnique();
        builder.HasIndex(reference => new { reference.StudyId, reference.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReferenceOffering> builder)
    {
        builder.HasKey(offering => new { offering.ReferenceId, offering.OfferingId });
        builder.HasOne<Offering>().WithMany().HasForeignKey(offering => offering.OfferingId);
    }

    public void Configure(EntityTypeBuilder<ReadingNote> builder)
    {
        builder.ComplexProperty(note => note.Text);
        builder.HasIndex(note => note.ReferenceId).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(note => note.WrittenBy);
    }

    public void Configure(EntityTypeBuilder<Attachment> builder) => builder.HasIndex(attachment => attachment.ReferenceId);
}
