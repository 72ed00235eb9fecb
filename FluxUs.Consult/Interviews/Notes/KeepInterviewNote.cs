using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

/// <param name="Question">The code of a question in the interview's guide, or <see cref="InterviewGuides.Free"/>.</param>
/// <param name="Written">What the browser sends.</param>
public sealed record KeepInterviewNoteRequest(string Code, string Question, AutosaveText Written);

/// <summary>Keeps the notes under one question as they are typed.</summary>
public sealed class KeepInterviewNote(ConsultDbContext db, InterviewGuides guides, TimeProvider time)
{
    public async Task<Outcome<AutosaveAnswer>> Handle(StudyAccess access, KeepInterviewNoteRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteInterviews)) return Outcome.Forbidden;
        return await db.Write<AutosaveAnswer>(access.Actor, null, async () =>
        {
            var interview = await db.Set<Interview>().FirstOrDefaultAsync(found => found.StudyId == access.StudyId && found.Code == request.Code, cancellation);
            if (interview is null) return Outcome.NotFound;
            var withdrawn = await db.Withdrawn(interview.Id, cancellation);
            if (withdrawn is not null) return Outcome.Refused<InterviewsTexts>("ConsentWithdrawn", null, withdrawn);
            var note = await db.Set<InterviewNote>().FirstOrDefaultAsync(found => found.InterviewId == interview.Id && found.Question == request.Question, cancellation);
            if (note is null)
            {
                // Notes under a question that the guide has no more stay with their interview; new ones need a question that is asked.
                if (request.Question != InterviewGuides.Free && guides.Find(interview.GuideCode)?.Questions.Any(question => question.Code == request.Question) != true) return Outcome.NotFound;
                note = new InterviewNote(interview.Id, request.Question);
                db.Add(note);
            }

            var (written, now) = (request.Written, time.GetUtcNow().UtcDateTime);
            switch (note.Text.Save(written.Operation, written.Revision, written.Text, access.Actor.Id, now))
            {
                case AutosaveResult.Conflict:
                    db.ChangeTracker.Clear();
                    return new AutosaveAnswer.Changed(note.Text.Revision, note.Text.Text, note.Text.SavedAt ?? now, await db.NameOf(note.Text.SavedBy, cancellation));
                case AutosaveResult.Saved when interview.Status != InterviewStatus.Held:
                    interview.Hold();
                    break;
            }

            return new AutosaveAnswer.Saved(note.Text.Revision, note.Text.SavedAt ?? now);
        }, cancellation);
    }
}
