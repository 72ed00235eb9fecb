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
}
