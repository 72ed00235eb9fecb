using FluxUs.Consult.Accounts;

namespace FluxUs.Consult.Fiches.Editions;

/// <summary>Where editions stand for good: under <c>Site:Address</c>, so that a printed code leads there from anywhere. Where
/// none is set it is the address of the running server, and the checks of a fiche warn of it.</summary>
public sealed class EditionAddresses(SiteAddress site, IConfiguration configuration)
{
    public bool IsLasting => !string.IsNullOrWhiteSpace(configuration["Site:Address"]);

    public string Of(Guid editionId) => site.Of($"editions/{editionId}");
}
