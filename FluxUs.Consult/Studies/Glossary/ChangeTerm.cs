using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="Version">The one that the person saw.</param>
public sealed record ChangeTermRequest(Guid Operation, Guid Id, int Version, GlossaryContents Contents);

public sealed class ChangeTerm(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, ChangeTermRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteGlossary)) return Outcome.Forbidden;
        if (GlossaryRules.Refuse(request.Contents) is { Count: > 0 } refusals) return Outcome.Refused(refusals);
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var terms = await db.Set<GlossaryTerm>().Where(found => found.StudyId == access.StudyId).ToListAsync(cancellation);
            if (terms.Find(found => found.Id == request.Id) is not { } term) return Outcome.NotFound;
            if (GlossaryRules.RefuseTwice(terms.Where(other => other != term), request.Contents) is { } refusal) return refusal;
            db.Expect(term, request.Version);
            term.Describe(request.Contents);
            return Nothing.Value;
        }, cancellation);
    }
}
