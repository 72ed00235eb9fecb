using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Studies;

/// <summary>From the widest to the narrowest: a strategy that sets aims, a budget line that funds several works, one work.</summary>
public enum ProgrammeKind { Plan, Programme, Project }

/// <summary>A plan, programme or project already at work in the flows under study; public knowledge.</summary>
public sealed class Programme : IVersioned
{
    private readonly List<ProgrammeFlow> _flows = [];
    private readonly List<ProgrammeOffering> _offerings = [];

    private Programme() => (Code, Name) = ("", new LocalText(""));

    /// <param name="code">A slug, unique in the study: "reuse-yards".</param>
    public Programme(Guid studyId, string code, LocalText name) => (Id, StudyId, Code, Name) = (Guid.CreateVersion7(), studyId, code, name);

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    public string Code { get; private set; }
    [Longest(LongestAttribute.Line)] public LocalText Name { get; private set; }
    public ProgrammeKind Kind { get; private set; }
    /// <summary>The organisation that leads it.</summary>
    [Longest(LongestAttribute.Line)] public LocalText Lead { get; private set; } = new("");
    /// <summary>What it does, in a sentence.</summary>
    [Longest(LongestAttribute.Paragraph)] public LocalText Purpose { get; private set; } = new("");
    /// <summary>Euros for its whole period; null while unknown.</summary>
    public decimal? Budget { get; private set; }
    public int? FirstYear { get; private set; }
    /// <summary>Null when it has no end, or none that is known.</summary>
    public int? LastYear { get; private set; }
    [Longest(LongestAttribute.Paragraph)] public string WebAddress { get; private set; } = "";
    /// <summary>The reference in Literature that tells of it, if it is recorded there.</summary>
    public Guid? ReferenceId { get; private set; }
    /// <summary>Who tells of it when no reference is recorded.</summary>
    [Longest(LongestAttribute.Line)] public string SourceNote { get; private set; } = "";
    /// <summary>Where in the source: "p. 12".</summary>
    [Longest(LongestAttribute.Line)] public string Locator { get; private set; } = "";
    public int Version { get; private set; }
    public IReadOnlyList<ProgrammeFlow> Flows => _flows;
    public IReadOnlyList<ProgrammeOffering> Offerings => _offerings;

    public void Describe(ProgrammeContents contents)
    {
        (Name, Kind, Lead, Purpose, Budget) = (contents.Name, contents.Kind, contents.Lead, contents.Purpose, contents.Budget);
        (FirstYear, LastYear, WebAddress) = (contents.FirstYear, contents.LastYear, contents.WebAddress.Trim());
        (ReferenceId, SourceNote, Locator) = (contents.ReferenceId, contents.SourceNote.Trim(), contents.Locator.Trim());
        _flows.RemoveAll(flow => !contents.FlowIds.Contains(flow.FlowId));
        _flows.AddRange(contents.FlowIds.Distinct().Where(id => _flows.All(flow => flow.FlowId != id)).Select(id => new ProgrammeFlow(Id, id)).ToList());
        _offerings.RemoveAll(offering => !contents.OfferingIds.Contains(offering.OfferingId));
        _offerings.AddRange(contents.OfferingIds.Distinct().Where(id => _offerings.All(offering => offering.OfferingId != id)).Select(id => new ProgrammeOffering(Id, id)).ToList());
    }
}

public sealed class ProgrammeFlow
{
    private ProgrammeFlow() { }

    internal ProgrammeFlow(Guid programmeId, Guid flowId) => (ProgrammeId, FlowId) = (programmeId, flowId);

    public Guid ProgrammeId { get; private set; }
    public Guid FlowId { get; private set; }
}

public sealed class ProgrammeOffering
{
    private ProgrammeOffering() { }

    internal ProgrammeOffering(Guid programmeId, Guid offeringId) => (ProgrammeId, OfferingId) = (programmeId, offeringId);

    public Guid ProgrammeId { get; private set; }
    public Guid OfferingId { get; private set; }
}

internal sealed class ProgrammeConfiguration : IEntityTypeConfiguration<Programme>, IEntityTypeConfiguration<ProgrammeFlow>, IEntityTypeConfiguration<ProgrammeOffering>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(programme => programme.StudyId);
        builder.HasIndex(programme => new { programme.StudyId, programme.Code }).IsUnique();
        builder.WasOfOneLanguage(programme => programme.Lead);
        builder.HasMany(programme => programme.Flows).WithOne().HasForeignKey(flow => flow.ProgrammeId);
        builder.HasMany(programme => programme.Offerings).WithOne().HasForeignKey(offering => offering.ProgrammeId);
    }

    public void Configure(EntityTypeBuilder<ProgrammeFlow> builder)
    {
        builder.HasKey(flow => new { flow.ProgrammeId, flow.FlowId });
        builder.HasOne<Flow>().WithMany().HasForeignKey(flow => flow.FlowId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ProgrammeOffering> builder)
    {
        builder.HasKey(offering => new { offering.ProgrammeId, offering.OfferingId });
        builder.HasOne<Offering>().WithMany().HasForeignKey(offering => offering.OfferingId).OnDelete(DeleteBehavior.Restrict);
    }
}
