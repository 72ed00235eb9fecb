using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record CorrectQuantityRequest(Guid Operation, Guid Id, int Version, QuantityContents Contents);

/// <summary>Corrects a figure in place; its key and what it measures stay.</summary>
public sealed class CorrectQuantity(ConsultDbContext db, ISourceLookup sources)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, CorrectQuantityRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var quantity = await db.Set<Quantity>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.Id, cancellation);
            if (quantity is null) return Outcome.NotFound;
            var contents = request.Contents with { Key = quantity.Key };
            if (QuantityRules.Refuse(contents) is { } refusal) return refusal;
            if (!await QuantityRules.StandsInStudy(db, sources, access, contents with { FlowId = null, OfferingId = null }, cancellation)) return Outcome.NotFound;
            db.Expect(quantity, request.Version);
            quantity.Correct(contents.Label, contents.Value!.Value, contents.Unit, contents.Year);
            quantity.ComesFrom(contents.ReferenceId, contents.SourceNote, contents.Locator);
            return Nothing.Value;
        }, cancellation);
    }
}
