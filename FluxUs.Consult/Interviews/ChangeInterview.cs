using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Interviews;

/// <param name="Version">The version that the person saw.</param>
public sealed record ChangeInterviewRequest(Guid Operation, string Code, int Version, InterviewPlan Plan);

/// <summary>Corrects an interview. Its source texts follow: whose words they hold, for which offerings, of which day.</summary>
public sealed class ChangeInterview(ConsultDbContext db, InterviewGuides guides, FollowOrigin follow)
{
    public async Task<Outcome<string>> Handle(StudyAccess access, ChangeInterviewRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteInterviews)) return Outcome.Forbidden;
        return await db.Write<string>(access.Actor, request.Operation, async () =>
        {
            var interview = await db.FindInterview(access, request.Code, cancellation);
            if (interview is null) return Outcome.NotFound;
            db.Expect(interview, request.Version);
            var plan = request.Plan;
            var refusals = await plan.Check(db, access, guides, [.. interview.Experts.Select(expert => expert.ExpertId)], cancellation);
            if (refusals.Count > 0) return Outcome.Refused(refusals);
            interview.Schedule(plan.Date!.Value, plan.Place, plan.Language, plan.GuideCode);
            interview.BringTogether(plan.ExpertIds, plan.InterviewerIds, plan.OfferingIds);
            // Whom it brings together is part of it: also a change of these alone is a new version.
            db.Entry(interview).Property(found => found.Version).IsModified = true;

            var followed = await follow.Handle(access, new FollowOriginRequest(Guid.Empty, interview.Id, plan.ExpertIds, plan.OfferingIds, plan.Date), cancellation);
            if (!followed.IsDone) return followed.Failure;
            return interview.Code;
        }, cancellation);
    }
}
