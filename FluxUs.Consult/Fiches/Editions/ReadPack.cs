using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Fiches.Editions;

/// <param name="IsLong">Whether it takes longer than one waits for a page, and is prepared as a job.</param>
public sealed record PackView(string Language, IReadOnlyList<PackLine> Lines, bool IsLong);

public sealed record PackLine(string OfferingCode, LocalText OfferingName, int Number, DateTime PublishedAt, Guid EditionId);

/// <summary>What a pack would hold for this reader.</summary>
public sealed class ReadPack(ConsultDbContext db)
{
    /// <summary>About a second on two cores: see docs/performance.md.</summary>
    public const int MostAtOnce = 60;

    public async Task<Outcome<PackView>> Run(StudyAccess access, string language, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadFiches)) return Outcome.Forbidden;
        var editions = await PackContents.Of(db, access, language, cancellation);
        return new PackView(language, [.. editions.Select(edition => new PackLine(edition.OfferingCode, edition.OfferingName, edition.Number, edition.PublishedAt, edition.Id))], editions.Count > MostAtOnce);
    }
}
