using FluxUs.Consult.Accounts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Foundation.Ui.Autosave;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

/// <param name="Written">What the browser sends.</param>
public sealed record KeepReadingNoteRequest(string CitationKey, AutosaveText Written);

/// <summary>Keeps the reading note of a reference as it is typed.</summary>
public sealed class KeepReadingNote(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<AutosaveAnswer>> Handle(StudyAccess access, KeepReadingNoteRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteInterviews)) return Outcome.Forbidden;
        return await db.Write<AutosaveAnswer>(access.Actor, null, async () =>
        {
            var reference = await db.Set<Reference>().AsNoTracking().Where(found => found.StudyId == access.StudyId && found.CitationKey == request.CitationKey)
                .Select(found => (Guid?)found.Id).FirstOrDefaultAsync(cancellation);
            if (reference is null) return Outcome.NotFound;
            var note = await db.Set<ReadingNote>().FirstOrDefaultAsync(found => found.ReferenceId == reference, cancellation);
            if (note is null) db.Add(note = new ReadingNote(reference.Value, access.Actor.Id));
            var (written, now) = (request.Written, time.GetUtcNow().UtcDateTime);
            if (note.Text.Save(written.Operation, written.Revision, written.Text, access.Actor.Id, now) != AutosaveResult.Conflict)
                return new AutosaveAnswer.Saved(note.Text.Revision, note.Text.SavedAt ?? now);

            db.ChangeTracker.Clear();
            var by = await db.NameOf(note.Text.SavedBy, cancellation);
            return new AutosaveAnswer.Changed(note.Text.Revision, note.Text.Text, note.Text.SavedAt ?? now, by ?? "");
        }, cancellation);
    }
}

/// <summary>The reading note of a reference as it stands; empty before the first word.</summary>
public sealed class ReadReadingNote(ConsultDbContext db, TimeProvider time)
{
    public async Task<Outcome<AutosaveAnswer>> Run(StudyAccess access, string citationKey, CancellationToken cancellation)
    {
        if (!access.May(Permission.ReadUnclearedTexts)) return Outcome.Forbidden;
        var reference = await db.Set<Reference>().AsNoTracking().Where(found => found.StudyId == access.StudyId && found.CitationKey == citationKey)
            .Select(found => (Guid?)found.Id).FirstOrDefaultAsync(cancellation);
        if (reference is null) return Outcome.NotFound;
        var text = await db.Set<ReadingNote>().AsNoTracking().Where(note => note.ReferenceId == reference).Select(note => note.Text).FirstOrDefaultAsync(cancellation);
        return new AutosaveAnswer.Standing(text?.Revision ?? 0, text?.Text ?? "", text?.SavedAt ?? time.GetUtcNow().UtcDateTime);
    }
}
