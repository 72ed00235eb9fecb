using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Codebook;

public sealed record AcceptTagRequest(Guid Operation, string Code);

/// <summary>Takes a proposed tag into the locked codebook.</summary>
public sealed class AcceptTag(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, AcceptTagRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.LockCodebook)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var tag = await db.Set<Tag>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (tag is null) return Outcome.NotFound;
            tag.Accept();
            return Nothing.Value;
        }, cancellation);
    }
}
