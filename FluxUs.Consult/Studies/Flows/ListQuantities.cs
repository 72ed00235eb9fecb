using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="Source">The document; null when none is recorded, then <paramref name="SourceNote"/> says where the figure is from.</param>
public sealed record QuantityRow(
    Guid Id, string Key, LocalText Label, decimal Value, LocalText Unit, int? Year, Source? Source, string SourceNote, string Locator,
    Guid? FlowId, Guid? OfferingId, int Version);

/// <summary>All figures under one key, newest year first.</summary>
public sealed record QuantityGroup(string Key, IReadOnlyList<QuantityRow> Figures)
{
    /// <summary>Its sources do not agree: all are shown, none is chosen.</summary>
    public bool IsDisputed => Disagree(Figures.Select(figure => (figure.Value, figure.Unit)));

    /// <summary>The one rule of what counts as disputed: another value, or another unit.</summary>
    public static bool Disagree(IEnumerable<(decimal Value, LocalText Unit)> figures) => figures.Distinct().Take(2).Count() > 1;
}

public sealed class ListQuantities(ConsultDbContext db, ISourceLookup sources)
{
    /// <returns>Every figure of the study, by key.</returns>
    public async Task<Outcome<IReadOnlyList<QuantityGroup>>> Run(StudyAccess access, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadCatalogue)) return Outcome.Forbidden;
        return Outcome.Done(await Of(access.StudyId, cancellation));
    }

    internal async Task<IReadOnlyList<QuantityGroup>> Of(Guid studyId, CancellationToken cancellation)
    {
        var quantities = await db.Set<Quantity>().AsNoTracking().Where(quantity => quantity.StudyId == studyId).ToListAsync(cancellation);
        var documents = (await sources.All(studyId, cancellation)).ToDictionary(source => source.Id);
        return quantities
            .Select(quantity => new QuantityRow(
                quantity.Id, quantity.Key, quantity.Label, quantity.Value, quantity.Unit, quantity.Year,
                quantity.ReferenceId is { } reference ? documents.GetValueOrDefault(reference) : null,
                quantity.SourceNote, quantity.Locator, quantity.FlowId, quantity.OfferingId, quantity.Version))
            .GroupBy(row => row.Key)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new QuantityGroup(group.Key, [.. group.OrderByDescending(row => row.Year).ThenBy(row => row.Value)]))
            .ToList();
    }
}
