using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <summary>What a figure says and where it comes from.</summary>
/// <param name="Key">A slug that prose points at; two figures under one key disagree or confirm each other, side by side.</param>
/// <param name="ReferenceId">The document, if it is in the study's literature; else <paramref name="SourceNote"/> says it.</param>
/// <param name="Locator">Where in the document: "p. 12".</param>
/// <param name="FlowId">What is measured; a flow or an offering.</param>
public sealed record QuantityContents(
    string Key, LocalText Label, decimal? Value, LocalText Unit, int? Year, Guid? ReferenceId, string SourceNote, string Locator, Guid? FlowId, Guid? OfferingId);

public sealed record AddQuantityRequest(Guid Operation, QuantityContents Contents);

public sealed class AddQuantity(ConsultDbContext db, ISourceLookup sources)
{
    public async Task<Outcome<Guid>> Handle(StudyAccess access, AddQuantityRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        var contents = request.Contents;
        if (QuantityRules.Refuse(contents) is { } refusal) return refusal;
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            if (!await QuantityRules.StandsInStudy(db, sources, access, contents, cancellation)) return Outcome.NotFound;
            var quantity = new Quantity(access.StudyId, contents.Key.Trim(), contents.Label, contents.Value!.Value, contents.Unit, contents.Year);
            quantity.ComesFrom(contents.ReferenceId, contents.SourceNote, contents.Locator);
            quantity.Measures(contents.FlowId, contents.OfferingId);
            db.Add(quantity);
            return quantity.Id;
        }, cancellation);
    }
}

internal static class QuantityRules
{
    public static Outcome? Refuse(QuantityContents contents)
    {
        var refusals = new List<Refusal>();
        void Add(string key, string field) => refusals.Add(new Refusal(typeof(StudiesTexts), key, field));
        if (!Codes.IsSlug(contents.Key.Trim())) Add("SlugUnreadable", nameof(contents.Key));
        if (contents.Label.IsEmpty) Add("QuantityNeedsLabel", nameof(contents.Label));
        if (contents.Value is null) Add("QuantityNeedsValue", nameof(contents.Value));
        if (contents.Unit.IsEmpty) Add("QuantityNeedsUnit", nameof(contents.Unit));
        if (contents.Year is < 1900 or > 2100) Add("YearUnreadable", nameof(contents.Year));
        return refusals.Count == 0 ? null : Outcome.Refused(refusals);
    }

    public static async Task<bool> StandsInStudy(ConsultDbContext db, ISourceLookup sources, StudyAccess access, QuantityContents contents, CancellationToken cancellation) =>
        (contents.FlowId is null || await db.Set<Flow>().AnyAsync(flow => flow.StudyId == access.StudyId && flow.Id == contents.FlowId, cancellation))
        && (contents.OfferingId is null || await db.Set<Offering>().AnyAsync(offering => offering.StudyId == access.StudyId && offering.Id == contents.OfferingId, cancellation))
        && await IsOfStudy(sources, access, contents.ReferenceId, cancellation);

    /// <summary>Whether a document is of this study's literature; none always is.</summary>
    public static async Task<bool> IsOfStudy(ISourceLookup sources, StudyAccess access, Guid? referenceId, CancellationToken cancellation) =>
        referenceId is null || (await sources.All(access.StudyId, cancellation)).Any(source => source.Id == referenceId);
}
