using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Jobs;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Web.Jobs;

public sealed record JobFile(Stream Content, string FileName, string MediaType);

/// <summary>What came of a job, for whoever began it and still is in the study what they were then.</summary>
public sealed class OpenJobFile(ConsultDbContext db, JobFiles files, TimeProvider time)
{
    public async Task<Outcome<JobFile>> Run(StudyAccess access, Guid id, CancellationToken cancellation)
    {
        if (!access.May(Permission.OpenStudy)) return Outcome.Forbidden;
        var roles = access.Roles.ToString();
        var job = await db.Set<Job>().AsNoTracking()
            .SingleOrDefaultAsync(found => found.Id == id && found.StudyId == access.StudyId && found.AccountId == access.Actor.Id && found.AskedAs == roles, cancellation);
        if (job is null || !job.IsKept(time.GetUtcNow().UtcDateTime) || files.Open(id) is not { } content) return Outcome.NotFound;
        return new JobFile(content, job.FileName!, job.MediaType!);
    }
}
