using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FluxUs.Consult.Studies;

/// <summary>An organisation at work in the flows under study; public knowledge, unlike the experts.</summary>
public sealed class Organisation : IVersioned
{
    private Organisation() => (Name, Kind) = ("", new LocalText(""));

    public Organisation(Guid studyId, string name, LocalText kind) => (Id, StudyId, Name, Kind) = (Guid.CreateVersion7(), studyId, name.Trim(), kind);

    public Guid Id { get; private set; }
    public Guid StudyId { get; private set; }
    [Longest(LongestAttribute.Line)] public string Name { get; private set; }
    /// <summary>What it is, in words: "social enterprise", "federation".</summary>
    [Longest(LongestAttribute.Line)] public LocalText Kind { get; private set; }
    [Longest(LongestAttribute.Line)] public string WebAddress { get; private set; } = "";
    public int Version { get; private set; }

    public void Describe(string name, LocalText kind, string webAddress) => (Name, Kind, WebAddress) = (name.Trim(), kind, webAddress.Trim());
}

/// <summary>What an organisation does in a flow or for an offering.</summary>
public sealed class OrganisationRole
{
    private OrganisationRole() => Role = new LocalText("");

    public OrganisationRole(Guid organisationId, Guid? flowId, Guid? offeringId, LocalText role) =>
        (Id, OrganisationId, FlowId, OfferingId, Role) = (Guid.CreateVersion7(), organisationId, flowId, offeringId, role);

    public Guid Id { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Guid? FlowId { get; private set; }
    public Guid? OfferingId { get; private set; }
    [Longest(LongestAttribute.Line)] public LocalText Role { get; private set; }
}

internal sealed class OrganisationConfiguration : IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<OrganisationRole>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.HasOne<Study>().WithMany().HasForeignKey(organisation => organisation.StudyId);
        builder.HasIndex(organisation => new { organisation.StudyId, organisation.Name }).IsUnique();
        builder.WasOfOneLanguage(organisation => organisation.Kind);
    }

    public void Configure(EntityTypeBuilder<OrganisationRole> builder)
    {
        builder.HasOne<Organisation>().WithMany().HasForeignKey(role => role.OrganisationId);
        builder.WasOfOneLanguage(role => role.Role);
        builder.HasOne<Flow>().WithMany().HasForeignKey(role => role.FlowId);
        builder.HasOne<Offering>().WithMany().HasForeignKey(role => role.OfferingId);
    }
}
