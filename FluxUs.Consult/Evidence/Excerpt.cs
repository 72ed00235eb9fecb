using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Evidence;

/// <summary>How surely an excerpt stands where it says, after its text was corrected.</summary>
public enum ExcerptPlace { Placed, Uncertain, Detached }

/// <summary>A span of a source text with its quote and context, its tags, offerings, stage, coder and memo.</summary>
public sealed class Excerpt : IVersioned
{
    private readonly List<ExcerptTag> _tags = [];
    private readonly List<ExcerptOffering> _offerings = [];

    private Excerpt() => (Quote, Before, After, Memo) = ("", "", "", new AutosavedText());

    public Excerpt(Guid studyId, Guid sourceTextId, int number, int textVersion, ExcerptSpan span, Guid codedBy, DateTime codedAt)
    {
        Id = Guid.CreateVersion7();
        StudyId = studyId;
        SourceTextId = sourceTextId;
        Number = number;
        CodedBy = codedBy;
        CodedAt = codedAt;
        (Quote, Before, After, Memo) = ("", "", "", new AutosavedText());
        PlaceAt(textVersion, span, ExcerptPlace.Placed);
    }

    /// <summary>Puts a removed excerpt back as it was, under its own id and number.</summary>
    internal static Excerpt PutBack(Guid studyId, Guid sourceTextId, ExcerptState state, ExcerptSpan span)
    {
        var excerpt = new Excerpt(studyId, sourceTextId, state.Number, state.TextVersion, span, state.CodedBy, state.CodedAt) { Id = state.Id };
        excerpt.PointAtStage(state.StageId);
        excerpt.TagWith(state.Tags);
        excerpt.Concern(state.Offerings);
        if (state.Memo.Length > 0) excerpt.Memo.Save(Guid.CreateVersion7(), 0, state.Memo, state.CodedBy, state.CodedAt);
        return excerpt;
    }

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    public Guid SourceTextId { get; private set; }
    /// <summary>Its number in its source text, from 1, never given twice.</summary>
    public int Number { get; private set; }
    public int TextVersion { get; private set; }
    /// <summary>UTF-16 units in the text of that version.</summary>
    public int Start { get; private set; }
    public int Length { get; private set; }
    [ExpertWords] public string Quote { get; private set; }
    [ExpertWords] public string Before { get; private set; }
    [ExpertWords] public string After { get; private set; }
    public ExcerptPlace Place { get; private set; }
    public Guid? StageId { get; private set; }
    public AutosavedText Memo { get; private set; }
    public Guid CodedBy { get; private set; }
    public DateTime CodedAt { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<ExcerptTag> Tags => _tags;
    public IReadOnlyList<ExcerptOffering> Offerings => _offerings;

    public int End => Start + Length;

    public void PlaceAt(int textVersion, ExcerptSpan span, ExcerptPlace place) =>
        (TextVersion, Start, Length, Quote, Before, After, Place) = (textVersion, span.Start, span.Quote.Length, span.Quote, span.Before, span.After, place);

    /// <summary>Its text was corrected, and where it now belongs is for a person to decide.</summary>
    public void Doubt() => Place = ExcerptPlace.Uncertain;

    /// <summary>The corrected text no longer says its words: it stays on the version before.</summary>
    public void Detach() => Place = ExcerptPlace.Detached;

    public void PointAtStage(Guid? stageId) => StageId = stageId;

    public void TagWith(IEnumerable<Guid> tagIds)
    {
        var wanted = tagIds.Distinct().ToList();
        _tags.RemoveAll(tag => !wanted.Contains(tag.TagId));
        _tags.AddRange(wanted.Where(id => _tags.All(tag => tag.TagId != id)).Select(id => new ExcerptTag(Id, id)));
    }

    public void Concern(IEnumerable<Guid> offeringIds)
    {
        var wanted = offeringIds.Distinct().ToList();
        _offerings.RemoveAll(offering => !wanted.Contains(offering.OfferingId));
        _offerings.AddRange(wanted.Where(id => _offerings.All(offering => offering.OfferingId != id)).Select(id => new ExcerptOffering(Id, id)));
    }
}

/// <summary>A place in a text with what stands there and around it.</summary>
public sealed record ExcerptSpan(int Start, string Quote, string Before, string After)
{
    /// <summary>UTF-16 units kept on each side to find the place again.</summary>
    public const int ContextLength = 48;

    /// <param name="text">The text of one version.</param>
    /// <param name="start">Where a character begins, as is the end.</param>
    public static ExcerptSpan Of(string text, int start, int length)
    {
        var before = Math.Max(0, start - ContextLength);
        var after = Math.Min(text.Length, start + length + ContextLength);
        // Half a surrogate pair would not survive being stored.
        if (before > 0 && char.IsLowSurrogate(text[before])) before++;
        if (after < text.Length && char.IsLowSurrogate(text[after])) after--;
        return new ExcerptSpan(start, text.Substring(start, length), text[before..start], text[(start + length)..after]);
    }
}

public sealed class ExcerptTag
{
    private ExcerptTag() { }

    internal ExcerptTag(Guid excerptId, Guid tagId) => (ExcerptId, TagId) = (excerptId, tagId);

    public Guid ExcerptId { get; private set; }
    public Guid TagId { get; private set; }
}

public sealed class ExcerptOffering
{
    private ExcerptOffering() { }

    internal ExcerptOffering(Guid excerptId, Guid offeringId) => (ExcerptId, OfferingId) = (excerptId, offeringId);

    public Guid ExcerptId { get; private set; }
    public Guid OfferingId { get; private set; }
}

internal sealed class ExcerptConfiguration : IEntityTypeConfiguration<Excerpt>, IEntityTypeConfiguration<ExcerptTag>, IEntityTypeConfiguration<ExcerptOffering>
{
    public void Configure(EntityTypeBuilder<Excerpt> builder)
    {
        builder.HasOne<SourceText>().WithMany().HasForeignKey(excerpt => excerpt.SourceTextId);
        builder.HasOne<Stage>().WithMany().HasForeignKey(excerpt => excerpt.StageId);
        builder.HasOne<Account>().WithMany().HasForeignKey(excerpt => excerpt.CodedBy);
        builder.ComplexProperty(excerpt => excerpt.Memo);
        builder.HasMany(excerpt => excerpt.Tags).WithOne().HasForeignKey(tag => tag.ExcerptId);
        builder.HasMany(excerpt => excerpt.Offerings).WithOne().HasForeignKey(offering => offering.ExcerptId);
        builder.HasIndex(excerpt => new { excerpt.SourceTextId, excerpt.Number }).IsUnique();
        builder.HasIndex(excerpt => excerpt.StudyId);
    }

    public void Configure(EntityTypeBuilder<ExcerptTag> builder)
    {
        builder.HasKey(tag => new { tag.ExcerptId, tag.TagId });
        builder.HasOne<Tag>().WithMany().HasForeignKey(tag => tag.TagId);
    }

    public void Configure(EntityTypeBuilder<ExcerptOffering> builder)
    {
        builder.HasKey(offering => new { offering.ExcerptId, offering.OfferingId });
        builder.HasOne<Offering>().WithMany().HasForeignKey(offering => offering.OfferingId);
    }
}
