using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Interviews;

public sealed record ScheduleInterviewRequest(Guid Operation, InterviewPlan Plan);

/// <summary>Records an interview to come, or one that was held.</summary>
public sealed class ScheduleInterview(ConsultDbContext db, CodeSequences codes, InterviewGuides guides)
{
    /// <returns>The code of the new interview.</returns>
    public async Task<Outcome<string>> Handle(StudyAccess access, ScheduleInterviewRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteInterviews)) return Outcome.Forbidden;
        return await db.Write<string>(access.Actor, request.Operation, async () =>
        {
            var plan = request.Plan;
            var refusals = await plan.Check(db, access, guides, [], cancellation);
            if (refusals.Count > 0) return Outcome.Refused(refusals);
            var interview = new Interview(access.StudyId, await codes.Next(access.StudyId, Interview.CodePrefix, cancellation), plan.Date!.Value, plan.Language);
            interview.Schedule(plan.Date.Value, plan.Place, plan.Language, plan.GuideCode);
            interview.BringTogether(plan.ExpertIds, plan.InterviewerIds, plan.OfferingIds);
            db.Add(interview);
            return interview.Code;
        }, cancellation);
    }
}
