using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

public sealed record RemoveQuantityRequest(Guid Operation, Guid Id);

public sealed class RemoveQuantity(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RemoveQuantityRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteCatalogue)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var quantity = await db.Set<Quantity>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.Id, cancellation);
            if (quantity is null) return Outcome.NotFound;
            db.Remove(quantity);
            return Nothing.Value;
        }, cancellation);
    }
}
