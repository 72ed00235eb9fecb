using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Interviews;

/// <summary>The notes under one question as they stand; empty before the first word.</summary>
public sealed class ReadInterviewNote(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<AutosaveAnswer>> Run(StudyAccess access, string code, string question, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadUnclearedTexts)) return Outcome.Forbidden;
        var interview = await db.Set<Interview>().AsNoTracking().Where(found => found.StudyId == access.StudyId && found.Code == code)
            .Select(found => (Guid?)found.Id).FirstOrDefaultAsync(cancellation);
        if (interview is null) return Outcome.NotFound;
        var text = await db.Set<InterviewNote>().AsNoTracking().Where(note => note.InterviewId == interview && note.Question == question)
            .Select(note => note.Text).FirstOrDefaultAsync(cancellation);
        return new AutosaveAnswer.Standing(text?.Revision ?? 0, text?.Text ?? "", text?.SavedAt ?? time.GetUtcNow().UtcDateTime);
    }
}
