using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Evidence;

/// <summary>What a code says of its excerpt. <see cref="Axis"/> only groups: the lever and the obstacle of one axis meet in it.</summary>
public enum TagKind { Axis, Lever, Obstacle, Need, Actor, Figure, Other }

/// <summary>One code of the study's codebook, in a tree.</summary>
public sealed class Tag : IVersioned
{
    private Tag() => (Code, Name, Colour) = ("", new LocalText(""), "");

    /// <param name="code">A slug, unique in the study: "insurance-refusal".</param>
    /// <param name="colour">"#a3341f".</param>
    public Tag(Guid studyId, string code, LocalText name, TagKind kind, string colour, Guid? parentId, int order) =>
        (Id, StudyId, Code, Name, Kind, Colour, ParentId, Order) = (Guid.CreateVersion7(), studyId, code, name, kind, colour, parentId, order);

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    public string Code { get; private set; }
    [Longest(LongestAttribute.Line)] public LocalText Name { get; private set; }
    [Longest(LongestAttribute.Paragraph)] public LocalText Definition { get; private set; } = new("");
    public TagKind Kind { get; private set; }
    public string Colour { get; private set; }
    public Guid? ParentId { get; private set; }
    public int Order { get; private set; }
    /// <summary>The digit that throws it on the coding desk, 1 to 9.</summary>
    public int? Favourite { get; private set; }
    /// <summary>A researcher's wish for a locked codebook; a manager accepts it.</summary>
    public bool IsProposed { get; private set; }
    public int Version { get; private set; }

    public void Describe(LocalText name, LocalText definition, TagKind kind, string colour, Guid? parentId, int? favourite) =>
        (Name, Definition, Kind, Colour, ParentId, Favourite) = (name, definition, kind, colour, parentId, favourite);

    public void Propose() => IsProposed = true;

    public void Accept() => IsProposed = false;

    public void MoveTo(int order) => Order = order;
}

internal sealed class TagConfiguration : IEntityTypeConfiguration<Tag>
{
    public void Configure(EntityTypeBuilder<Tag> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(tag => tag.StudyId);
        builder.HasOne<Tag>().WithMany().HasForeignKey(tag => tag.ParentId);
        builder.HasIndex(tag => new { tag.StudyId, tag.Code }).IsUnique();
    }
}
