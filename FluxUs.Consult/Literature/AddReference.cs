using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Literature.Importing;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Literature;

public sealed record AddReferenceRequest(Guid Operation, ReferenceFields Fields);

/// <summary>Records one reference by hand.</summary>
public sealed class AddReference(ConsultDbContext db, CodeSequences codes)
{
    /// <returns>The citation key of the new reference.</returns>
    public async Task<Outcome<string>> Handle(StudyAccess access, AddReferenceRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteReferences)) return Outcome.Forbidden;
        return await db.Write<string>(access.Actor, request.Operation, async () =>
        {
            var refusals = await request.Fields.Check(db, access, ReferenceFields.Empty, cancellation);
            if (refusals.Count > 0) return Outcome.Refused(refusals);
            var item = request.Fields.Into(new CslItem());
            var keys = await db.FreeKeys(access.StudyId, cancellation);
            var reference = new Reference(access.StudyId, await codes.Next(access.StudyId, Reference.CodePrefix, cancellation), keys.Next(item));
            reference.Describe(item);
            reference.Concern(request.Fields.OfferingIds);
            db.Add(reference);
            return reference.CitationKey;
        }, cancellation);
    }
}
