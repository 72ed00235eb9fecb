using FluxUs.Consult.Evidence;
using FluxUs.Consult.Evidence.SourceTexts;
using FluxUs.Consult.Foundation.Data;
using FluxUs.Consult.Studies;
using Microsoft.EntityFrameworkCore;

namespace FluxUs.Consult.Literature;

public sealed record HandOverReadingNoteRequest(Guid Operation, string CitationKey, bool ReplacesCorrection = false);

/// <summary>Makes the reading note of a reference a text that can be tagged, or a new version of it.</summary>
public sealed class HandOverReadingNote(ConsultDbContext db, BringSourceText bring)
{
    /// <returns>The id of the source text.</returns>
    public async Task<Outcome<Guid>> Handle(StudyAccess access, HandOverReadingNoteRequest request, CancellationToken cancellation)
    {
        if (!access.May(Permission.WriteInterviews)) return Outcome.Forbidden;
        return await db.Write<Guid>(access.Actor, request.Operation, async () =>
        {
            var reference = await db.FindReference(access, request.CitationKey, cancellation);
            if (reference is null) return Outcome.NotFound;
            var text = await db.Set<ReadingNote>().AsNoTracking().Where(note => note.ReferenceId == reference.Id).Select(note => note.Text.Text).FirstOrDefaultAsync(cancellation);
            if (string.IsNullOrWhiteSpace(text)) return Outcome.Refused<LiteratureTexts>("NothingWritten");
            var language = reference.Language.Length > 0 ? reference.Language
                : await db.Set<Study>().Where(study => study.Id == access.StudyId).Select(study => study.Language).FirstAsync(cancellation);
            var made = await bring.Handle(access, new MakeSourceTextRequest(
                Guid.Empty, SourceKind.ReadingNote, reference.Id, reference.Code, language, text, ReadingNotePages.Segments(text),
                [], [.. reference.Offerings.Select(offering => offering.OfferingId)], null, request.ReplacesCorrection), cancellation);
            if (!made.IsDone) return made.Failure;
            return made.Value;
        }, cancellation);
    }
}
