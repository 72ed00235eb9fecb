namespace FluxUs.Consult.Fiches.Editions;

/// <summary>Where editions stand for good: under <c>Site:Address</c>, so that a printed code leads there from anywhere.</summary>
public sealed class EditionAddresses(IConfiguration configuration)
{
    public string Of(Guid editionId) => $"{(configuration["Site:Address"] ?? "http://localhost:5080").TrimEnd('/')}/editions/{editionId}";
}
