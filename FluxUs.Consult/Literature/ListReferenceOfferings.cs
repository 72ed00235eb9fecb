using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Literature;

/// <summary>The offerings that a document can be about.</summary>
public sealed class ListReferenceOfferings(ConsultDbContext db)
{
    public async Task<Outcome<IReadOnlyList<ReferenceOfferingChoice>>> Run(StudyAccess access, CancellationToken cancellation) =>
        access.May(Permission.ReadReferences) ? await ReferenceOfferingChoice.Of(db, access, cancellation) : Outcome.Forbidden;
}
