using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;

namespace FluxUs.Consult.Interviews;

public sealed record CancelInterviewRequest(Guid Operation, string Code, int Version);

/// <summary>Says that an interview will not be held. One whose words were handed over to coding was held.</summary>
public sealed class CancelInterview(ConsultDbContext db)
{
    public async Task<Outcome<Nothing>> Handle(StudyAccess access, CancelInterviewRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteInterviews)) return Outcome.Forbidden;
        return await db.Write<Nothing>(access.Actor, request.Operation, async () =>
        {
            var interview = await db.FindInterview(access, request.Code, cancellation);
            if (interview is null) return Outcome.NotFound;
            db.Expect(interview, request.Version);
            if (interview.Status == InterviewStatus.HandedOver) return Outcome.Refused<InterviewsTexts>("InterviewWasHeld");
            interview.Cancel();
            return Nothing.Value;
        }, cancellation);
    }
}
