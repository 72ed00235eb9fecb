using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Studies;

/// <summary>A material or activity stream: wood, excavated earth, organic waste.</summary>
public sealed class Flow : IVersioned
{
    private Flow() => (Code, Name) = ("", new LocalText(""));

    /// <param name="code">A slug, unique in the study: "wood".</param>
    public Flow(Guid studyId, string code, LocalText name, int order) =>
        (Id, StudyId, Code, Name, Order) = (Guid.CreateVersion7(), studyId, code, name, order);

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    public string Code { get; private set; }
    [Longest(LongestAttribute.Line)] public LocalText Name { get; private set; }
    [Longest(LongestAttribute.Paragraph)] public LocalText Description { get; private set; } = new("");
    public int Order { get; private set; }
    public int Version { get; private set; }

    public void PlaceAt(int order) => Order = order;

    public void Describe(LocalText name, LocalText description) => (Name, Description) = (name, description);
}

/// <summary>A figure of a flow or an offering. Conflicting ones stand side by side under one <see cref="Key"/>.</summary>
public sealed class Quantity : IVersioned
{
    private Quantity() => (Key, Label, Unit) = ("", new LocalText(""), new LocalText(""));

    /// <param name="key">What prose points at: "wood-2020" in <c>[@number:wood-2020]</c>.</param>
    public Quantity(Guid studyId, string key, LocalText label, decimal value, LocalText unit, int? year) =>
        (Id, StudyId, Key, Label, Value, Unit, Year) = (Guid.CreateVersion7(), studyId, key, label, value, unit, year);

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    public string Key { get; private set; }
    [Longest(LongestAttribute.Line)] public LocalText Label { get; private set; }
    public decimal Value { get; private set; }
    [Longest(LongestAttribute.Line)] public LocalText Unit { get; private set; }
    public int? Year { get; private set; }
    /// <summary>The reference in Literature that gives the figure, if it is recorded there.</summary>
    public Guid? ReferenceId { get; private set; }
    /// <summary>Where the figure comes from when no reference is recorded.</summary>
    [Longest(LongestAttribute.Line)] public string SourceNote { get; private set; } = "";
    /// <summary>Where in the source: "p. 12".</summary>
    [Longest(LongestAttribute.Line)] public string Locator { get; private set; } = "";
    public Guid? FlowId { get; private set; }
    public Guid? OfferingId { get; private set; }
    public int Version { get; private set; }

    public void Correct(LocalText label, decimal value, LocalText unit, int? year) => (Label, Value, Unit, Year) = (label, value, unit, year);

    public void ComesFrom(Guid? referenceId, string note, string locator) => (ReferenceId, SourceNote, Locator) = (referenceId, note.Trim(), locator.Trim());

    public void Measures(Guid? flowId, Guid? offeringId) => (FlowId, OfferingId) = (flowId, offeringId);
}

internal sealed class FlowConfiguration : IEntityTypeConfiguration<Flow>, IEntityTypeConfiguration<Quantity>
{
    public void Configure(EntityTypeBuilder<Flow> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(flow => flow.StudyId);
        builder.HasIndex(flow => new { flow.StudyId, flow.Code }).IsUnique();
        builder.WasOfOneLanguage(flow => flow.Description);
    }

    public void Configure(EntityTypeBuilder<Quantity> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(quantity => quantity.StudyId);
        builder.WasOfOneLanguage(quantity => quantity.Unit);
        builder.HasOne<Flow>().WithMany().HasForeignKey(quantity => quantity.FlowId);
        builder.HasOne<Offering>().WithMany().HasForeignKey(quantity => quantity.OfferingId);
        builder.HasIndex(quantity => new { quantity.StudyId, quantity.Key });
    }
}
