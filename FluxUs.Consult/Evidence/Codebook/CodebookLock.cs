using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Evidence.Codebook;

internal static class CodebookLock
{
    /// <summary>Whether this person may change the codebook now: a manager always, others until it is locked.</summary>
    public static async Task<bool> IsOpenTo(ConsultDbContext db, StudyAccess access, CancellationToken cancellation) =>
        access.May(Permission.LockCodebook)
        || !await db.Set<Study>().Where(study => study.Id == access.StudyId).Select(study => study.CodebookLocked).FirstAsync(cancellation);
}

public sealed record LockCodebookRequest(Guid Operation, bool Locked);

/// <summary>Locks the codebook, so that coding goes on with the same tags for everyone, or opens it again.</summary>
public sealed class LockCodebook(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, LockCodebookRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.LockCodebook)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var study = await db.Set<Study>().FirstAsync(found => found.Id == access.StudyId, cancellation);
            study.LockCodebook(request.Locked);
            return Nothing.Value;
        }, cancellation);
    }
}
