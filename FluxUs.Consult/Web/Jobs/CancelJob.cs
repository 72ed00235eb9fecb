using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Jobs;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Web.Jobs;

public sealed record CancelJobRequest(Guid Id, Guid? Operation = null);

/// <summary>Stops a job; nothing of it stays.</summary>
public sealed class CancelJob(ConsultDbContext db, JobDesk desk, TimeProvider time)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, CancelJobRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.OpenStudy)) return Outcome.Forbidden;
        var outcome = await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var job = await db.Set<Job>().SingleOrDefaultAsync(found => found.Id == request.Id && found.StudyId == access.StudyId && found.AccountId == access.Actor.Id, cancellation);
            if (job is null) return Outcome.NotFound;
            if (!job.HasEnded) job.Cancel(time.GetUtcNow().UtcDateTime);
            return Nothing.Value;
        }, cancellation);
        if (outcome.IsDone) desk.Stop(request.Id);
        return outcome;
    }
}
