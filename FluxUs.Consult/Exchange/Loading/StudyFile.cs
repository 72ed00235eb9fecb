using FluxUs.Consult.Evidence;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Exchange.Loading;

/// <summary><c>study.yaml</c>: the study and everything that is set up before the first interview.</summary>
internal sealed record StudyFile
{
    public const string FileName = "study.yaml";

    public const string LogoFileName = "logo.png";

    public required string Slug { get; init; }
    public required Words Name { get; init; }
    public required Words Description { get; init; }
    public required bool IsDemonstration { get; init; }
    public required DateOnly CurrentOn { get; init; }
    public required string Language { get; init; }
    public required Words Funder { get; init; }
    /// <summary>Of its fiches: the code of a template, a colour and a licence.</summary>
    public required string FicheLook { get; init; }
    public required string Colour { get; init; }
    public required string Licence { get; init; }
    /// <summary>What the logo shows; the picture is <see cref="LogoFileName"/>.</summary>
    public required Words LogoAlternative { get; init; }
    public DateOnly? NextCommittee { get; init; }
    public required List<MemberEntry> Members { get; init; }
    /// <summary>The rest of the committee, who were invited and have not signed in yet.</summary>
    public required List<CommitteeEntry> Committee { get; init; }
    public required List<FlowEntry> Flows { get; init; }
    public required List<QuantityEntry> OfferingQuantities { get; init; }
    public required List<OfferingEntry> Offerings { get; init; }
    public required List<OrganisationEntry> Organisations { get; init; }
    public required List<ProgrammeEntry> Programmes { get; init; }
    public required List<RoleClassEntry> RoleClasses { get; init; }
    public required List<AxisEntry> Codebook { get; init; }
}

internal sealed class MemberEntry
{
    public required string Account { get; init; }
    public required string DisplayName { get; init; }
    public required Words Title { get; init; }
    public required List<Roles> Roles { get; init; }
}

internal sealed class CommitteeEntry
{
    public required string Account { get; init; }
    public required string DisplayName { get; init; }
    public required Words Title { get; init; }
}

internal sealed class FlowEntry
{
    public required string Code { get; init; }
    public required Words Name { get; init; }
    public required Words Description { get; init; }
    public required List<QuantityEntry> Quantities { get; init; }
}

internal sealed class QuantityEntry
{
    public required string Key { get; init; }
    public string? Offering { get; init; }
    public required Words Label { get; init; }
    public required decimal Value { get; init; }
    public required Words Unit { get; init; }
    public int? Year { get; init; }
    public required string Source { get; init; }
    public required string Locator { get; init; }
}

internal sealed class OfferingEntry
{
    public required string Code { get; init; }
    public required Words Name { get; init; }
    public required Words ShortName { get; init; }
    public required OfferingKind Kind { get; init; }
    public required List<string> Flows { get; init; }
    public required string Circularity { get; init; }
    public required bool Retained { get; init; }
    public required Words Description { get; init; }
    public required List<StageEntry> Stages { get; init; }
}

internal sealed class StageEntry
{
    public required string Key { get; init; }
    public required Words Name { get; init; }
}

internal sealed class OrganisationEntry
{
    public required string Name { get; init; }
    public required Words Kind { get; init; }
    public required string WebAddress { get; init; }
    public required List<OrganisationFlowEntry> Flows { get; init; }
}

internal sealed class OrganisationFlowEntry
{
    public required string Flow { get; init; }
    public required Words Role { get; init; }
}

internal sealed class ProgrammeEntry
{
    public required string Code { get; init; }
    public required Words Name { get; init; }
    public required ProgrammeKind Kind { get; init; }
    public required Words Lead { get; init; }
    public required Words Purpose { get; init; }
    public decimal? Budget { get; init; }
    public int? FirstYear { get; init; }
    public int? LastYear { get; init; }
    public string WebAddress { get; init; } = "";
    public string? Source { get; init; }
    public string SourceNote { get; init; } = "";
    public string Locator { get; init; } = "";
    public List<string> Flows { get; init; } = [];
    public List<string> Offerings { get; init; } = [];
}

internal sealed class RoleClassEntry
{
    public required string Code { get; init; }
    public required Words Name { get; init; }
    public required Words ShortName { get; init; }
}

internal sealed class AxisEntry
{
    public required string Code { get; init; }
    public required Words Name { get; init; }
    public required Words ShortName { get; init; }
    public required List<TagEntry> Tags { get; init; }
}

internal sealed class TagEntry
{
    public required string Code { get; init; }
    public required TagKind Kind { get; init; }
    public required string Colour { get; init; }
    public int? Favourite { get; init; }
    public required Words Name { get; init; }
    public required Words Definition { get; init; }
}
