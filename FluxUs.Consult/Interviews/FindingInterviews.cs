using FluxUs.Consult.Experts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

internal static class FindingInterviews
{
    /// <summary>The interview with this code in this study, whole, to be changed; null when there is none.</summary>
    public static Task<Interview?> FindInterview(this ConsultDbContext db, StudyAccess access, string code, CancellationToken cancellation) =>
        db.Set<Interview>().Include(interview => interview.Experts).Include(interview => interview.Interviewers).Include(interview => interview.Offerings)
            .AsSplitQuery().FirstOrDefaultAsync(interview => interview.StudyId == access.StudyId && interview.Code == code, cancellation);

    /// <summary>The code of an expert of the interview who withdrew and has not agreed again; null when there is none.</summary>
    public static async Task<string?> Withdrawn(this ConsultDbContext db, Guid interviewId, CancellationToken cancellation)
    {
        var experts = await db.Set<Interview>().AsNoTracking().Where(interview => interview.Id == interviewId).SelectMany(interview => interview.Experts)
            .Join(db.Set<Expert>().Include(expert => expert.Consents), own => own.ExpertId, expert => expert.Id, (own, expert) => expert).ToListAsync(cancellation);
        return experts.Find(expert => expert.HasWithdrawn)?.Code;
    }
}
