using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Literature;

/// <param name="Version">The version that the person saw.</param>
public sealed record ChangeReferenceRequest(Guid Operation, string CitationKey, int Version, ReferenceFields Fields);

/// <summary>Corrects a reference. Its source text follows to the offerings that it now concerns.</summary>
public sealed class ChangeReference(ConsultDbContext db, FollowOrigin follow)
{
    public async Task<Outcome<string>> Handle(StudyAccess access, ChangeReferenceRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteReferences)) return Outcome.Forbidden;
        return await db.Write<string>(access.Actor, request.Operation, async () =>
        {
            var reference = await db.FindReference(access, request.CitationKey, cancellation);
            if (reference is null) return Outcome.NotFound;
            db.Expect(reference, request.Version);
            var refusals = await request.Fields.Check(db, access, ReferenceFields.Of(reference.Item, []), cancellation);
            if (refusals.Count > 0) return Outcome.Refused(refusals);
            reference.Describe(request.Fields.Into(reference.Item));
            reference.Concern(request.Fields.OfferingIds);
            // Its offerings are part of it: also a change of these alone is a new version.
            db.Entry(reference).Property(found => found.Version).IsModified = true;
            var followed = await follow.Handle(access, new FollowOriginRequest(Guid.Empty, reference.Id, [], request.Fields.OfferingIds, null), cancellation);
            if (!followed.IsDone) return followed.Failure;
            return reference.CitationKey;
        }, cancellation);
    }
}
