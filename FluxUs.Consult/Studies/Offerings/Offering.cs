using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Studies;

public enum OfferingKind { Product, Service }

/// <summary>One product or service under study, in one or more flows; the unit of a fiche.</summary>
public sealed class Offering : IVersioned
{
    private readonly List<Stage> _stages = [];
    private readonly List<OfferingFlow> _flows = [];

    private Offering() => (Code, Name, Circularity) = ("", new LocalText(""), "");

    /// <param name="code">P01: a letter and two figures, unique in the study.</param>
    /// <param name="circularity">Its level on the R ladder as people write it: "R3", "R4-R5" or empty.</param>
    public Offering(Guid studyId, string code, LocalText name, string circularity) =>
        (Id, StudyId, Code, Name, Circularity) = (Guid.CreateVersion7(), studyId, code, name, circularity);

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    public string Code { get; private set; }
    [Longest(LongestAttribute.Line)] public LocalText Name { get; private set; }
    /// <summary>For tables and drawings; empty when the name is short enough.</summary>
    [Longest(LongestAttribute.Line)] public LocalText ShortName { get; private set; } = new("");
    public OfferingKind Kind { get; private set; }
    /// <summary>As <see cref="CircularityLadder"/> reads it.</summary>
    [Longest(LongestAttribute.Line)] public string Circularity { get; private set; }
    [Longest(LongestAttribute.Paragraph)] public LocalText Description { get; private set; } = new("");
    public int Version { get; private set; }
    public IReadOnlyList<Stage> Stages => _stages;
    public IReadOnlyList<OfferingFlow> Flows => _flows;

    public void Describe(LocalText name, LocalText shortName, OfferingKind kind, string circularity, LocalText description) =>
        (Name, ShortName, Kind, Circularity, Description) = (name, shortName, kind, CircularityLadder.Read(circularity) ?? circularity.Trim(), description);

    /// <summary>Puts the offering in these flows, the first being the one that its fiche prints.</summary>
    public void PlaceIn(IEnumerable<Guid> flowIds)
    {
        var wanted = flowIds.Distinct().ToList();
        _flows.RemoveAll(flow => !wanted.Contains(flow.FlowId));
        for (var order = 0; order < wanted.Count; order++)
        {
            var present = _flows.Find(flow => flow.FlowId == wanted[order]);
            if (present is null) _flows.Add(new OfferingFlow(Id, wanted[order], order));
            else present.Order = order;
        }
    }

    /// <summary>Adds a step at the end of the value chain.</summary>
    public Stage AddStage(LocalText name)
    {
        var stage = new Stage(Id, name, _stages.Count == 0 ? 1 : _stages.Max(stage => stage.Order) + 1);
        _stages.Add(stage);
        return stage;
    }

    /// <summary>Moves a step one place towards the start (-1) or the end (+1) of the chain.</summary>
    public void MoveStage(Guid stageId, int by)
    {
        var ordered = _stages.OrderBy(stage => stage.Order).ToList();
        var from = ordered.FindIndex(stage => stage.Id == stageId);
        var to = from + by;
        if (from < 0 || to < 0 || to >= ordered.Count) return;
        (ordered[from].Order, ordered[to].Order) = (ordered[to].Order, ordered[from].Order);
    }

    public void RemoveStage(Guid stageId) => _stages.RemoveAll(stage => stage.Id == stageId);
}

/// <summary>One step of an offering's value chain: collection, sorting, storage.</summary>
public sealed class Stage
{
    private Stage() => Name = new LocalText("");

    internal Stage(Guid offeringId, LocalText name, int order) => (Id, OfferingId, Name, Order) = (Guid.CreateVersion7(), offeringId, name, order);

    public Guid Id { get; private set; }
    public Guid OfferingId { get; private set; }
    [Longest(LongestAttribute.Line)] public LocalText Name { get; private set; }
    public int Order { get; internal set; }

    public void Rename(LocalText name) => Name = name;
}

public sealed class OfferingFlow
{
    private OfferingFlow() { }

    internal OfferingFlow(Guid offeringId, Guid flowId, int order) => (OfferingId, FlowId, Order) = (offeringId, flowId, order);

    public Guid OfferingId { get; private set; }
    public Guid FlowId { get; private set; }
    public int Order { get; internal set; }
}

internal sealed class OfferingConfiguration : IEntityTypeConfiguration<Offering>, IEntityTypeConfiguration<Stage>, IEntityTypeConfiguration<OfferingFlow>
{
    public void Configure(EntityTypeBuilder<Offering> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(offering => offering.StudyId);
        builder.HasIndex(offering => new { offering.StudyId, offering.Code }).IsUnique();
        builder.WasOfOneLanguage(offering => offering.Description);
        builder.HasMany(offering => offering.Stages).WithOne().HasForeignKey(stage => stage.OfferingId);
        builder.HasMany(offering => offering.Flows).WithOne().HasForeignKey(flow => flow.OfferingId);
        builder.Navigation(offering => offering.Stages).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(offering => offering.Flows).UsePropertyAccessMode(PropertyAccessMode.Field);
    }

    public void Configure(EntityTypeBuilder<Stage> builder) => builder.HasIndex(stage => new { stage.OfferingId, stage.Order });

    public void Configure(EntityTypeBuilder<OfferingFlow> builder)
    {
        builder.HasKey(flow => new { flow.OfferingId, flow.FlowId });
        builder.HasOne<Flow>().WithMany().HasForeignKey(flow => flow.FlowId).OnDelete(DeleteBehavior.Restrict);
    }
}
