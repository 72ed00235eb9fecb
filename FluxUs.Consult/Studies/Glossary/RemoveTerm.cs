using FluxUs.Consult.Foundation.Data;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Studies;

/// <param name="Version">The one that the person saw: what was changed since is not removed unseen.</param>
public sealed record RemoveTermRequest(Guid Operation, Guid Id, int Version);

public sealed class RemoveTerm(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, RemoveTermRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteGlossary)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var term = await db.Set<GlossaryTerm>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Id == request.Id, cancellation);
            if (term is null) return Outcome.NotFound;
            if (term.Version != request.Version) return Outcome.Changed;
            db.Remove(term);
            return Nothing.Value;
        }, cancellation);
    }
}
